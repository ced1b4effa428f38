import ScoringPlan

/// What changed in a column that both results have.
public struct ColumnDifference: Sendable {
  /// The column's header.
  public let name: String
  /// How many subjects in both results have another cell.
  public private(set) var changedCount = 0
  /// How many of them have a number in both.
  public private(set) var numberCount = 0
  /// The change of a number that is largest in size, the first in order among equals; 0 when there
  /// is none.
  public private(set) var largestChange = 0.0
  /// Whose it is; nil when there is none.
  public internal(set) var largestSubject: ResultSubject?
  /// Where its row begins in the new result.
  private(set) var largestStart: Int?

  private var changes = ExactSum()
  private var corrections = ExactSum()
  private var hasCorrections = false
  private var places = 0

  init(_ name: String) { self.name = name }

  /// The sum of the changes of numbers; nil when there are none, or beyond the greatest double.
  public var sum: Double? { numberCount == 0 ? nil : total(changes) }

  /// The sum over the new result less the sum over the old one: the changes, and the numbers that
  /// stand in one only, because the other has no such row or no number there. Nil when no number
  /// has changed, or beyond the greatest double.
  public var correction: Double? { hasCorrections ? total(corrections) : nil }

  /// Counts two cells of one subject that differ; its row in the new result begins at `start`.
  mutating func add(_ old: NumberCell?, _ new: NumberCell?, at start: Int) {
    changedCount += 1
    guard let old, let new, let change = old.change(to: new) else {
      addUnpaired(old: old, new: new)
      return
    }
    numberCount += 1
    hasCorrections = true
    places = max(places, old.places, new.places)
    changes.add(change)
    corrections.add(change)
    if largestStart == nil || abs(change) > abs(largestChange) {
      (largestChange, largestStart) = (change, start)
    }
  }

  /// Counts numbers that stand in one result only.
  mutating func addUnpaired(old: NumberCell?, new: NumberCell?) {
    for (cell, sign) in [(old, -1.0), (new, 1.0)] {
      guard let cell else { continue }
      hasCorrections = true
      places = max(places, cell.places)
      corrections.add(sign * cell.value)
    }
  }

  private func total(_ sum: ExactSum) -> Double? {
    let rounded = sum.rounded()
    return rounded.isFinite ? NumberCell.rounded(rounded, places: places) : nil
  }
}
