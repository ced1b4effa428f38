import ColumnStore
import DelimitedText
import ScoringPlan

/// Who the subjects are: the keys of the subject table in the order of its rows, read before all else
/// so that whatever follows can be brought to its subject at once.
struct SubjectRoster: Sendable {
  /// The key of each row, -1 where it is missing.
  private(set) var keys: [Int32] = []
  /// The row of each key, and rows that share theirs.
  private(set) var rows: SubjectKeys
  /// The first row of each chunk, by file; one more at the end of each file.
  private var firstRows: [[Int]] = []

  /// Reads the keys of the subject table.
  ///
  /// - Parameter pool: takes the keys.
  init(
    _ scans: [TableScan], pool: inout TextPool, options: ScoringOptions,
    progress: ReadingProgress
  ) throws(TableReadError) {
    var keys: [Int32] = []
    for scan in scans {
      var firstRows = [keys.count]
      // Line feeds may be rows or nothing, so that room is not made for any number of them.
      let expected = min(scan.source.survey.lineFeedCount + 1, 1 << 24)
      keys.reserveCapacity(keys.count + expected)
      pool.reserveCapacity(pool.count + expected)
      try scan.forEachBatchInOrder(
        threads: options.threads, chunkSize: options.chunkSize,
        reading: BatchReading(keys: .listed, readsColumns: false)
      ) { batch in
        let codes = pool.codes(of: batch.keyTexts, hashes: batch.keyHashes)
        for row in 0..<batch.rowCount {
          keys.append(batch.keys[row] < 0 ? -1 : codes[Int(batch.keys[row])])
        }
        firstRows.append(keys.count)
        progress.advance(batch)
      }
      guard keys.count < Int32.max else {
        throw .tooManyRows(table: scan.tableName, file: scan.source.file)
      }
      self.firstRows.append(firstRows)
    }
    rows = SubjectKeys(keys, codeCount: pool.count)
    self.keys = keys
  }

  /// The number of subjects.
  var count: Int { keys.count }

  /// The rows of a chunk of a file; nil when it had none when the keys were read.
  func rows(ofChunk chunk: Int, inFile file: Int) -> Range<Int>? {
    guard chunk + 1 < firstRows[file].count else { return nil }
    return firstRows[file][chunk]..<firstRows[file][chunk + 1]
  }

  /// For each row of a batch its subject, -1 when nobody has the key or there is none.
  ///
  /// - Parameter pool: that of the keys.
  func subjects(of batch: RowBatch, _ pool: TextPool) -> [Int32] {
    let texts = batch.keyTexts
    // Detail tables mostly list subjects in the order of the subject table.
    var last: Int32 = -1
    let rowsOfKeys = (0..<Int32(texts.count)).map { key in
      texts.withUTF8(of: key) { text in
        guard let code = pool.find(utf8: text, trying: last + 1) else { return Int32(-1) }
        last = code
        return rows.row(of: code)
      }
    }
    return (0..<batch.rowCount).map { batch.keys[$0] < 0 ? -1 : rowsOfKeys[Int(batch.keys[$0])] }
  }

  /// The first row with a key; -1 when there is none.
  func row(of key: UnsafeBufferPointer<UInt8>, _ pool: TextPool) -> Int32 {
    pool.find(utf8: key).map { rows.row(of: $0) } ?? -1
  }
}
