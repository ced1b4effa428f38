/// A table as tests write it: comma-separated lines without quotes, a header first.
///
/// Read as plainly as can be, apart from the product's reader, so that the two can be held against
/// each other.
public struct PlainTable: Sendable, Equatable {
  /// The names of the columns.
  public var header: [String]
  /// The cells of each row; row i stands on line i + 2.
  public var rows: [[String]]

  /// A table of those cells.
  public init(header: [String], rows: [[String]]) {
    (self.header, self.rows) = (header, rows)
  }

  /// Reads a text; a byte-order mark and a last line end are passed over.
  public init(_ text: String) {
    let plain =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    var lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let cells = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    (header, rows) = (cells.first ?? [], Array(cells.dropFirst()))
  }

  /// The text of the table.
  public var text: String {
    ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The line of a row, from 1.
  static func line(ofRow row: Int) -> Int { row + 2 }

  /// The cells of a row by the names of their columns; nil when the row has too many or too few.
  func cells(ofRow row: Int) -> [String: String]? {
    guard rows[row].count == header.count else { return nil }
    return Dictionary(zip(header, rows[row])) { first, _ in first }
  }
}
