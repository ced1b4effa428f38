import Glibc

/// A number as it is printed: a decimal, and how far what was rounded to it can lie off.
public struct PrintedNumber: Hashable, Sendable {
  /// What is printed, such as `0.4832`.
  public let text: String
  /// The number printed.
  public let value: Double
  /// Half a unit of the last printed digit.
  public let halfUnit: Double

  /// Reads a plain decimal above 0; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let value = Double(text), value > 0, value.isFinite
    else { return nil }
    self.text = text
    self.value = value
    halfUnit = 0.5 * pow(10, -Double(parts.count == 2 ? parts[1].count : 0))
  }

  /// What can have been rounded to it.
  var range: ClosedRange<Double> { value - halfUnit...value + halfUnit }

  /// Whether a number can have been rounded to it, up or down where it lies in the middle.
  public func fits(_ number: Double) -> Bool { abs(number - value) <= halfUnit + 1e-12 }
}
