import AHP
import AnalysisReport
import LinearAlgebra
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What a page has to know about a policy and its people before anything is changed.
struct StudioDocument: Encodable, Sendable {
  struct PolicyPart: Encodable, Sendable {
    let name: String
    let version: String
    let title: PageText
    let file: String
  }

  /// A text column that makes groups.
  struct Column: Encodable, Sendable {
    let name: String
    /// The groups' texts, at most as many as a list can have.
    let groups: [String?]
  }

  struct Label: Encodable, Sendable {
    let name: String
    let title: PageText
  }

  struct WeighingPart: Encodable, Sendable {
    let path: String
    let title: PageText
    let labels: [Label]
    /// Whether the weights add up to 1, so that one can be moved and the others follow.
    let isSum: Bool
    /// Why judgements cannot be changed; nil where they can.
    let judgementsReason: PageText?
    let baseline: WeighingDocument
  }

  struct Method: Encodable, Sendable {
    let name: String
    let title: PageText
  }

  private static let mostGroups = 2000
  private static let mostPeopleAtOnce = 100_000

  let program: String
  let policy: PolicyPart
  let notice: String?
  let people: Int
  let rejected: Int
  /// Whether what is shown when the hand rests takes so long that it is better asked for.
  let isLarge: Bool
  let decimals: Int
  let payUnit: PageText?
  let budget: Double?
  let columns: [Column]
  let column: String?
  let gradeTitle: PageText?
  let weighings: [WeighingPart]
  let methods: [Method]
  let randomIndices: [String]
  let numbers: [NumberDocument]

  init(
    _ policy: VariablePolicy, _ maker: BoardMaker, program: String, file: String, notice: String?
  ) throws(LinearAlgebraError) {
    let (resolved, plan) = (policy.resolved, policy.plan)
    let scored = maker.baseline.scored
    let labels = NumberLabels(resolved.policy)
    (self.program, self.notice) = (program, notice)
    self.policy = PolicyPart(
      name: plan.policy, version: plan.version, title: PageText(plan.title, name: plan.policy),
      file: file)
    rejected = maker.baseline.isRejected.count(where: \.self)
    people = maker.baseline.isRejected.count - rejected
    isLarge = people > Self.mostPeopleAtOnce
    decimals = plan.decimals
    payUnit = plan.payroll?.unit.flatMap { UnitText($0).text }
    budget = scored.payroll?.budget
    columns = maker.columns.map { column in
      Column(
        name: column.column, groups: column.groups.prefix(Self.mostGroups).map(\.name))
    }
    column = Self.usual(plan, maker)
    gradeTitle = plan.gradings.first.map { PageText($0.title, name: $0.name) }
    weighings = try Self.weighings(policy, labels)
    methods = PriorityMethod.allCases.map { Method(name: $0.rawValue, title: $0.title) }
    randomIndices = RandomIndex.all.map(\.name)
    numbers = (policy.numbers + policy.unset).filter { ![.judgement, .weight].contains($0.kind) }
      .map { NumberDocument($0, plan, resolved.policy, labels) }
  }

  /// The column within which the policy ranks or grades, else the first that makes groups.
  static func usual(_ plan: Plan, _ maker: BoardMaker) -> String? {
    let within = plan.rankings.compactMap(\.within) + plan.gradings.compactMap(\.within)
    let names = within.map { plan.tables[0].columns[$0.index - 1].name }
    return names.first { maker.column(named: $0) != nil } ?? maker.columns.first?.column
  }

  private static func weighings(
    _ policy: VariablePolicy, _ labels: NumberLabels
  ) throws(LinearAlgebraError) -> [WeighingPart] {
    let fixed = Set(policy.fixedJudgements.map(\.path))
    var parts: [WeighingPart] = []
    for leaf in WeighingTree(policy.resolved).leaves {
      let dimension = NumberLabels.dimension(in: leaf.path)
      parts.append(
        WeighingPart(
          path: leaf.path, title: labels.weighing(at: leaf.path, text: leaf.text),
          labels: leaf.resolved.labels.map {
            Label(name: $0, title: labels.item($0, in: dimension))
          },
          isSum: abs(leaf.resolved.weights.reduce(0, +) - 1) <= 1e-9,
          judgementsReason: fixed.contains(leaf.path)
            ? PageText(
              "The priorities of each respondent are aggregated, so that no judgement of the group leads to "
                + "the weights.", "权重由各位专家的排序向量集结而成，没有可改动的群体判断。") : nil,
          baseline: try WeighingDocument(leaf.resolved, at: leaf.path, basis: nil)))
    }
    return parts
  }
}
