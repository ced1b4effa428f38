import PolicyAnalysis

/// The JSON of `analyze sensitivity`.
struct SensitivityDocument: Encodable {
  let policy: String
  let version: String
  let file: String
  let scored: Int
  let payroll: Double?
  let payUnit: String?
  let parameters: [Parameter]
  let notVaried: [Reason]
  let derivatives: DerivativesDocument?
  let notice: String?

  struct Parameter: Encodable {
    let path: String
    let kind: PolicyNumber.Kind
    let unit: String?
    let now: Double?
    let written: String?
    let perUnit: PerUnit?
    let points: [Point]
  }

  struct PerUnit: Encodable {
    let gradeChanges: Double?
    let rankShift: Double
    let payroll: Double?
  }

  struct Point: Encodable {
    let value: Double
    let present: Bool
    let refused: String?
    let effect: PolicyEffect?
  }

  struct Reason: Encodable {
    let path: String
    let reason: String
  }

  init(_ report: SensitivityReport) {
    let plan = report.analysis.policy.plan
    policy = plan.policy
    version = plan.version
    file = report.file
    scored = report.scored
    payroll = report.analysis.baseline.payroll.flatMap { $0.total.isFinite ? $0.total : nil }
    payUnit = report.payUnit
    parameters = report.responses.map(Parameter.init)
    notVaried = report.analysis.policy.fixedJudgements.map {
      Reason(path: $0.path, reason: $0.reason)
    }
    derivatives = report.derivatives.map(DerivativesDocument.init)
    notice = report.notice
  }
}

extension SensitivityDocument.Parameter {
  fileprivate init(_ response: NumberResponse) {
    path = response.number.path
    kind = response.number.kind
    unit = response.number.unit?.description
    now = response.number.value
    written = response.number.text.isEmpty ? nil : response.number.text
    perUnit = response.perUnit.map {
      SensitivityDocument.PerUnit(
        gradeChanges: $0.gradeChanges, rankShift: $0.rankShift, payroll: $0.payroll)
    }
    points = response.points.map {
      SensitivityDocument.Point(
        value: $0.value, present: $0.isPresent, refused: $0.refusal,
        effect: $0.effect)
    }
  }
}
