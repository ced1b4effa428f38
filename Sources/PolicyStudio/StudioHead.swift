import Foundation

/// The head of a request, strictly as RFC 9112 writes it: what leaves room for two readings is refused.
struct StudioHead: Sendable {
  /// How the body is sent.
  enum Framing: Equatable, Sendable {
    case length(Int)
    case chunked
  }

  let request: StudioRequest
  let framing: Framing
  /// Whether another request may follow on the connection.
  let staysOpen: Bool
  /// Whether the client waits for a word before it sends the body.
  let waitsForContinue: Bool

  /// A head from its bytes, without the empty line at its end; nil when it is no head.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.components(separatedBy: "\r\n")[...]
    let first = lines.removeFirst().components(separatedBy: " ")
    guard first.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(first[2]), Self.isToken(first[0]),
      let headers = Self.headers(lines), let framing = Self.framing(headers)
    else { return nil }
    let target = first[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      let request = StudioRequest(
        method: first[0], rawPath: String(target[0]),
        rawQuery: target.count > 1 ? String(target[1]) : "", headers: headers)
    else { return nil }
    (self.request, self.framing) = (request, framing)
    let wish = headers["connection", default: ""].lowercased()
    staysOpen = first[2] == "HTTP/1.1" ? !wish.contains("close") : wish.contains("keep-alive")
    waitsForContinue = headers["expect"]?.lowercased() == "100-continue"
  }

  /// The headers by their names in small letters, each name once.
  private static func headers(_ lines: ArraySlice<String>) -> [String: String]? {
    var headers: [String: String] = [:]
    for line in lines {
      let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, isToken(String(sides[0])) else { return nil }
      let value = sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
      guard headers.updateValue(value, forKey: sides[0].lowercased()) == nil else { return nil }
    }
    return headers
  }

  private static func framing(_ headers: [String: String]) -> Framing? {
    let (length, coding) = (headers["content-length"], headers["transfer-encoding"])
    if let coding { return length == nil && coding.lowercased() == "chunked" ? .chunked : nil }
    guard let length else { return .length(0) }
    let isNumber = length.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return isNumber ? Int(length).map { .length($0) } : nil
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}
