/// How much a part of an archive may unpack to, so that a small file cannot keep a reader busy for
/// hours, or fill memory or disk.
public struct PartLimits: Sendable {
  /// How many bytes a part may unpack to.
  public let mostBytes: Int
  /// How many times its packed size a part may unpack to; deflate reaches 1,032 times at most.
  public let mostTimes: Int
  /// From this many bytes on the ratio counts.
  static let harmless = 64 << 20

  /// Limits of the size, and of its ratio to the packed size where the part is not harmless anyway.
  public init(mostBytes: Int, mostTimes: Int) {
    (self.mostBytes, self.mostTimes) = (mostBytes, mostTimes)
  }

  /// Says what is wrong with a part of this size; nil for one that may be read.
  func objection(bytes: Int, packed: Int) -> String? {
    if bytes > mostBytes { return "unpacks to more than \(mostBytes >> 20) MiB" }
    if bytes > Self.harmless, bytes / mostTimes > packed {
      return "unpacks to more than \(mostTimes) times its size"
    }
    return nil
  }
}
