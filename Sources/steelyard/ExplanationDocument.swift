import Calendars
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The JSON of `explain`.
struct ExplanationDocument: Encodable {
  let key: String
  let policy: String
  let version: String
  let effectiveFrom: String?
  let period: String?
  let notice: String?
  let appeal: String?
  let total: Double
  let final: Double
  let weightsBy: Choice?
  let dimensions: [Dimension]
  let gates: [Gate]
  let rankings: [Place]
  let grades: [Grade]
  let results: [Result]
  let comparison: Comparison?
  let guidance: [Guidance]
  let objectUntil: String?
  let decisions: [Decision]
  let policyFiles: [File]
  let inputFiles: [File]

  struct Dimension: Encodable {
    let name: String
    let title: String?
    let bonus: Bool
    let weight: Double
    let score: Double
    let points: Double
    let weightsBy: Choice?
    let measures: [Measure]
  }

  struct Measure: Encodable {
    let name: String
    let title: String?
    let applies: Bool
    let condition: String?
    let weight: Double?
    let score: Double?
    let raw: Double?
    let floor: Double?
    let cap: Double?
    let bound: String?
    let excluded: Bool
    let formula: String
    let formulas: [Step]
    let settings: [String: [[String]]]
    let inputs: [String: Cell]
    let details: [String: [[String: Cell]]]?
  }

  struct Step: Encodable {
    let name: String
    let formula: String
    let value: Cell
  }

  struct Choice: Encodable {
    let column: String
    let value: Cell
  }

  struct File: Encodable {
    let file: String
    let sha256: String

    init(_ file: ReportFile) { (self.file, sha256) = (file.name, file.sha256) }
  }

  /// A value as JSON: a number, a truth, a text (dates and periods too), or null where it is missing.
  enum Cell: Encodable {
    case number(Double)
    case truth(Bool)
    case text(String)
    case missing

    init(_ value: Value, _ type: ValueType? = nil) {
      self =
        switch (value, type) {
        case (.number(let number), .date): .text(CivilDate(number: Int(number)).description)
        case (.number(let number), .period): .text(CivilPeriod(number: Int(number)).description)
        case (.number(let number), _): .number(number)
        case (.truth(let truth), _): .truth(truth)
        case (.text(let text), _): .text(text)
        case (.missing, _), (.fault, _): .missing
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

  init(_ report: SubjectReport, _ language: Title.Language) {
    let (plan, explanation) = (report.plan, report.explanation)
    key = explanation.key
    policy = plan.policy
    version = plan.version
    effectiveFrom = plan.effectiveFrom
    period = report.sources.period
    notice = report.sources.notice
    appeal = plan.appeal?.text(in: language)
    total = explanation.total
    final = explanation.final
    weightsBy = explanation.weightsBy.map(Choice.init)
    dimensions = explanation.dimensions.map { Dimension($0, language) }
    gates = explanation.gates.map { Gate($0, language) }
    rankings = report.standing.places.map { Place($0, language) }
    grades = report.standing.grades.map { Grade($0, language) }
    results = explanation.results.map {
      Result($0, isPay: plan.payroll?.amount == $0.name, language)
    }
    comparison = report.comparison.map { Comparison($0, language) }
    guidance = report.guidance.map { Guidance($0, language) }
    objectUntil = report.sources.objectUntil?.description
    decisions = report.decisions.map(Decision.init)
    policyFiles = report.sources.policyFiles.map(File.init)
    inputFiles = report.sources.inputFiles.map(File.init)
  }

  // MARK: What values come from

  static func steps(_ steps: [ExplainedStep]) -> [Step] {
    steps.map { Step(name: $0.name, formula: $0.formula, value: Cell($0.value, $0.type)) }
  }

  static func settings(_ settings: [PlanSetting]) -> [String: [[String]]] {
    Dictionary(settings.map { ($0.name, $0.entries) }) { first, _ in first }
  }

  static func inputs(_ inputs: [ExplainedInput]) -> [String: Cell] {
    Dictionary(inputs.map { ($0.name, Cell($0.value, $0.type)) }) { first, _ in first }
  }

  /// The detail rows behind the aggregates among inputs; nil when there are none.
  static func details(_ inputs: [ExplainedInput]) -> [String: [[String: Cell]]]? {
    let rows = inputs.filter { !$0.rows.isEmpty }.map { input in
      (input.name, input.rows.map(cells))
    }
    return rows.isEmpty ? nil : Dictionary(rows) { first, _ in first }
  }

  /// A row's values by name; a formula may not have the name of a column.
  private static func cells(_ row: ExplainedRow) -> [String: Cell] {
    Dictionary(row.values.map { ($0.name, Cell($0.value, $0.type)) }) { first, _ in first }
  }
}

extension ExplanationDocument.Choice {
  init(_ input: ExplainedInput) {
    self.init(column: input.name, value: .init(input.value, input.type))
  }
}

extension ExplanationDocument.Dimension {
  init(_ dimension: ExplainedDimension, _ language: Title.Language) {
    name = dimension.name
    title = dimension.title?.text(in: language)
    bonus = dimension.isBonus
    weight = dimension.weight
    score = dimension.score
    points = dimension.points
    weightsBy = dimension.weightsBy.map(ExplanationDocument.Choice.init)
    measures = dimension.measures.map { ExplanationDocument.Measure($0, language) }
  }
}

extension ExplanationDocument.Measure {
  init(_ measure: ExplainedMeasure, _ language: Title.Language) {
    name = measure.name
    title = measure.title?.text(in: language)
    applies = measure.applies
    condition = measure.condition
    weight = measure.weight
    score = measure.score
    raw = measure.raw
    floor = measure.floor
    cap = measure.cap
    bound = measure.bound
    excluded = measure.score == nil
    formula = measure.formula
    formulas = ExplanationDocument.steps(measure.steps)
    settings = ExplanationDocument.settings(measure.settings)
    inputs = ExplanationDocument.inputs(measure.inputs)
    details = ExplanationDocument.details(measure.inputs)
  }
}
