/// A number as it stands in print, so that its digits count.
public struct PrintedText: Hashable, Sendable {
  /// The print, such as `.1750` or `4.4%`.
  public let text: String
  /// The number it is.
  public let value: Double
  /// How many digits of the number stand behind the point; two more than are printed with `%`.
  public let decimals: Int

  /// Reads digits with at most one point and perhaps `%`; nil for anything else, and for more than 15
  /// digits, which a double does not tell apart.
  public init?(_ text: String) {
    let isPercentage = text.hasSuffix("%")
    let digits = isPercentage ? text.dropLast() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isNumber, 1...2 ~= parts.count, 1...15 ~= digits.count(where: \.isNumber),
      let whole = Double(parts.joined())
    else { return nil }
    self.text = text
    decimals = (parts.count == 2 ? parts[1].count : 0) + (isPercentage ? 2 : 0)
    value = whole / Self.powerOfTen(decimals)
    units = whole
  }

  /// The number in units of the last printed digit.
  private let units: Double

  /// One unit of the last printed digit.
  var unit: Double { 1 / Self.powerOfTen(decimals) }

  /// Every rule by which a number gives this print; empty when there is none.
  public func rounding(of number: Double) -> [PrintRounding] {
    guard number.isFinite, number >= 0 else { return [] }
    return PrintRounding.rules(from: number * Self.powerOfTen(decimals), to: units)
  }

  /// The beginning of the print that a number has too, rounded or cut off, and the rest.
  public func split(against number: Double) -> (common: String, rest: String) {
    let lengths = [PrintRounding.halfUp, .truncated].map { rule in
      zip(text, Self.digits(of: number, like: self, rule)).prefix { $0 == $1 }.count
    }
    let length = lengths.max() ?? 0
    let common = text.prefix(length)
    // A point or noughts before the first digit that tells something explain nothing.
    guard common.contains(where: { "123456789".contains($0) }) else { return ("", text) }
    return (String(common), String(text.dropFirst(length)))
  }

  /// A number printed with the same digits behind the point, and with a leading nought only where the
  /// print has one.
  private static func digits(
    of number: Double, like print: PrintedText, _ rule: PrintRounding
  ) -> String {
    let scaled = number * powerOfTen(print.decimals)
    guard scaled.isFinite, scaled.magnitude < 1e15 else { return "" }
    let units = rule == .truncated ? scaled.rounded(.down) : scaled.rounded()
    let shown = print.text.hasSuffix("%") ? print.decimals - 2 : print.decimals
    var digits = String(Int(units.magnitude))
    while digits.count <= shown { digits = "0" + digits }
    let whole = String(digits.dropLast(shown))
    let start = print.text.hasPrefix(".") && whole == "0" ? "" : whole
    return shown > 0 ? "\(start).\(digits.suffix(shown))" : start
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
