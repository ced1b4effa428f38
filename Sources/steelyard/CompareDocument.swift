import PolicyAnalysis
import ScoringEngine

/// The JSON of `compare`.
struct CompareDocument: Encodable {
  let policies: [Policy]
  let comparisons: [ComparisonDocument]
  let corrections: [CorrectionDocument]?
  /// Only where corrections are compared.
  let affected: [AffectedDocument]?
  let notice: String?

  struct Policy: Encodable {
    let policy: String
    let version: String
    let title: String?
    let file: String
    let scored: Int
    let payroll: Payroll?
    let rejected: [Rejection]
    /// Whether corrections were laid over its data; absent where there are none.
    let corrected: Bool?
  }

  struct Payroll: Encodable {
    let amount: String
    let unit: String?
    let total: Double?
    let budget: Double?
  }

  struct Rejection: Encodable {
    let table: String
    let file: String
    let line: Int
    let column: String
    let reason: String
  }

  init(_ report: CompareReport) {
    policies = report.runs.indices.map { Policy(report, $0) }
    comparisons = report.comparisons.indices.map { ComparisonDocument(report, $0) }
    corrections = report.corrections?.all.map(CorrectionDocument.init)
    affected = report.affected?.map { AffectedDocument($0, report.comparisons[0].subjects) }
    notice = report.notice
  }
}

extension CompareDocument.Policy {
  fileprivate init(_ report: CompareReport, _ index: Int) {
    let run = report.runs[index]
    policy = run.plan.policy
    version = run.plan.version
    title = run.plan.title.text(in: .english)
    file = report.files[index]
    scored = run.counts[0].scored
    payroll = run.plan.payroll.flatMap { layout in
      run.payroll.map {
        CompareDocument.Payroll(
          amount: layout.amount, unit: layout.unit?.description,
          // JSON has no infinity.
          total: $0.total.isFinite ? $0.total : nil, budget: $0.budget)
      }
    }
    corrected = report.corrections.map { _ in !report.comparesCorrections || index > 0 }
    rejected = report.rejected[index].map {
      CompareDocument.Rejection(
        table: $0.table, file: $0.file, line: $0.line, column: $0.column, reason: $0.reason)
    }
  }
}
