import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// How much more is paid of one part of pay, in the unit of pay.
public struct PayPartChange: Sendable, Equatable {
  /// What the policies call it.
  public let name: String
  /// The title for people, in the later policy where that has it.
  public let title: Title?
  /// By how much more it adds to what is paid; below 0 where it adds less.
  public let change: Double
}

extension PolicyComparison {
  /// The change of each part of pay, where both policies pay the sum of parts of the same names and these are
  /// results of theirs; else empty. What is rounded away, or changes in no part, is not in them. O(subjects).
  public var payParts: [PayPartChange] {
    guard subjects.pay != nil else { return [] }
    let terms = scored.map(\.plan.payTerms)
    let names = terms.map { $0.map(\.name) }
    guard names.before == names.after, !names.before.contains(nil) else { return [] }
    let sums = Compared(
      before: terms.before.map { Self.sum($0, scored.before, subjects.rows.before) },
      after: terms.after.map { Self.sum($0, scored.after, subjects.rows.after) })
    guard !(sums.before + sums.after).contains(nil) else { return [] }
    return terms.after.indices.map { index in
      let term = terms.after[index]
      let change = (sums.after[index] ?? 0) - (sums.before[index] ?? 0)
      return PayPartChange(
        name: term.name ?? "", title: term.title ?? terms.before[index].title, change: change)
    }
  }

  /// What a part adds for all; nil where the run did not keep it.
  private static func sum(_ term: PayTerm, _ scored: ScoredPopulation, _ rows: [Int]) -> Double? {
    guard let column = scored.column(term.register) else { return nil }
    let sum = ExactSum(rows.lazy.map { column[$0] ?? 0 }).rounded()
    return term.isDeducted ? -sum : sum
  }
}
