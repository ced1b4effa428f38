import DelimitedText
import Glibc
import ResultRecords

/// A regular file, read in pieces of one size.
enum FilePieces {
  /// How many bytes the pieces of a content have; the last one may have fewer.
  static let size = 1 << 20

  /// Calls `body` with each piece in order; an empty file has none.
  static func forEach(of file: String, _ body: ([UInt8]) throws -> Void) throws {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(file) }
    defer { close(descriptor) }
    while true {
      let piece = try next(descriptor, file)
      if piece.isEmpty { return }
      try body(piece)
    }
  }

  private static func next(_ descriptor: Int32, _ file: String) throws(RecordError) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = piece.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + filled }, size - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(file) }
      if count == 0 { break }
      filled += count
    }
    piece.removeLast(size - filled)
    return piece
  }

  private static func failure(_ file: String) -> RecordError {
    .unreadable(file: file, reason: SystemReason.last)
  }
}
