/// A piece of a text that holds whole records; its memory is used again and again.
public final class TextChunk {
  /// How many bytes may be read beyond the text: zeros, so that words can be loaded at its end.
  static let padding = 64

  /// Where it stands among the chunks of its text, from 0.
  public internal(set) var index = 0
  /// Where it begins in its text.
  public internal(set) var offset = 0
  /// How many bytes it has.
  public internal(set) var count = 0

  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 0, alignment: 64)

  /// A chunk without bytes.
  public init() {}

  deinit { memory.deallocate() }

  /// The bytes, valid until the chunk is filled again. `padding` zeros follow them in memory.
  public var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      UnsafeMutableBufferPointer(rebasing: memory.bindMemory(to: UInt8.self)[..<count]))
  }

  /// Room for that many bytes; what was there stays.
  func room(for capacity: Int) -> UnsafeMutableRawBufferPointer {
    if memory.count < capacity + Self.padding {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: capacity + Self.padding, alignment: 64)
      larger.copyMemory(from: UnsafeRawBufferPointer(memory))
      memory.deallocate()
      memory = larger
    }
    return UnsafeMutableRawBufferPointer(rebasing: memory[..<capacity])
  }

  /// Gives memory back that a much longer record needed, so that not every thread keeps what one such
  /// record took; the bytes are gone.
  func shrink(to capacity: Int) {
    guard memory.count > 8 * (capacity + Self.padding) else { return }
    memory.deallocate()
    memory = .allocate(byteCount: 0, alignment: 64)
  }

  /// Cuts the text after `count` bytes.
  func end(after count: Int) {
    self.count = count
    memory[count..<(count + Self.padding)].initializeMemory(as: UInt8.self, repeating: 0)
  }
}
