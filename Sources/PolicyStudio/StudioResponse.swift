import Foundation

/// What the studio answers, without anything of the server that sends it.
public struct StudioResponse: Sendable {
  /// The status, such as 200.
  public let status: Int
  /// The headers by their names.
  public let headers: [String: String]
  /// The body.
  public let body: Data

  /// A response.
  public init(status: Int, headers: [String: String], body: Data) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }
}
