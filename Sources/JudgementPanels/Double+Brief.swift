import Foundation

extension Double {
  /// For messages: four significant digits, without trailing zeros.
  var brief: String { String(format: "%.4g", self) }
}
