import DelimitedText

/// Reads delimited files into a table, strictly: what is not as specified is a fault, never guessed.
///
/// Comma, semicolon or tab; UTF-8, GB18030 or UTF-16LE; quotes as in RFC 4180; plain decimals.
public enum TableReader {
  /// Reads one or more files into one table, each with its own order of columns.
  ///
  /// Faulty rows stay in the table and are listed; the caller decides what becomes of them. A row
  /// with the wrong number of fields has no values, but the key where the key should stand. The
  /// texts of the table are added to `pool`. `progress` is called with the bytes done and the bytes
  /// in all, every few megabytes and at the end. Linear in the size of the files, in time and memory;
  /// the decoded bytes stay in memory with the table.
  public static func read(
    _ specification: TableSpecification, files: [String], pool: inout TextPool,
    progress: ((Int, Int) -> Void)? = nil
  ) throws(TableReadError) -> TableReadResult {
    var texts: [DecodedText] = []
    for file in files {
      do throws(DelimitedTextError) {
        texts.append(try DecodedText(contentsOf: file))
      } catch {
        throw .text(table: specification.name, error)
      }
    }
    return try read(specification, texts: texts, pool: &pool, progress: progress)
  }

  /// Reads texts already in memory into one table; otherwise like reading files.
  public static func read(
    _ specification: TableSpecification, texts: [DecodedText], pool: inout TextPool,
    progress: ((Int, Int) -> Void)? = nil
  ) throws(TableReadError) -> TableReadResult {
    precondition(!texts.isEmpty, "a table is read from at least one file")
    var builder = TableBuilder(specification, texts, pool: &pool, progress: progress)
    for text in texts { try builder.read(text, pool: &pool) }
    return builder.finish(pool: pool)
  }
}
