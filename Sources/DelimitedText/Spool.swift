import Glibc

/// Bytes that are written once and then read again and again: in memory while they are few, else in a
/// file without a name, which vanishes with the process.
public struct Spool: ~Copyable {
  /// What messages call the bytes.
  public let name: String
  private let mostInMemory: Int
  private var bytes: [UInt8] = []
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - name: what messages call the bytes.
  ///   - mostInMemory: how many bytes may stay in memory.
  public init(name: String, mostInMemory: Int) {
    self.name = name
    self.mostInMemory = mostInMemory
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends bytes.
  public mutating func append(_ piece: UnsafeRawBufferPointer) throws(DelimitedTextError) {
    bytes.append(contentsOf: piece)
    if bytes.count > mostInMemory || descriptor >= 0 && bytes.count >= 1 << 20 { try flush() }
  }

  /// All bytes, to be read.
  public consuming func finish() throws(DelimitedTextError) -> ByteStorage {
    guard descriptor >= 0 else { return .memory(bytes) }
    try flush()
    let finished = descriptor
    // The file now belongs to whoever reads it.
    descriptor = -1
    guard let file = OpenFile(finished, name: name) else { throw failure() }
    return .file(file)
  }

  private mutating func flush() throws(DelimitedTextError) {
    if descriptor < 0 { try open() }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw failure()
      }
    }
    bytes.removeAll(keepingCapacity: false)
  }

  private mutating func open() throws(DelimitedTextError) {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var template = Array("\(directory)/steelyard-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw failure() }
    unlink(template)
  }

  private func failure() -> DelimitedTextError {
    .noRoom(file: name, reason: SystemReason.last)
  }
}
