/// The columns of a statement.
enum StatementColumn: Int, CaseIterable {
  case title, raw, floor, cap, score, mean, weight, points, printed, remark

  /// Its letters.
  var letters: String { CellAddress.letters(rawValue) }

  /// Its cell in a row.
  func cell(_ row: Int) -> String { "\(letters)\(row)" }

  /// Its cells from one row to another.
  func cells(_ rows: ClosedRange<Int>) -> String {
    "\(cell(rows.lowerBound)):\(cell(rows.upperBound))"
  }

  /// How many there are.
  static let count = allCases.count
}
