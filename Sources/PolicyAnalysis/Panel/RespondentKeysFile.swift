import ColumnStore
import DelimitedText

/// Which subject each respondent of a panel is: a file with the header `respondent,subject` and one
/// respondent on each line.
public enum RespondentKeysFile {
  /// What messages call the table.
  public static let table = "of respondents"
  /// How such a file begins.
  public static let header = "respondent,subject"

  /// The key of each respondent's subject, by the respondent's name.
  ///
  /// - Throws: `TableReadError` when the file cannot be read as such a table.
  /// - Returns: the keys, and the rows at fault: names that stand twice, cells that are empty.
  public static func read(
    _ file: String
  ) throws(TableReadError) -> (keys: [String: String], faults: [RowFault]) {
    let source: TextSource = try TableReadError.of(Self.table) {
      () throws(DelimitedTextError) in try TextSource(file)
    }
    return try read(source)
  }

  /// Reads a text that is in memory already.
  static func read(
    _ source: TextSource
  ) throws(TableReadError) -> (keys: [String: String], faults: [RowFault]) {
    var pool = TextPool()
    let result = try TableReader.read(
      TableSpecification(
        name: Self.table, keyName: "respondent",
        columns: [ColumnSpecification(name: "subject", type: .text)], uniqueBy: ["respondent"]),
      sources: [source], pool: &pool)
    let table = result.table
    var keys: [String: String] = [:]
    for (row, name) in table.keys.enumerated() where name >= 0 && table.columns[0].codes[row] >= 0 {
      keys[pool.text(of: name)] = pool.text(of: table.columns[0].codes[row])
    }
    return (keys, result.faults)
  }
}
