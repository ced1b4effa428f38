import ColumnStore
import ScoringEngine

/// How two results of the same subjects differ: a published one and its re-run.
///
/// Rows are matched by the first column, and by `period` too where both results have it; their order
/// does not matter. Cells are the same when their bytes are, or when both are numbers that read as
/// the same double. Linear in the size of the files in time; in memory, the files and some 100 bytes
/// for each row.
public struct ResultDifference: Sendable {
  /// The result as it was.
  public let old: ResultFile
  /// The result as it is now.
  public let new: ResultFile
  /// The columns that both results have, in the order of the new one, without key and period.
  public private(set) var columns: [ColumnDifference]
  /// The subjects that only the old result has, in its order.
  public private(set) var onlyInOld: [ResultSubject] = []
  /// The subjects that only the new result has, in its order.
  public private(set) var onlyInNew: [ResultSubject] = []
  /// How many subjects both results have.
  public private(set) var sharedCount = 0

  private let layout: ResultColumns
  private var changed: [RowPair] = []

  /// The rows of a subject in both results.
  private struct RowPair {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// Compares two results.
  ///
  /// - Throws: `otherKey` when the first columns have different headers, `rows` when a row is at fault
  ///   or a subject stands twice, `file` when a quote is not closed.
  public init(
    old: ResultFile, new: ResultFile, progress: ((WorkProgress) -> Void)? = nil
  ) throws(ResultFileError) {
    layout = try ResultColumns(old, new)
    self.old = old
    self.new = new
    columns = layout.pairs.map { ColumnDifference($0.name) }
    var pool = TextPool()
    let oldRows = try ResultRows(
      old, period: layout.period?.old, pool: &pool, progress: progress)
    let newRows = try ResultRows(
      new, period: layout.period?.new, pool: &pool, progress: progress)
    old.withReader { old in
      new.withReader { new in compare(oldRows, newRows, &old, &new, progress) }
    }
  }

  /// Whether rows are matched by the period too.
  public var isByPeriod: Bool { layout.period != nil }
  /// The columns that only the old result has.
  public var columnsOnlyInOld: [String] { layout.onlyInOld }
  /// The columns that only the new result has.
  public var columnsOnlyInNew: [String] { layout.onlyInNew }
  /// How many subjects in both results have a cell that differs.
  public var changedCount: Int { changed.count }

  /// Whether both results have the same subjects and columns with the same cells.
  public var isEmpty: Bool {
    changed.isEmpty && onlyInOld.isEmpty && onlyInNew.isEmpty && columnsOnlyInOld.isEmpty
      && columnsOnlyInNew.isEmpty
  }

  /// Calls `body` with each subject whose cells differ, in the order of the new result.
  public func forEachChanged(_ body: (SubjectDifference) throws -> Void) rethrows {
    try old.withReader { old in
      try new.withReader { new in
        for pair in changed { try body(difference(at: pair, &old, &new)) }
      }
    }
  }

  /// The subjects whose number in a column has changed most in size, the first in order among equals;
  /// without a column the first ones. O(n log n) for n changed subjects.
  public func largestMovers(by column: String?, most: Int) -> [SubjectDifference] {
    let pair = layout.pairs.first { $0.name == column }
    return old.withReader { old in
      new.withReader { new in
        var movers = changed.indices.map { (index: $0, size: 0.0) }
        if let pair {
          movers = movers.map { index, _ in
            let change = change(of: pair, at: changed[index], &old, &new)
            return (index, abs(change ?? 0))
          }.filter { $0.size > 0 }
          movers.sort { ($1.size, $0.index) < ($0.size, $1.index) }
        }
        return movers.prefix(most).map { difference(at: changed[$0.index], &old, &new) }
      }
    }
  }

  /// The column by which movers are meant when nobody says: `final`, else `total`, else the first
  /// with a number that has changed; nil when no number has.
  public var leadingColumn: String? {
    let moved = columns.filter { $0.numberCount > 0 }.map(\.name)
    return ["final", "total"].first(where: moved.contains) ?? moved.first
  }

  private mutating func compare(
    _ oldRows: ResultRows, _ newRows: ResultRows, _ old: inout RowReader, _ new: inout RowReader,
    _ progress: ((WorkProgress) -> Void)?
  ) {
    let total = newRows.ranges.count
    for (row, range) in newRows.ranges.enumerated() {
      if row % ResultRows.progressStep == 0 {
        progress?(WorkProgress(activity: "comparing", done: row, total: total))
      }
      if let oldRow = oldRows.row(of: newRows.codes[row]) {
        sharedCount += 1
        let pair = RowPair(old: oldRows.ranges[oldRow], new: range)
        if layout.areAlike, old.row(pair.old, isSameAs: new, pair.new) { continue }
        if countChanges(pair, &old, &new) { changed.append(pair) }
      } else {
        takeOnlyNew(at: range.lowerBound, &new)
      }
    }
    for (row, range) in oldRows.ranges.enumerated()
    where newRows.row(of: oldRows.codes[row]) == nil {
      takeOnlyOld(at: range.lowerBound, &old)
    }
    for index in columns.indices {
      guard let start = columns[index].largestStart else { continue }
      new.read(at: start)
      columns[index].largestSubject = subject(new, period: layout.period?.new)
    }
  }

  private mutating func takeOnlyNew(at start: Int, _ new: inout RowReader) {
    new.read(at: start)
    for (index, pair) in layout.pairs.enumerated() {
      columns[index].addUnpaired(old: nil, new: new.number(pair.new))
    }
    onlyInNew.append(subject(new, period: layout.period?.new))
  }

  private mutating func takeOnlyOld(at start: Int, _ old: inout RowReader) {
    old.read(at: start)
    for (index, pair) in layout.pairs.enumerated() {
      columns[index].addUnpaired(old: old.number(pair.old), new: nil)
    }
    onlyInOld.append(subject(old, period: layout.period?.old))
  }

  /// Counts the cells that differ in their columns; false when there are none.
  private mutating func countChanges(
    _ rows: RowPair, _ old: inout RowReader, _ new: inout RowReader
  ) -> Bool {
    old.read(at: rows.old.lowerBound)
    new.read(at: rows.new.lowerBound)
    var isChanged = false
    for (index, pair) in layout.pairs.enumerated() {
      guard let (was, now) = Self.numbers(of: pair, old, new) else { continue }
      columns[index].add(was, now, at: rows.new.lowerBound)
      isChanged = true
    }
    return isChanged
  }

  /// The two cells as numbers, each nil when it is none; nil when the cells do not differ.
  private static func numbers(
    of pair: ResultColumns.Pair, _ old: RowReader, _ new: RowReader
  ) -> (was: NumberCell?, now: NumberCell?)? {
    if old.holds(pair.old, sameAs: new, pair.new) { return nil }
    let (was, now) = (old.number(pair.old), new.number(pair.new))
    if let was, let now, was.value == now.value { return nil }
    return (was, now)
  }

  private func difference(
    at rows: RowPair, _ old: inout RowReader, _ new: inout RowReader
  ) -> SubjectDifference {
    old.read(at: rows.old.lowerBound)
    new.read(at: rows.new.lowerBound)
    let cells = layout.pairs.compactMap { pair -> CellDifference? in
      guard let (was, now) = Self.numbers(of: pair, old, new) else { return nil }
      return CellDifference(
        column: pair.name, old: old.text(pair.old), new: new.text(pair.new),
        change: now.flatMap { was?.change(to: $0) })
    }
    return SubjectDifference(subject: subject(new, period: layout.period?.new), cells: cells)
  }

  private func change(
    of pair: ResultColumns.Pair, at rows: RowPair, _ old: inout RowReader, _ new: inout RowReader
  ) -> Double? {
    old.read(at: rows.old.lowerBound)
    new.read(at: rows.new.lowerBound)
    return new.number(pair.new).flatMap { old.number(pair.old)?.change(to: $0) }
  }

  private func subject(_ row: RowReader, period: Int?) -> ResultSubject {
    ResultSubject(key: row.text(0), period: period.map(row.text))
  }
}
