import ScorecardPolicy

/// What a pay report says in words, the same in a text and on a page.
public struct PayWording: Sendable {
  /// The words.
  public let wording: Wording
  private let report: PayReport

  /// The words of a report in a language.
  public init(_ report: PayReport, _ language: Title.Language) {
    (self.report, wording) = (report, Wording(language))
  }

  /// An amount of fen, or a mark where there is none.
  public static func text(_ fen: Int64?) -> String { fen.map(PayReport.text) ?? "-" }

  /// An amount of fen with its unit.
  public func money(_ fen: Int64) -> String { wording.money(fen, report.unit) }

  /// The policy's title.
  public var policyTitle: String { wording.title(report.plan.title, report.plan.policy) }

  /// What a column is called.
  public func title(of column: PayReport.Column) -> String {
    switch column.kind {
    case .added, .note: wording.title(column.title, column.name)
    case .deducted: wording(.lessDeducted, wording.title(column.title, column.name))
    case .other: wording(.otherParts)
    case .rounding: wording(.roundingDifference)
    }
  }

  /// What a column is called, with the unit where it is that of what is paid.
  public func heading(of column: PayReport.Column) -> String {
    column == report.amount ? wording.withUnit(title(of: column), report.unit) : title(of: column)
  }

  /// What a group is called.
  public func name(of group: PayReport.Group) -> String {
    group.name ?? wording(report.by == nil ? .everyone : .withoutGroup)
  }

  /// Whether the amount stays below the budget or goes beyond it, as a heading.
  public var remaining: String {
    wording.heading((report.remaining ?? 0) < 0 ? .overBudget : .underBudget)
  }

  /// How amounts are rounded and added up.
  public var rule: String { wording(.payRule) }

  /// What stands in the columns that are not added up; nil where there are none.
  public var noteRule: String? {
    report.notes.isEmpty
      ? nil
      : wording(.payNoteRule, wording.list(report.notes.map(title)))
  }
}
