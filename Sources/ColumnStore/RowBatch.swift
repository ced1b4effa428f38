import DelimitedText

/// The rows of one chunk of a table, as they are read; the memory is used again for the next chunk.
public final class RowBatch {
  /// The chunk that the rows stand in.
  public let chunk = TextChunk()
  /// The number of rows.
  public internal(set) var rowCount = 0
  /// The columns in the order of the specification; without rows where they are not read.
  public let columns: [BatchColumn]
  /// The texts of this batch's text columns.
  public internal(set) var texts: TextPool
  /// The keys of this batch.
  public internal(set) var keyTexts = TextPool()
  /// The hashes of `keyTexts` where keys are listed.
  public internal(set) var keyHashes: [UInt64] = []
  /// For each row the code of its key in `keyTexts`, -1 where it has none; not set when keys are not
  /// read.
  public private(set) var keys: UnsafeMutablePointer<Int32>
  /// For each row the line it begins on, counted from 1 at the chunk's beginning.
  private(set) var lines: UnsafeMutablePointer<Int32>
  /// For each row where it begins in the chunk.
  private(set) var starts: UnsafeMutablePointer<Int>
  /// How many lines the chunk has.
  var lineCount = 0
  /// What is wrong with the rows, in order of rows and columns.
  public internal(set) var faults: [BatchFault] = []

  private let firstTextCount: Int

  init(_ specification: TableSpecification, texts: TextPool) {
    columns = specification.columns.map { BatchColumn($0.type) }
    firstTextCount = texts.count
    self.texts = texts
    keys = .allocate(capacity: 0)
    lines = .allocate(capacity: 0)
    starts = .allocate(capacity: 0)
  }

  deinit {
    keys.deallocate()
    lines.deallocate()
    starts.deallocate()
  }

  /// Empties the batch.
  func reset() {
    rowCount = 0
    lineCount = 0
    if texts.count > firstTextCount { texts.truncate(to: firstTextCount) }
    if keyTexts.count > 0 { keyTexts.truncate(to: 0) }
    faults.removeAll(keepingCapacity: true)
    for column in columns { column.reset() }
  }

  /// Gives each row of a table in which nobody read the keys the code that its key has elsewhere.
  public func setKeys(_ codes: UnsafePointer<Int32>) { keys.update(from: codes, count: rowCount) }

  /// Makes the keys codes of `texts`, so that they can be compared with the text columns.
  public func bringKeysToTexts() {
    let codes = (0..<Int32(keyTexts.count)).map { code in
      keyTexts.withUTF8(of: code) { texts.code(forUTF8: $0) }
    }
    for row in 0..<rowCount where keys[row] >= 0 { keys[row] = codes[Int(keys[row])] }
  }

  /// Gives the texts of all text columns other codes: for each code the one that stands in its place.
  ///
  /// - Parameter includesKeys: whether the keys were brought to the texts and take part.
  public func recodeTexts(_ codes: [Int32], includesKeys: Bool = false) {
    for column in columns where column.type == .text {
      for row in 0..<rowCount where column.states[row] == Column.present {
        column.codes[row] = codes[Int(column.codes[row])]
      }
    }
    guard includesKeys else { return }
    for row in 0..<rowCount where keys[row] >= 0 { keys[row] = codes[Int(keys[row])] }
  }

  /// Makes room for at least one row more; whether memory moved.
  func reserveRow() -> Bool {
    if rowCount < capacity { return false }
    let larger = max(1024, capacity * 2)
    keys = keys.grown(from: capacity, to: larger, filling: 0)
    lines = lines.grown(from: capacity, to: larger, filling: 0)
    starts = starts.grown(from: capacity, to: larger, filling: 0)
    for column in columns { column.grow(to: larger) }
    capacity = larger
    return true
  }

  /// Whether there is room for another row.
  var hasRoom: Bool { rowCount < capacity }
  /// How many rows there is room for.
  private(set) var capacity = 0

  /// Notes where a row begins.
  func note(_ row: Int, line: Int, start: Int) {
    lines[row] = Int32(truncatingIfNeeded: line)
    starts[row] = start
  }
}
