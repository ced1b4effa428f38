import Foundation

/// What a browser asks of the studio, without anything of the server that took it.
public struct StudioRequest: Sendable {
  /// The method, such as `POST`.
  public let method: String
  /// The path without the query, such as `/api/draft`.
  public let path: String
  /// What stands behind the question mark, each name once.
  public let query: [String: String]
  /// The headers by their names in small letters.
  public let headers: [String: String]
  /// The body, which the server has bounded.
  public let body: Data

  /// A request.
  public init(
    method: String, path: String, query: [String: String] = [:], headers: [String: String] = [:],
    body: Data = Data()
  ) {
    (self.method, self.path, self.query) = (method, path, query)
    (self.headers, self.body) = (headers, body)
  }
}
