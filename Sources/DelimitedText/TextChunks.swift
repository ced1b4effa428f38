import Synchronization

/// Hands out a text in chunks of whole records, in order, to several threads.
///
/// Where the chunks are cut depends on the text and the size alone, so that two passes get the same.
public final class TextChunks: Sendable {
  /// How many bytes a chunk has where nobody says: a few thousand rows, which stay in the cache.
  public static let usualSize = 1 << 19
  /// The longest record that is read: whatever is longer is no row but a quote that is not closed, or no
  /// table at all, and need not be in memory to be refused.
  public static let longestRecord = 1 << 28

  private struct State {
    var index = 0
    var position: Int
  }

  private let source: TextSource
  private let separator: UInt8
  private let size: Int
  private let state: Mutex<State>

  /// The chunks of a text from a place on at which a record begins.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - separator: what stands between fields: only there can a quote open one.
  ///   - start: where the first chunk begins.
  ///   - size: how many bytes a chunk has at most, unless a record is longer.
  public init(
    _ source: TextSource, separator: UInt8, from start: Int, size: Int = TextChunks.usualSize
  ) {
    self.source = source
    self.separator = separator
    self.size = max(1, size)
    state = Mutex(State(position: start))
  }

  /// Fills a chunk with the next records; false when there are no more.
  ///
  /// The last chunk alone may end within quotes: those of a field that is never closed.
  ///
  /// - Throws: `recordTooLong`, or what reading the text throws.
  public func next(_ chunk: TextChunk) throws(DelimitedTextError) -> Bool {
    let result = state.withLock { state in
      Result { () throws(DelimitedTextError) in try fill(chunk, &state) }
    }
    return try result.get()
  }

  private func fill(_ chunk: TextChunk, _ state: inout State) throws(DelimitedTextError) -> Bool {
    guard state.position < source.end else { return false }
    (chunk.index, chunk.offset) = (state.index, state.position)
    chunk.shrink(to: size)
    var (count, size) = (0, size)
    while true {
      let room = chunk.room(for: size)
      count += try source.read(
        into: UnsafeMutableRawBufferPointer(rebasing: room[count...]), at: state.position + count)
      let isLast = state.position + count >= source.end
      if let border = isLast ? count : border(UnsafeRawBufferPointer(rebasing: room[..<count])) {
        chunk.end(after: border)
        state.position += border
        state.index += 1
        return true
      }
      guard size < Self.longestRecord else {
        throw .recordTooLong(file: source.file, line: try source.line(at: state.position))
      }
      // No more than the rest of the text.
      size = min(2 * size, Self.longestRecord, source.end - state.position)
    }
  }

  private func border(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let bytes = bytes.bindMemory(to: UInt8.self)
    return source.survey.hasQuotes
      ? RecordBorder.last(in: bytes, separator: separator)
      : RecordBorder.lastWithoutQuotes(in: bytes)
  }
}
