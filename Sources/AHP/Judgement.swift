/// How many times as important the row is as the column: one comparison, kept as it was written.
public struct Judgement: Hashable, Sendable {
  /// What was written, such as `3`, `0.5` or `1/3`.
  public let text: String
  /// The number meant: that written, or the fraction's numerator by its denominator, rounded once.
  public let value: Double
  /// One by the number meant, which for `1/3` is exactly 3.
  public let reciprocalValue: Double

  /// What a judgement may be.
  ///
  /// Anything that people mean lies far inside; these bounds keep the products and quotients of
  /// several judgements within the range of doubles.
  public static let range = 1e-50...1e50

  /// Two things of the same importance.
  public static let equal = Judgement(text: "1", value: 1, reciprocalValue: 1)

  /// Reads `3`, `0.5`, `2.5e-1` or a fraction of two such numbers, blanks round each passed over.
  public init(_ text: String) throws(JudgementFault) {
    let text = text.trimmed
    guard !text.isEmpty, text != "?" else { throw .notCompared }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    let numbers = parts.compactMap(Self.number)
    guard 1...2 ~= parts.count, numbers.count == parts.count else {
      throw SpreadsheetDate.likelyFraction(text).map { .date(likely: $0) } ?? .notANumber
    }
    guard numbers.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    let (numerator, denominator) = (numbers[0], numbers.count == 2 ? numbers[1] : 1)
    let (value, reciprocalValue) = (numerator / denominator, denominator / numerator)
    guard Self.range ~= value else { throw .outOfRange }
    self.init(text: text, value: value, reciprocalValue: reciprocalValue)
  }

  /// A judgement that was computed, not written; nil when the number is outside `range`.
  public init?(value: Double) {
    guard Self.range ~= value else { return nil }
    self.init(computed: value)
  }

  /// A judgement that a matrix implies, which may lie outside `range`.
  init(computed value: Double) {
    self.init(text: shortest(value), value: value, reciprocalValue: 1 / value)
  }

  private init(text: String, value: Double, reciprocalValue: Double) {
    self.text = text
    self.value = value
    self.reciprocalValue = reciprocalValue
  }

  /// The same comparison seen from the column: `1/3` for `3`, and `3` for `1/3`.
  public var reciprocal: Judgement {
    let parts = text.split(separator: "/").map { String($0).trimmed }
    let turned =
      switch (parts.count, parts.first) {
      case (2, "1"): parts[1]
      case (2, _): "\(parts[1])/\(parts[0])"
      default: text == "1" ? "1" : "1/\(text)"
      }
    return Judgement(text: turned, value: reciprocalValue, reciprocalValue: value)
  }

  /// What the logarithm of a judgement says: 1 where the row is more important, -1 where the column is, and
  /// 0 where both are equal within 1e-12.
  static func order(_ logarithm: Double) -> Int {
    guard logarithm.magnitude > 1e-12 else { return 0 }
    return logarithm > 0 ? 1 : -1
  }

  /// The natural logarithm, exactly the negative of that of the reciprocal.
  var logarithm: Double {
    value >= reciprocalValue ? naturalLogarithm(value) : -naturalLogarithm(reciprocalValue)
  }

  /// The unit of the last digit printed, such as 0.01 for `0.33`; nil for a fraction.
  var printedUnit: Double? {
    let parts = text.lowercased().split(separator: "e")
    guard !text.contains("/") else { return nil }
    let mantissa = parts[0]
    let decimals = mantissa.firstIndex(of: ".").map {
      mantissa.distance(from: $0, to: mantissa.endIndex) - 1
    }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    return powerOfTen(exponent - (decimals ?? 0))
  }

  /// A plain decimal, perhaps with an exponent; neither hexadecimal nor `inf` nor `nan`.
  private static func number(_ text: String) -> Double? {
    let text = text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      text.contains(where: \.isNumber), let value = Double(text)
    else { return nil }
    let mantissa = text.prefix { !"eE".contains($0) }
    // What is too small for a double is out of range, not zero.
    if value == 0, mantissa.contains(where: { "123456789".contains($0) }) {
      return mantissa.hasPrefix("-") ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude
    }
    return value
  }
}
