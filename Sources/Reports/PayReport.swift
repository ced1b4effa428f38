import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What is paid to whom: one line for each person, subtotals for each group, the total against the
/// budget.
///
/// Each person's pay is rounded to the fen, as it is paid, and all sums are whole numbers of fen: so
/// lines add up to subtotals and these to the total exactly. A result in 万元 is brought to yuan.
public struct PayReport: Sendable {
  /// A column of amounts.
  public struct Column: Sendable, Equatable {
    /// What stands in a column.
    public enum Kind: Sendable, Equatable {
      /// A part that is added.
      case added
      /// A part that is taken off; its amounts are as they come, above zero for what is taken off.
      case deducted
      /// Parts without a name of their own, together; signed.
      case other
      /// By how much the parts were rounded when they were added up; signed.
      case rounding
      /// Another result that is money and comes of what is paid, such as what of it is deferred: for
      /// information, not a part, and not added up.
      case note
    }

    /// The name in the policy; empty for `other` and `rounding`.
    public let name: String
    /// The title for people, when the policy has one.
    public let title: Title?
    /// What stands in it.
    public let kind: Kind

    /// Whether its amounts are taken off.
    public var isDeducted: Bool { kind == .deducted }
  }

  /// What one person is paid.
  public struct Line: Sendable, Equatable {
    /// The subject's key.
    public let key: String
    /// The subject, as counted in the population.
    public let subject: Int
    /// An amount in fen for each of `parts`; nil where a value is missing.
    public let parts: [Int64?]
    /// What is paid, in fen; nil where the policy gives no amount, which counts as nothing.
    public let amount: Int64?
    /// An amount in fen for each of `notes`; nil where a value is missing.
    public let notes: [Int64?]
  }

  /// Sums of lines.
  public struct Sums: Sendable, Equatable {
    /// How many people.
    public var people = 0
    /// The sum of each of `parts`, in fen.
    public var parts: [Int64]
    /// The sum of what is paid, in fen.
    public var amount: Int64 = 0
  }

  /// The people of one group.
  public struct Group: Sendable {
    /// The group's text; nil for those without one, or where there are no groups.
    public let name: String?
    /// The people, in the order of the files.
    public let lines: [Line]
    /// Their sums.
    public let sums: Sums
  }

  /// The plan.
  public let plan: Plan
  /// What it rests on.
  public let sources: ReportSources
  /// The column by which people are grouped; nil when they are not.
  public let by: String?
  /// The parts that add up to the amount, in its formula's order; empty where it is not a sum.
  public let parts: [Column]
  /// The amount paid.
  public let amount: Column
  /// Other results that are money and come of what is paid or of a part of it.
  public let notes: [Column]
  /// The unit of the amounts: nil when the policy names none for what it pays.
  public let unit: Unit?
  /// The groups, in the order of their texts' bytes; those without a text come last.
  public let groups: [Group]
  /// The sums of all.
  public let total: Sums
  /// What may be paid in all, in fen; nil when the policy does not say.
  public let budget: Int64?
  /// How many subjects are not paid as their rows are at fault.
  public let rejected: Int

  /// What is left of the budget, in fen; nil without one.
  public var remaining: Int64? { budget.map { $0 - total.amount } }

  /// A number of fen as it is printed, such as `1200.50`.
  public static func text(_ fen: Int64) -> String { PrintedParts.text(fen, decimals: 2) }

  /// A report on what a run pays.
  ///
  /// Where the parts of the amount are not all kept by the run, all rows of the subjects must be in
  /// memory; see `needsRows`.
  ///
  /// - Parameters:
  ///   - scored: the run.
  ///   - sources: what it rests on.
  ///   - by: the text column that makes groups; nil for one group of all.
  public init(
    _ scored: ScoredPopulation, _ sources: ReportSources, by: String? = nil
  ) throws(ReportError) {
    let maker = try PayReportMaker(scored, by: by)
    let lines = try maker.lines()
    (plan, self.sources, self.by) = (scored.plan, sources, by)
    (amount, notes, unit, budget) = (maker.amount, maker.notes, maker.unit, maker.budget)
    rejected = maker.rejected
    // A column of nothing but zeros would only raise questions.
    let kept = maker.parts.indices.filter { index in
      maker.parts[index].kind != .rounding || lines.contains { ($0.parts[index] ?? 0) != 0 }
    }
    parts = kept.map { maker.parts[$0] }
    let shown = lines.map { line in
      Line(
        key: line.key, subject: line.subject, parts: kept.map { line.parts[$0] },
        amount: line.amount, notes: line.notes)
    }
    groups = try maker.groups(of: shown, partCount: kept.count)
    total = try PayReportMaker.sum(groups.map(\.sums), partCount: kept.count)
  }

  /// Whether a report needs all rows of all subjects in memory, since parts of the amount are not
  /// among the values that every run keeps.
  public static func needsRows(_ plan: Plan) -> Bool {
    let results = Set(plan.layout.results.map(\.register))
    return plan.payTerms.contains { !results.contains($0.register) }
  }
}
