import PolicyAnalysis

/// The JSON of `analyze scenarios`.
struct ScenariosDocument: Encodable {
  let policy: String
  let version: String
  let file: String
  let scored: Int
  let payUnit: String?
  let scenarios: [Scenario]
  let notice: String?

  struct Scenario: Encodable {
    let policy: String
    let version: String
    let title: String?
    let file: String
    let scored: Int
    let effect: PolicyEffect
  }

  init(_ report: ScenariosReport) {
    let plan = report.baseline.plan
    policy = plan.policy
    version = plan.version
    file = report.file
    scored = report.baseline.counts[0].scored
    payUnit = plan.payroll?.unit?.description
    scenarios = report.rows.map {
      Scenario(
        policy: $0.run.plan.policy, version: $0.run.plan.version,
        title: $0.run.plan.title.text(in: .english), file: $0.file,
        scored: $0.run.counts[0].scored, effect: $0.effect)
    }
    notice = report.notice
  }
}
