import Foundation

/// The fields of a form as a browser sends them (`application/x-www-form-urlencoded`).
struct FormFields {
  private var fields: [String: String] = [:]

  init(_ body: Data) {
    for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]) else { continue }
      fields[name] = parts.count > 1 ? Self.decoded(parts[1]) : ""
    }
  }

  /// The value of a field; nil where the form has none.
  subscript(name: String) -> String? { fields[name] }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
