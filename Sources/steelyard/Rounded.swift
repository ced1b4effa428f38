import Foundation

extension Double {
  /// The number with a fixed number of decimals, for people.
  func rounded(to decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

  /// The number with a few significant digits, for people.
  var brief: String { String(format: "%.4g", self) }
}
