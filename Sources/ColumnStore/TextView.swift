/// The texts of a pool as they lie in memory, for many threads that look up many of them: looking one
/// up counts no reference, at which threads would wait for each other.
///
/// Valid only within the call of `TextPool.withTexts` that made it.
public struct TextView: @unchecked Sendable {
  private let bytes: UnsafePointer<UInt8>?
  private let starts: UnsafePointer<Int>

  init(bytes: UnsafePointer<UInt8>?, starts: UnsafePointer<Int>) {
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// The bytes of a code's text; the code must be one of the pool's.
  public subscript(code: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = starts[Int(code)]
    return UnsafeBufferPointer(
      start: bytes.map { $0 + start }, count: starts[Int(code) + 1] - start)
  }
}
