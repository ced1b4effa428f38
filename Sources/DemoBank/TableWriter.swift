import Glibc

/// Writes a comma-separated table row by row: beside its place first, moved there when it is whole.
final class TableWriter {
  private let path: String
  private let encoding: OutputEncoding
  private var buffer: [UInt8] = []
  private var descriptor: Int32
  private var rowIsEmpty = true

  private var unfinishedPath: String { path + ".unfinished" }
  private static let bufferSize = 1 << 20

  init(path: String, encoding: OutputEncoding) throws(OutputError) {
    self.path = path
    self.encoding = encoding
    descriptor = open(path + ".unfinished", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
    try write(encoding.byteOrderMark)
  }

  /// A table that was never finished leaves nothing behind.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(unfinishedPath)
  }

  /// Adds a cell of text that needs no quotes.
  func add(_ text: String) {
    separate()
    buffer.append(contentsOf: text.utf8)
  }

  /// Adds a number, or an empty cell.
  func add(_ number: FixedDecimal?) {
    separate()
    number?.write(to: &buffer)
  }

  func endRow() throws(OutputError) {
    buffer.append(UInt8(ascii: "\n"))
    rowIsEmpty = true
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts the whole table in its place.
  func finish() throws(OutputError) {
    try flush()
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(unfinishedPath, path) == 0 else {
      let error = Self.systemError(path)
      unlink(unfinishedPath)
      throw error
    }
  }

  private func separate() {
    if !rowIsEmpty { buffer.append(UInt8(ascii: ",")) }
    rowIsEmpty = false
  }

  private func flush() throws(OutputError) {
    guard let bytes = encoding.encode(buffer) else {
      throw OutputError(path: path, reason: "this system cannot write \(encoding.rawValue)")
    }
    try write(bytes)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8]) throws(OutputError) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.systemError(path) }
      start += written
    }
  }

  private static func systemError(_ path: String) -> OutputError {
    OutputError(path: path, reason: String(cString: strerror(errno)))
  }
}
