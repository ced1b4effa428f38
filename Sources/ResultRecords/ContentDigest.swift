import Glibc

/// What tells some bytes from any others: their SHA-256 and how many they are.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// The hash.
  public let sha256: ContentHash
  /// The number of bytes.
  public let size: Int

  /// The digest of bytes whose hash and number are known.
  public init(sha256: ContentHash, size: Int) { (self.sha256, self.size) = (sha256, size) }

  /// `<size> bytes with SHA-256 <hash>`.
  public var description: String { "\(size) bytes with SHA-256 \(sha256)" }
}

extension ContentDigest {
  /// The digest of bytes in memory.
  public init(of bytes: [UInt8]) {
    var hasher = ContentHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// The digest of a file, read in pieces; only of a regular file, as no other can be read again.
  ///
  /// - Complexity: linear in the file's size; memory for one piece.
  public init(ofFile file: String) throws(RecordError) {
    try RegularFile.check(file)
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RegularFile.failure(file) }
    defer { close(descriptor) }
    var hasher = ContentHasher()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RegularFile.failure(file) }
      if count == 0 { break }
      piece.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    self = hasher.finish()
  }
}
