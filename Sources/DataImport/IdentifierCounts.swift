/// What the identifiers of a column look like, in numbers.
struct IdentifierCounts: Sendable {
  /// The most digits of one that begins with a zero; zeros alone, as of a head office, do not count.
  private(set) var longestZeroLed = 0
  /// How many there are of each number of digits, up to `mostLengths` of them.
  private(set) var lengths: [Int: Int] = [:]
  /// How many have 16 digits, and how many of these end in a zero.
  private(set) var sixteen = 0
  private(set) var sixteenRounded = 0

  static let mostLengths = 64

  /// Takes an identifier, in repaired form.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, text.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return }
    lengths[min(text.count, Self.mostLengths), default: 0] += 1
    if first == UInt8(ascii: "0"), text.contains(where: { $0 != first }) {
      longestZeroLed = max(longestZeroLed, text.count)
    }
    if text.count == 16 {
      sixteen += 1
      if text.last == UInt8(ascii: "0") { sixteenRounded += 1 }
    }
  }

  mutating func merge(_ other: Self) {
    longestZeroLed = max(longestZeroLed, other.longestZeroLed)
    lengths.merge(other.lengths, uniquingKeysWith: +)
    sixteen += other.sixteen
    sixteenRounded += other.sixteenRounded
  }

  /// Whether more of 16 digits end in a zero than one in three; by chance one in ten does.
  var looksRounded: Bool { sixteenRounded * 3 > sixteen }

  /// The number of digits that most have.
  var usualLength: Int? { lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }
}
