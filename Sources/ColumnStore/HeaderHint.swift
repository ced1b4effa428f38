/// Finds the header that was probably meant by a column that no header fits.
public enum HeaderHint {
  /// The header most alike `accepted`, or nil when none is alike enough; the first among equals.
  ///
  /// Headers in files differ from names less by slips than by words in another order, units in
  /// brackets, spaces and case: so the letters and digits and the pairs of them are counted that
  /// both have (Dice's coefficient), which sees through all of these.
  public static func nearest(to accepted: [String], among headers: [String]) -> String? {
    let wanted = accepted.map(Features.init)
    var best: (header: String, likeness: Double)?
    for header in headers {
      let features = Features(header)
      let likeness = wanted.map { $0.likeness(to: features) }.max() ?? 0
      if likeness > best?.likeness ?? 0.6 { best = (header, likeness) }
    }
    return best?.header
  }

  /// How often each letter and each pair of neighbours occurs in a text.
  private struct Features {
    private var counts: [[Character]: Int] = [:]
    private var total = 0

    init(_ text: String) {
      let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(200)
      for letter in letters { count([letter]) }
      for (one, next) in zip(letters, letters.dropFirst()) { count([one, next]) }
    }

    private mutating func count(_ feature: [Character]) {
      counts[feature, default: 0] += 1
      total += 1
    }

    func likeness(to other: Features) -> Double {
      guard total + other.total > 0 else { return 0 }
      let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
      return Double(2 * shared) / Double(total + other.total)
    }
  }
}
