/// The SHA-256 of some bytes (FIPS 180-4, doi:10.6028/NIST.FIPS.180-4).
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// How many hexadecimal digits one has.
  public static let digitCount = 64

  /// The hash in lower-case hexadecimal digits.
  public let description: String

  /// A hash of its 64 hexadecimal digits; nil when the text is anything else.
  public init?(_ text: String) {
    guard text.utf8.count == Self.digitCount, text.utf8.allSatisfy(Self.isDigit) else { return nil }
    description = text
  }

  /// A hash of its bytes.
  public init(bytes: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef")
    description = String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension ContentHash: Encodable {
  /// Writes the 64 digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
