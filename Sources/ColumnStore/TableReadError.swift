import DelimitedText

/// Why a table could not be read at all: a fault of a whole file, not of a row.
public enum TableReadError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file could not be read as text.
  case text(table: String, DelimitedTextError)
  /// A file has no header row.
  case empty(table: String, file: String)
  /// A quote in the header row is not closed, or text follows a closing one.
  case damagedHeader(table: String, file: String, line: Int, reason: String)
  /// Columns have no header; all of them, and the headers found.
  case columnsMissing(table: String, file: String, columns: [MissingColumn], found: [String])
  /// A column that is needed has two different headers in one file.
  case twoHeaders(table: String, file: String, column: String, headers: [String])
  /// A header that is needed stands over several columns, counted from 1.
  case repeatedHeader(table: String, file: String, header: String, positions: [Int])
  /// A quote is opened on this line and not closed before the end of the file, so that no row after
  /// it can be told.
  case unclosedQuote(table: String, file: String, line: Int)
  /// The files hold more than 2^31 - 1 rows, or one of them as many lines.
  case tooManyRows(table: String, file: String)

  /// A column that no header of a file fits.
  public struct MissingColumn: Hashable, Sendable {
    /// The column's name in the specification.
    public let name: String
    /// The headers that would fit.
    public let accepted: [String]
    /// The header that comes nearest, if any comes near.
    public let nearest: String?
  }

  /// What `body` answers; its error is told as one of a table's.
  public static func of<Result>(
    _ table: String, _ body: () throws(DelimitedTextError) -> Result
  ) throws(TableReadError) -> Result {
    do throws(DelimitedTextError) {
      return try body()
    } catch {
      throw .text(table: table, error)
    }
  }

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .text(let table, let error):
      "table \(table): \(error)"
    case .empty(let table, let file):
      "\(file): the file is empty; the table \(table) needs a header row"
    case .damagedHeader(let table, let file, let line, let reason):
      "\(file):\(line): the header row of the table \(table) cannot be read: \(reason)"
    case .columnsMissing(let table, let file, let columns, let found):
      Self.describe(columns, of: table, file, found)
    case .twoHeaders(let table, let file, let column, let headers):
      "\(file): the table \(table) has \(headers.count) headers for the column \(column): "
        + Self.quotedList(headers) + "; keep the one that counts and rename the others"
    case .repeatedHeader(let table, let file, let header, let positions):
      "\(file): the table \(table) has the header \"\(CellFault.shortened(header))\" "
        + "\(positions.count) times (columns \(Self.list(positions.map(String.init)))); "
        + "keep the one that counts and rename the others"
    case .unclosedQuote(let table, let file, let line):
      "\(file):\(line): a quote is opened in a row of the table \(table) and not closed before the "
        + "end of the file; close it, or write a quote inside quotes twice"
    case .tooManyRows(let table, let file):
      "\(file): the table \(table) has more than \(Int32.max) lines"
    }
  }

  private static func describe(
    _ columns: [MissingColumn], of table: String, _ file: String, _ found: [String]
  ) -> String {
    let count = columns.count == 1 ? "a column" : "\(columns.count) columns"
    var lines = ["\(file): the table \(table) lacks \(count)"]
    for column in columns {
      let wanted = column.accepted.map { "\"\($0)\"" }.joined(separator: " or ")
      let hint = column.nearest.map { "; is it \"\(CellFault.shortened($0))\"?" } ?? ""
      lines.append("  \(column.name): no header is \(wanted)\(hint)")
    }
    lines.append("  headers found: " + quotedList(found))
    if found.count == 1 {
      lines.append("  the separator must be a comma, a semicolon or a tab")
    }
    return lines.joined(separator: "\n")
  }

  /// Headers, each cut where it is longer than any that people write.
  private static func quotedList(_ headers: [String]) -> String {
    list(headers.map { "\"\(CellFault.shortened($0))\"" })
  }

  private static func list(_ all: [String]) -> String {
    let most = 40
    let shown = all.prefix(most).joined(separator: ", ")
    return all.count > most ? "\(shown) and \(all.count - most) more" : shown
  }
}
