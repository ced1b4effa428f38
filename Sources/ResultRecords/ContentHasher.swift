import CCrypto

/// Computes the SHA-256 and the size of bytes that are handed over piece by piece.
public struct ContentHasher: ~Copyable {
  private let context: OpaquePointer
  private var size = 0

  /// A hasher that has seen no bytes.
  public init() {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("no memory for a hash") }
    self.context = context
    let begun = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(begun == 1, "libcrypto has no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes the next bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Takes the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let taken = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(taken == 1, "a hash that was begun takes more bytes")
    size += bytes.count
  }

  /// The digest of all bytes taken.
  public consuming func finish() -> ContentDigest {
    var count: UInt32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, written in
      let isDone = EVP_DigestFinal_ex(context, buffer.baseAddress, &count)
      precondition(isDone == 1, "a hash that was begun can be finished")
      written = Int(count)
    }
    return ContentDigest(sha256: ContentHash(bytes: bytes), size: size)
  }
}
