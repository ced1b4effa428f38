import SeededRandom

/// Texts with small damages, to see that readers never fail on them.
public enum DamagedText {
  /// The text with one to three scalars dropped, doubled, swapped or replaced by one that means much
  /// in YAML, CSV and formulas.
  public static func damage(_ text: String, _ random: inout SplitMix64) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...Int.random(in: 0...2, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      case 2: scalars[place] = telling.randomElement(using: &random) ?? "x"
      default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let telling = Array(
    "[]{}(),:;.'\"#&*!|>-+/=<>%0123456789e \n\r\t?万元（𠀀\u{0}\u{FEFF}".unicodeScalars)
}
