import Reports
import ScorecardPolicy

/// The JSON of `pay`.
struct PayDocument: Encodable {
  let policy: String
  let version: String
  let effectiveFrom: String?
  let period: String?
  let notice: String?
  let by: String?
  let unit: String?
  let amount: Column
  let parts: [Column]
  let notes: [Column]
  let groups: [Group]
  let total: Sums
  let budget: Double?
  let remaining: Double?
  let rejected: Int
  let policyFiles: [ExplanationDocument.File]
  let inputFiles: [ExplanationDocument.File]

  struct Column: Encodable {
    let name: String
    let title: String?
    let kind: String

    init(_ column: PayReport.Column, _ language: Title.Language) {
      name = column.name
      title = column.title?.text(in: language)
      kind = "\(column.kind)"
    }
  }

  struct Line: Encodable {
    let key: String
    let parts: [Double?]
    let amount: Double?
    let notes: [Double?]

    init(_ line: PayReport.Line) {
      key = line.key
      parts = line.parts.map { $0.map(PayDocument.yuan) }
      amount = line.amount.map(PayDocument.yuan)
      notes = line.notes.map { $0.map(PayDocument.yuan) }
    }
  }

  struct Sums: Encodable {
    let people: Int
    let parts: [Double]
    let amount: Double

    init(_ sums: PayReport.Sums) {
      people = sums.people
      parts = sums.parts.map(PayDocument.yuan)
      amount = PayDocument.yuan(sums.amount)
    }
  }

  struct Group: Encodable {
    let group: String?
    let lines: [Line]
    let subtotal: Sums

    init(_ group: PayReport.Group) {
      self.group = group.name
      lines = group.lines.map(Line.init)
      subtotal = Sums(group.sums)
    }
  }

  init(_ report: PayReport, _ language: Title.Language) {
    policy = report.plan.policy
    version = report.plan.version
    effectiveFrom = report.plan.effectiveFrom
    period = report.sources.period
    notice = report.sources.notice
    by = report.by
    unit = report.unit?.description
    amount = Column(report.amount, language)
    parts = report.parts.map { Column($0, language) }
    notes = report.notes.map { Column($0, language) }
    groups = report.groups.map(Group.init)
    total = Sums(report.total)
    budget = report.budget.map(Self.yuan)
    remaining = report.remaining.map(Self.yuan)
    rejected = report.rejected
    policyFiles = report.sources.policyFiles.map(ExplanationDocument.File.init)
    inputFiles = report.sources.inputFiles.map(ExplanationDocument.File.init)
  }

  /// The double nearest to an amount of fen, whose shortest form has its two decimals.
  private static func yuan(_ fen: Int64) -> Double { Double(fen) / 100 }
}
