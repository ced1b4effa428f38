import ColumnStore

/// Writes rejected rows as CSV: `table,line,column,reason,row`, each row as it stood.
public enum RejectsWriter {
  /// The file's bytes, with an apostrophe before what spreadsheets would take for formulas if wanted.
  public static func bytes(of rows: [RejectedRow], disarmsFormulas: Bool = false) -> [UInt8] {
    var writer = DelimitedWriter(disarmsFormulas: disarmsFormulas)
    writer.appendHeader(["table", "line", "column", "reason", "row"])
    for row in rows {
      writer.append(row.table)
      writer.append(row.line)
      writer.append(row.column)
      writer.append(row.reason)
      writer.append(row.rowText)
      writer.endRow()
    }
    return writer.bytes
  }
}
