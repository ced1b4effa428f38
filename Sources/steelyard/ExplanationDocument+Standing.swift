import ScorecardPolicy
import ScoringEngine
import ScoringPlan

// What the gates did, where the subject stands, and what follows from it.
extension ExplanationDocument {
  struct Gate: Encodable {
    private let facts: Facts
    /// The amounts of the effects and their formulas, as `deduct` and `deductFormula`.
    private let effects: [String: Cell]

    private struct Facts: Encodable {
      let name: String
      let title: String?
      let because: String?
      let condition: String?
      let applied: Bool
      let before: Double
      let after: Double
      /// Whether for all rankings and grades, or for which.
      let ineligible: Ineligible
      let formulas: [Step]
      let inputs: [String: Cell]
      let settings: [String: [[String]]]
    }

    init(_ gate: ExplainedGate, _ language: Title.Language) {
      facts = Facts(
        name: gate.name, title: gate.title?.text(in: language),
        because: gate.because?.text(in: language), condition: gate.condition,
        applied: gate.applied, before: gate.before, after: gate.after,
        ineligible: Ineligible(gate.ineligible), formulas: ExplanationDocument.steps(gate.steps),
        inputs: ExplanationDocument.inputs(gate.inputs),
        settings: ExplanationDocument.settings(gate.settings))
      effects = gate.effects.reduce(into: [:]) { effects, effect in
        let key = effect.effect.rawValue
        effects[key] = effect.amount.map { .number($0) }
        effects["\(key)Formula"] = effect.formula.map { .text($0) }
      }
    }

    func encode(to encoder: any Encoder) throws {
      try facts.encode(to: encoder)
      try effects.encode(to: encoder)
    }
  }

  /// As policies write it: a truth, or a list of names.
  enum Ineligible: Encodable {
    case everything(Bool)
    case only([String])

    init(_ ineligibility: Ineligibility) {
      self =
        switch ineligibility {
        case .nothing: .everything(false)
        case .everything: .everything(true)
        case .only(let names): .only(names)
        }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .everything(let truth): try container.encode(truth)
      case .only(let names): try container.encode(names)
      }
    }
  }

  struct Place: Encodable {
    let name: String
    let title: String?
    let rank: Int?
    let of: Int
    let within: String?
    let barredBy: [String]

    init(_ place: RankPlace, _ language: Title.Language) {
      name = place.ranking
      title = place.title?.text(in: language)
      rank = place.rank
      of = place.count
      within = place.group
      barredBy = place.barredBy.map(\.name)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encodeIfPresent(title, forKey: .title)
      // Who is not ranked has a null, not nothing.
      try container.encode(rank, forKey: .rank)
      try container.encode(of, forKey: .of)
      try container.encodeIfPresent(within, forKey: .within)
      try container.encode(barredBy, forKey: .barredBy)
    }

    private enum CodingKeys: String, CodingKey {
      case name, title, rank, of, within, barredBy
    }
  }

  struct Grade: Encodable {
    let name: String
    let title: String?
    let grade: String
    let value: Double?
    let of: Int
    let inBand: Int
    let within: String?
    let decidedBy: String?
    let barredBy: [String]
    let next: Next?

    init(_ place: GradePlace, _ language: Title.Language) {
      name = place.name
      title = place.title?.text(in: language)
      grade = place.band?.grade ?? ""
      value = place.value
      of = place.count
      inBand = place.bandCount
      within = place.group
      decidedBy = place.decidedBy
      barredBy = place.barredBy.map(\.name)
      next = place.next.map(Next.init)
    }
  }

  struct Next: Encodable {
    let grade: String
    let needed: Double
    let gap: Double
    let steps: [NextStep]

    init(_ next: NextBand) {
      grade = next.band.grade
      (needed, gap) = (next.needed, next.gap)
      steps = next.steps.map {
        NextStep(dimension: $0.dimension, measure: $0.measure, score: $0.score, needed: $0.needed)
      }
    }
  }

  struct NextStep: Encodable {
    let dimension: String
    let measure: String
    let score: Double
    let needed: Double
  }

  struct Result: Encodable {
    let name: String
    let title: String?
    let value: Cell
    let unit: String?
    let pay: Bool
    let formula: String
    let formulas: [Step]
    let settings: [String: [[String]]]
    let inputs: [String: Cell]
    let details: [String: [[String: Cell]]]?

    init(_ result: ExplainedResult, isPay: Bool, _ language: Title.Language) {
      name = result.name
      title = result.title?.text(in: language)
      value = Cell(result.value, result.type)
      unit = result.unit.map(\.description)
      pay = isPay
      formula = result.formula
      formulas = ExplanationDocument.steps(result.steps)
      settings = ExplanationDocument.settings(result.settings)
      inputs = ExplanationDocument.inputs(result.inputs)
      details = ExplanationDocument.details(result.inputs)
    }
  }
}
