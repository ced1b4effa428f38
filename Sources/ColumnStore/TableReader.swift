import DelimitedText
import Glibc

/// Reads delimited files into a table, strictly: what is not as specified is a fault, never guessed.
///
/// Comma, semicolon or tab; UTF-8, GB18030 or UTF-16LE; quotes as in RFC 4180; plain decimals.
public enum TableReader {
  /// Reads one or more sources into one table, each with its own order of columns.
  ///
  /// Faulty rows stay in the table and are listed; the caller decides what becomes of them. A row
  /// with the wrong number of fields has no values, but the key where the key should stand. Linear in
  /// the size of the sources, in time; memory for the rows.
  ///
  /// - Parameters:
  ///   - specification: what the table must look like.
  ///   - sources: at least one.
  ///   - pool: takes the texts of the table too.
  ///   - threads: on how many threads; does not change the result.
  ///   - chunkSize: how many bytes a thread reads at a time; does not change the result.
  ///   - isWanted: called, from several threads, for each file's index, batch and row; rows that are
  ///     not wanted are passed over as if they were not there. All rows are wanted when nil.
  ///   - progress: called with the bytes done and the bytes in all, every few megabytes and at the end.
  public static func read(
    _ specification: TableSpecification, sources: [TextSource], pool: inout TextPool,
    threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
    chunkSize: Int = TextChunks.usualSize,
    isWanted: ((Int, RowBatch, Int) -> Bool)? = nil, progress: ((Int, Int) -> Void)? = nil
  ) throws(TableReadError) -> TableReadResult {
    precondition(!sources.isEmpty, "a table is read from at least one file")
    var reading = BatchReading(keys: .shared, readsColumns: true)
    reading.wordsFaults = true
    var builder = TableBuilder(
      specification, pool: pool, byteCount: sources.reduce(0) { $0 + $1.end }, progress: progress)
    for (index, source) in sources.enumerated() {
      let scan = try TableScan(specification, source)
      builder.begin(scan)
      try scan.forEachBatchInOrder(
        threads: threads, chunkSize: chunkSize, reading: reading,
        isWanted: isWanted.map { isWanted in { isWanted(index, $0, $1) } }
      ) { batch in
        builder.append(batch, of: scan)
      }
      try builder.end(scan)
    }
    let result: TableReadResult
    (result, pool) = builder.finish()
    return result
  }
}
