/// An answer that ends with a mark: hands on what stands before it.
struct MarkedAnswer {
  private let mark: [UInt8]
  /// The last bytes, which may be the beginning of the mark.
  private var held: [UInt8] = []

  init(mark: String) { self.mark = Array(mark.utf8) }

  /// Takes the next piece; answers whether the mark has come.
  mutating func take(
    _ piece: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows -> Bool {
    held.append(contentsOf: piece)
    // Nothing comes after the mark until more is asked.
    let isComplete = held.count >= mark.count && held.suffix(mark.count).elementsEqual(mark)
    let count = isComplete ? held.count - mark.count : max(0, held.count - mark.count)
    try held.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    held.removeFirst(count)
    return isComplete
  }
}
