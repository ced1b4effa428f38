import Foundation

extension StudioRequest {
  /// A request without its body, from what stands in its head; nil when the target is no path, or
  /// something in it is not text.
  ///
  /// The path stays as it was written: no page of the studio has a name that must be escaped.
  init?(method: String, rawPath: String, rawQuery: String, headers: [String: String]) {
    guard rawPath.hasPrefix("/"), !rawPath.contains("\t"), let query = Self.query(rawQuery) else {
      return nil
    }
    let texts =
      [rawPath] + query.flatMap { [$0.key, $0.value] } + headers.flatMap { [$0.key, $0.value] }
    guard texts.allSatisfy(Self.isPlain) else { return nil }
    self.init(method: method, path: rawPath, query: query, headers: headers)
  }

  /// The same request with its body.
  func with(body: Data) -> StudioRequest {
    StudioRequest(method: method, path: path, query: query, headers: headers, body: body)
  }

  /// The names and values of a query or a form; nil when a name comes twice or an escape is broken.
  static func query(_ text: String) -> [String: String]? {
    var values: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = sides.map {
        $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
      }
      guard let name = texts[0], let value = texts.count > 1 ? texts[1] : "" else { return nil }
      guard values.updateValue(value, forKey: name) == nil else { return nil }
    }
    return values
  }

  /// Whether nothing in a text steers anything.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}
