/// Compares each row of totals of a file with the rows above it.
///
/// A total is reached when its numbers are the sums of the rows since the total before, of all rows, or of
/// any run of rows that ends above it, as the rows of a group are. Memory: eight bytes for each row.
struct TotalsLedger {
  /// A total that the rows do not reach.
  struct Disagreement {
    let line: Int
    /// The lines of the rows that it should be the sum of begin after this one.
    let after: Int
    /// Of each column that differs its place, the total and the sum.
    let columns: [(column: Int, total: ExactDecimal, sum: ExactDecimal)]
    /// Whether rows among them could not be read, so that the sum is not known.
    let isUnknown: Bool
  }

  private(set) var disagreements: [Disagreement] = []
  private(set) var totalCount = 0

  /// How many columns are summed.
  let width: Int
  private var sinceTotal: TotalsPiece.Segment
  private var all: TotalsPiece.Segment
  private var rowsSinceTotal = 0
  private var lastTotalLine = 0
  /// The hash of the sum of all rows before each row since the last unknown one.
  private var sumsBefore: [UInt64] = [0]
  private var sum: UInt64 = 0

  init(width: Int) {
    self.width = width
    sinceTotal = TotalsPiece.Segment(width: width)
    all = sinceTotal
  }

  /// Takes the next piece of the file.
  mutating func take(_ piece: TotalsPiece) {
    guard piece.width > 0 else {
      totalCount += piece.totals.count
      return
    }
    var row = 0
    for (index, total) in piece.totals.enumerated() {
      take(piece.rows[row..<total.rowsBefore], piece.segments[index])
      row = total.rowsBefore
      compare(total)
    }
    take(piece.rows[row...], piece.segments[piece.totals.count])
  }

  /// Forgets what only further rows would need, once the file is read.
  mutating func end() { sumsBefore = [] }

  private mutating func take(_ rows: ArraySlice<UInt64?>, _ segment: TotalsPiece.Segment) {
    sinceTotal.add(segment)
    all.add(segment)
    rowsSinceTotal += rows.count
    for row in rows {
      if let row {
        sum &+= row
      } else {
        sumsBefore.removeAll(keepingCapacity: true)
      }
      sumsBefore.append(sum)
    }
  }

  private mutating func compare(_ total: TotalsPiece.Total) {
    totalCount += 1
    defer {
      sinceTotal = TotalsPiece.Segment(width: total.sums.count)
      (rowsSinceTotal, lastTotalLine) = (0, total.line)
    }
    if rowsSinceTotal > 0, differences(total, sinceTotal).isEmpty { return }
    if differences(total, all).isEmpty || isSumOfRun(total) { return }
    let isOfAll = rowsSinceTotal == 0
    let segment = isOfAll ? all : sinceTotal
    let known = differences(total, segment)
    disagreements.append(
      Disagreement(
        line: total.line, after: isOfAll ? 0 : lastTotalLine, columns: known,
        isUnknown: all.isUnknown.contains(true)))
  }

  /// The columns in which a total is not the sum, each with what it is.
  private func differences(
    _ total: TotalsPiece.Total, _ segment: TotalsPiece.Segment
  ) -> [(column: Int, total: ExactDecimal, sum: ExactDecimal)] {
    total.sums.enumerated().compactMap { column, cell in
      guard let cell,
        segment.isUnknown[column]
          || !cell.value.isRounding(of: segment.sums[column], decimals: cell.decimals)
      else { return nil }
      return (column, cell.value, segment.sums[column])
    }
  }

  /// Whether the rows above, from one of them on, have just these sums in all columns.
  private func isSumOfRun(_ total: TotalsPiece.Total) -> Bool {
    var hash: UInt64 = 0
    for (column, cell) in total.sums.enumerated() {
      guard let cell else { return false }
      hash &+= cell.value.linearHash &* TotalsPiece.multiplier(column)
    }
    return sumsBefore.dropLast().reversed().contains(sum &- hash)
  }
}
