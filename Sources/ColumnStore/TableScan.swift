import DelimitedText
import Synchronization

/// Reads the rows of one file of a table in batches, on several threads.
public struct TableScan: Sendable {
  /// The file.
  public let source: TextSource
  let specification: TableSpecification
  let map: HeaderMap
  /// What stands between fields.
  public let separator: UInt8
  /// Where the first row begins, and on which line.
  private let start: Int
  private let firstLine: Int

  /// Reads the header of a file and finds the fields of all columns.
  public init(_ specification: TableSpecification, _ source: TextSource) throws(TableReadError) {
    self.source = source
    self.specification = specification
    let header = try TableHeader(source, table: specification.name)
    map = try HeaderMap(header.names, for: specification, file: source.file)
    (separator, start, firstLine) = (header.separator, header.end, header.nextLine)
  }

  /// The table's name.
  public var tableName: String { specification.name }
  /// The place among a row's fields, from 0, of its key.
  public var keyField: Int { map.key }
  /// How many bytes the rows have.
  public var byteCount: Int { source.end - start }

  /// Calls `body` with all rows of the file, batch by batch, on several threads at the same time.
  ///
  /// A batch is one chunk's and is filled again after the call. Chunks are cut at the same places
  /// whenever the file is read with the same size of chunks.
  ///
  /// - Parameters:
  ///   - threads: on how many threads.
  ///   - chunkSize: how many bytes a batch is read from, unless a row is longer.
  ///   - reading: what is read.
  ///   - texts: texts that have the same codes in all batches.
  ///   - body: called with the thread's number and the batch.
  /// - Throws: the error of the lowest chunk that has one; batches after it may have been handed out.
  public func forEachBatch(
    threads: Int, chunkSize: Int = TextChunks.usualSize, reading: BatchReading,
    texts: TextPool = TextPool(), _ body: (Int, RowBatch) -> Void
  ) throws(TableReadError) {
    try forEach(threads, chunkSize, reading, texts, nil, Order.any, body)
  }

  /// Calls `body` with all rows, batch by batch in order, while other threads read the next.
  ///
  /// - Parameter isWanted: called, by several threads, for rows of which only the keys were read;
  ///   what it does not want is left out of the batch. All rows are wanted when nil.
  public func forEachBatchInOrder(
    threads: Int, chunkSize: Int, reading: BatchReading,
    isWanted: ((RowBatch, Int) -> Bool)? = nil, _ body: (RowBatch) -> Void
  ) throws(TableReadError) {
    try forEach(threads, chunkSize, reading, TextPool(), isWanted, .chunks(Turnstile())) {
      body($1)
    }
  }

  private enum Order {
    case any
    case chunks(Turnstile)

    func pass(_ number: Int, _ body: () -> Void) {
      switch self {
      case .any: body()
      case .chunks(let turnstile): turnstile.pass(number, body)
      }
    }

    func close() {
      if case .chunks(let turnstile) = self { turnstile.close() }
    }
  }

  private func forEach(
    _ threads: Int, _ chunkSize: Int, _ reading: BatchReading, _ texts: TextPool,
    _ isWanted: ((RowBatch, Int) -> Bool)?, _ order: Order, _ body: (Int, RowBatch) -> Void
  ) throws(TableReadError) {
    let chunks = TextChunks(source, separator: separator, from: start, size: chunkSize)
    let failures = Mutex<[(chunk: Int, error: TableReadError)]>([])
    WorkerThreads.run(threads) { worker in
      let parser = RowParser(
        specification, map, source, separator: separator, reading, texts: texts)
      let batch = parser.batch
      do throws(TableReadError) {
        while try next(chunks, batch.chunk) {
          if let line = parser.parse(isWanted) { throw try unclosedQuote(line, batch.chunk) }
          order.pass(batch.chunk.index) { body(worker, batch) }
        }
      } catch {
        order.close()
        let failure = (batch.chunk.index, error)
        failures.withLock { $0.append(failure) }
      }
    }
    let first = failures.withLock { $0.min { $0.chunk < $1.chunk } }
    if let first { throw first.error }
  }

  /// The number of the file's line on which a chunk begins, given the lines of all chunks before it.
  func line(afterLines count: Int) -> Int { firstLine + count }

  private func next(_ chunks: TextChunks, _ chunk: TextChunk) throws(TableReadError) -> Bool {
    try TableReadError.of(specification.name) { () throws(DelimitedTextError) in
      try chunks.next(chunk)
    }
  }

  private func unclosedQuote(
    _ line: Int, _ chunk: TextChunk
  ) throws(TableReadError) -> TableReadError {
    let first = try TableReadError.of(specification.name) { () throws(DelimitedTextError) in
      try source.line(at: chunk.offset)
    }
    return .unclosedQuote(
      table: specification.name, file: source.file, line: first - 1 + line)
  }
}
