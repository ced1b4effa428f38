import ScoringPlan

/// The JSON of `explain`.
struct ExplanationDocument: Encodable {
  let key: String
  let policy: String
  let version: String
  let notice: String?
  let total: Double
  let final: Double
  let dimensions: [Dimension]
  let rankings: [Place]

  struct Dimension: Encodable {
    let name: String
    let title: String?
    let bonus: Bool
    let weight: Double
    let score: Double
    let points: Double
    let measures: [Measure]
  }

  struct Measure: Encodable {
    let name: String
    let title: String?
    let weight: Double?
    let score: Double?
    let raw: Double?
    let floor: Double?
    let cap: Double?
    let excluded: Bool
    let formula: String
    let formulas: [Step]
    let settings: [String: [[String]]]
    let inputs: [String: ExplanationDocument.Cell]
    let details: [String: [[String: ExplanationDocument.Cell]]]?
  }

  struct Step: Encodable {
    let name: String
    let formula: String
    let value: Cell
  }

  struct Place: Encodable {
    let name: String
    let rank: Int
    let of: Int
    let within: String?
  }

  /// A value as JSON: a number, a truth, a text, or null where it is missing.
  enum Cell: Encodable {
    case number(Double)
    case truth(Bool)
    case text(String)
    case missing

    init(_ value: Value) {
      self =
        switch value {
        case .number(let number): .number(number)
        case .truth(let truth): .truth(truth)
        case .text(let text): .text(text)
        case .missing, .fault: .missing
        }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .truth(let truth): try container.encode(truth)
      case .text(let text): try container.encode(text)
      case .missing: try container.encodeNil()
      }
    }
  }

  init(_ explanation: Explanation, _ standing: Standing, _ plan: Plan, notice: String?) {
    key = explanation.key
    policy = plan.policy
    version = plan.version
    self.notice = notice
    total = explanation.total
    final = explanation.final
    dimensions = explanation.dimensions.map(Dimension.init)
    rankings = standing.places.map {
      Place(name: $0.ranking, rank: $0.rank, of: $0.count, within: $0.group)
    }
  }
}

extension ExplanationDocument.Dimension {
  init(_ dimension: ExplainedDimension) {
    name = dimension.name
    title = dimension.title?.text(in: .english)
    bonus = dimension.isBonus
    weight = dimension.weight
    score = dimension.score
    points = dimension.points
    measures = dimension.measures.map(ExplanationDocument.Measure.init)
  }
}

extension ExplanationDocument.Measure {
  init(_ measure: ExplainedMeasure) {
    name = measure.name
    title = measure.title?.text(in: .english)
    weight = measure.weight
    score = measure.score
    raw = measure.raw
    floor = measure.floor
    cap = measure.cap
    excluded = measure.score == nil
    formula = measure.formula
    formulas = measure.steps.map {
      ExplanationDocument.Step(name: $0.name, formula: $0.formula, value: .init($0.value))
    }
    settings = Dictionary(
      measure.settings.map { ($0.name, $0.entries) }, uniquingKeysWith: { first, _ in first })
    inputs = Dictionary(measure.inputs.map { ($0.name, .init($0.value)) }) { first, _ in first }
    let aggregates = measure.inputs.filter { !$0.rows.isEmpty }
    let rows = aggregates.map { input in (input.name, input.rows.map(Self.cells)) }
    details = rows.isEmpty ? nil : Dictionary(rows) { first, _ in first }
  }

  /// A row's values by name; a formula may not have the name of a column.
  private static func cells(_ row: ExplainedRow) -> [String: ExplanationDocument.Cell] {
    Dictionary(row.values.map { ($0.name, .init($0.value)) }) { first, _ in first }
  }
}
