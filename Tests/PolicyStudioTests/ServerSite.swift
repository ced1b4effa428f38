import Foundation
import Synchronization
import Testing

@testable import PolicyStudio

/// A server with a page that says how long the body is, and how often it was asked for.
final class ServerSite: Sendable {
  let server: StudioServer
  private let count: ServerCounter

  var asked: Int { count.value }

  /// Starts it. Other tests may use all threads for long: the server has patience unless this is tested.
  init(patience: Duration = .seconds(900), change: (inout StudioLimits) -> Void = { _ in })
    async throws
  {
    var limits = StudioLimits()
    limits.patience = patience
    change(&limits)
    let (count, queue) = (ServerCounter(), StudioQueue())
    self.count = count
    server = try await StudioServer.start(limits: limits) { request in
      count.add()
      guard request.path == "/" || request.path == "/api/length" else {
        return StudioResponse(status: 404, headers: [:], body: Data())
      }
      let text = await queue.run { "length \(request.body.count)" }
      return StudioResponse(status: 200, headers: [:], body: Data(text.utf8))
    }
  }

  /// The head of a request of the page's own, with other headers in it.
  func head(_ line: String, _ headers: [String: String] = [:], closes: Bool = true) -> String {
    var own = [
      "Host": "127.0.0.1:\(server.port)", "Cookie": "steelyard-\(server.port)=\(server.token)",
      "Origin": "http://127.0.0.1:\(server.port)", "Content-Type": "application/json",
    ]
    if closes { own["Connection"] = "close" }
    own.merge(headers) { $1 }
    return line + " HTTP/1.1\r\n" + own.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
  }

  /// What is answered to a text until the connection is closed.
  func answer(_ text: String) async throws -> String {
    try await ServerClient.answer(port: server.port, to: Array(text.utf8))
  }

  /// Whether the page is still there for those that it is meant for.
  func isAlive() async throws -> Bool { try await answer(head("GET /")).hasSuffix("length 0") }

  /// The status of an answer; `none` without one.
  static func status(_ answer: String) -> String {
    answer.hasPrefix("HTTP/1.1 ") ? String(answer.dropFirst(9).prefix(3)) : "none"
  }
}

/// A number that threads raise.
final class ServerCounter: Sendable {
  private let count = Atomic(0)

  func add() { count.add(1, ordering: .relaxed) }

  var value: Int { count.load(ordering: .relaxed) }
}
