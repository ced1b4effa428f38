/// A rectangle of cells.
public struct SheetRange: Hashable, Sendable, CustomStringConvertible {
  /// The most rows that a sheet can have.
  public static let mostRows = 1_048_576
  /// The most columns.
  public static let mostColumns = 16_384

  /// The numbers of its rows, from 1.
  public let rows: ClosedRange<Int>
  /// Its columns, A being 0.
  public let columns: ClosedRange<Int>

  /// A rectangle.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    (self.rows, self.columns) = (rows, columns)
  }

  /// Reads `A1:B3` or `A1`; nil for all else, and beyond a sheet's end.
  init?(_ text: UnsafePointer<CChar>) {
    var cursor = text
    guard let first = CellPlace(&cursor) else { return nil }
    var last = first
    if cursor.pointee == CChar(UInt8(ascii: ":")) {
      cursor += 1
      guard let place = CellPlace(&cursor) else { return nil }
      last = place
    }
    guard cursor.pointee == 0, first.isOnSheet, last.isOnSheet, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }

  /// `A1:B3`
  public var description: String {
    Self.name(row: rows.lowerBound, column: columns.lowerBound) + ":"
      + Self.name(row: rows.upperBound, column: columns.upperBound)
  }

  /// The letters of a column, A being 0.
  public static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }

  /// What people call a cell, such as `B7`.
  public static func name(row: Int, column: Int) -> String { letters(column) + "\(row)" }
}
