import AHP
import TestSupport
import Testing

@testable import ScorecardPolicy

@Suite("A policy that says everything once")
struct CompletePolicyTests {
  static let file = ProjectFiles.url("Tests/Cases/policies/complete/policy.yaml").path

  private let policy: Policy

  init() throws {
    let (policy, findings) = try PolicyReader.read(contentsOf: Self.file)
    self.policy = policy
    #expect(findings.isEmpty)
  }

  @Test("The head says what the policy is")
  func head() {
    #expect(policy.name == "complete")
    #expect(policy.version == "2026.1")
    #expect(policy.title == Title(english: "Everything a policy can say", chinese: "示例"))
    #expect(policy.source == "made up for tests")
    #expect(policy.effectiveFrom == "2026-02-28")
    #expect(policy.decimals == 4)
    #expect(policy.file == Self.file)
  }

  @Test("Parameters have value, unit, bounds and title")
  func parameters() {
    let expected = [
      ParameterDeclaration(
        name: "plain", value: 3, unit: nil, minimum: nil, maximum: nil, title: nil),
      ParameterDeclaration(
        name: "price", value: 1500, unit: Unit(.yuan), minimum: nil, maximum: nil, title: nil),
      ParameterDeclaration(
        name: "floor", value: 0.8, unit: nil, minimum: 0, maximum: 1,
        title: Title(english: "lowest weight")),
      ParameterDeclaration(
        name: "rate", value: 0.007, unit: Unit(.ratio), minimum: nil, maximum: 1, title: nil),
      ParameterDeclaration(
        name: "tenure_rate", value: -0.3, unit: Unit("point/year"), minimum: nil, maximum: nil,
        title: Title(chinese: "每年")),
    ]
    #expect(policy.parameters == expected)
  }

  @Test("The subject table comes first, then the detail tables as written")
  func tables() {
    #expect(policy.tables.map(\.name) == ["staff", "business", "visits"])
    #expect(policy.tables.map(\.key.name) == ["staff_id", "owner", "staff_id"])
    #expect(policy.tables[0].key.headers == ["staff_id", "工号"])
    #expect(policy.tables[0].key.title == Title(english: "number"))
    #expect(policy.tables.map(\.uniqueBy) == [[], ["owner", "line"], []])
    #expect(policy.tables.map(\.ignoresUnknownKeys) == [false, true, false])
  }

  @Test("Columns have type, unit, bounds, values, headers and a rule for blank cells")
  func columns() throws {
    let columns = policy.tables[0].columns
    #expect(
      columns.map(\.name)
        == ["branch", "role", "active", "deposit", "review", "visits", "file", "存款 完成率"])
    #expect(
      columns.map(\.type) == [.text, .text, .truth, .number, .number, .number, .number, .number])
    #expect(
      columns.map(\.unit)
        == [nil, nil, nil, Unit(.tenThousandYuan), Unit(.point), Unit(.count), nil, Unit(.ratio)])
    #expect(columns[1].allowedTexts == ["corporate", "personal"])
    #expect(
      columns.map(\.missing)
        == [.reject, .allow, .reject, .reject, .allow, .use(12), .reject, .reject])
    let deposit = columns[3]
    #expect(deposit.minimum == 0 && deposit.maximum == 200_000_000)
    #expect(deposit.headers == ["deposit", "存款"])
    #expect(deposit.title == Title(english: "Deposits", chinese: "存款"))
  }

  @Test("Formulas stand in an order in which each comes after those it uses")
  func formulas() throws {
    #expect(policy.tables[0].formulas.map(\.name) == ["early", "late", "hours"])
    #expect(policy.tables[1].formulas.map(\.name) == ["profit", "margin"])
    let late = policy.tables[0].formulas[1].formula
    #expect(late.text == "early + 1")
    #expect(late.path == "formulas.late")
    #expect(late.type == .number)
    #expect(late.unit == Unit(.tenThousandYuan))
    let lines = try ProjectFiles.text("Tests/Cases/policies/complete/policy.yaml")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines[late.location.line - 1]
    #expect(line.dropFirst(late.location.column - 1) == "early + 1")
    #expect(policy.tables[1].formulas[1].formula.path == "tables.business.formulas.margin")
    #expect(policy.tables[1].formulas[1].formula.unit == Unit(.ratio))
    #expect(policy.tables[0].formulas[2].formula.unit == Unit(.hour))
  }

  @Test("Curves, steps and lookups keep their points in order")
  func points() {
    #expect(policy.curves.map(\.name) == ["npl_points", "jump", "commission"])
    #expect(policy.curves.map(\.kind) == [.linear, .linear, .step])
    #expect(
      policy.curves[0].points
        == [point(0, 100), point(0.02, 80), point(0.04, 0)])
    #expect(policy.curves[1].points == [point(0, 0), point(1, 50), point(1, 60)])
    #expect(policy.curves[2].points == [point(0, 0), point(1, 6500), point(2, 24_000)])
    #expect(
      policy.lookups
        == [
          LookupDeclaration(
            name: "level_base",
            entries: [entry("junior", 3000), entry("no", 4500), entry("高级", 6500)])
        ])
  }

  @Test("Dimensions and measures have titles, bonus, floor, cap and a rule for missing scores")
  func scorecard() throws {
    let dimensions = policy.scorecard.dimensions
    #expect(
      dimensions.map(\.name)
        == [
          "financial", "customer", "internal", "learning_panel", "normalized", "additional",
        ])
    #expect(dimensions.map(\.isBonus) == [false, false, false, true, true, true])
    #expect(dimensions[1].title == Title(english: "Customer", chinese: "客户"))
    let profit = dimensions[0].measures[0]
    #expect(profit.title == Title(english: "Profit"))
    #expect(profit.guidance == Title(english: "A course", chinese: "课程"))
    #expect(
      dimensions[1].measures.map(\.guidance) == [Title(english: "A talk"), nil, nil])
    #expect(profit.floor == -10 && profit.cap == 150 && profit.missing == .reject)
    #expect(profit.score.path == "scorecard.dimensions.financial.measures.profit.score")
    #expect(dimensions[1].measures.map(\.missing) == [.reject, .exclude, .use(60)])
    #expect(dimensions[2].measures.map(\.missing) == [.exclude, .reject, .reject])
    #expect(dimensions[1].measures[0].floor == nil && dimensions[1].measures[0].cap == nil)
  }

  @Test("Weights come from judgements with their method, random index and largest ratio")
  func judgements() throws {
    let weights = try #require(judgements(policy.scorecard.weights))
    #expect(weights.matrix.labels == ["financial", "customer", "internal"])
    // The label 客户 is a title, and a pair may be judged in either direction.
    #expect(weights.matrix.upperTriangle.map(\.text) == ["2", "1/1.5", "1/3"])
    #expect(weights.method == .geometricMean)
    #expect(weights.randomIndex.name == "saaty-2005")
    #expect(weights.maximumConsistencyRatio == 0.5)
    #expect(weights.panel == nil)
    #expect(weights.path == "scorecard.weights")
  }

  @Test("Plain weights may stand for measures named file, and normalize divides by the sum")
  func numbers() throws {
    guard case .numbers(let customer) = policy.scorecard.dimensions[1].weights,
      case .numbers(let normalized) = policy.scorecard.dimensions[4].weights
    else {
      Issue.record("plain numbers are expected")
      return
    }
    #expect(customer == [0.5, 0.25, 0.25])
    #expect(normalized == [0.75, 0.25])
  }

  @Test("Where there is one item, or a bonus, weights may be absent")
  func absent() {
    for index in [0, 5] {
      guard case .absent = policy.scorecard.dimensions[index].weights else {
        Issue.record("no weights are declared for dimension \(index)")
        continue
      }
    }
  }

  @Test("A square file's labels are matched by title and put in the measures' order")
  func squareFile() throws {
    let weights = try #require(judgements(policy.scorecard.dimensions[2].weights))
    #expect(weights.matrix.labels == ["self", "superior", "peer"])
    #expect(weights.matrix.upperTriangle.map(\.text) == ["1/4", "1/3", "2"])
    #expect(weights.method == .eigenvector)
    #expect(weights.randomIndex.name == "saaty-1980")
    #expect(weights.maximumConsistencyRatio == 0.2)
  }

  @Test(
    "Of a panel file the named set is taken, and the panel kept where priorities are aggregated")
  func panelFile() throws {
    let weights = try #require(judgements(policy.scorecard.dimensions[3].weights))
    #expect(weights.matrix.labels == ["hours", "exam"])
    #expect(weights.panel?.name == "second")
    #expect(weights.panel?.respondents.map(\.name) == ["Ann", "Bob"])
    #expect(weights.panelLabels == ["hours", "exam"])
  }

  @Test("Rankings are by total, a dimension or a value, within a text column or all")
  func rankings() {
    let expected: [(String, ValueReference, String?)] = [
      ("branch_rank", ValueReference(source: .final, name: "final"), "branch"),
      ("overall", ValueReference(source: .total, name: "total"), nil),
      ("by_dimension", ValueReference(source: .dimension, name: "financial"), nil),
      ("by_value", ValueReference(source: .column, name: "deposit"), nil),
      ("by_formula", ValueReference(source: .formula, name: "early"), "role"),
    ]
    #expect(policy.rankings.count == expected.count)
    for (ranking, (name, by, within)) in zip(policy.rankings, expected) {
      #expect(ranking.name == name)
      #expect(ranking.by == by)
      #expect(ranking.within == within)
    }
  }

  private func point(_ x: Double, _ y: Double) -> CurveDeclaration.Point {
    CurveDeclaration.Point(x: x, y: y)
  }

  private func entry(_ key: String, _ value: Double) -> LookupDeclaration.Entry {
    LookupDeclaration.Entry(key: key, value: value)
  }

  private func judgements(_ weights: WeightsDeclaration) -> JudgementsDeclaration? {
    if case .judgements(let declaration) = weights { declaration } else { nil }
  }
}
