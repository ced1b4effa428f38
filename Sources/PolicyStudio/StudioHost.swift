import Foundation

/// What answers requests, whatever way they came.
struct StudioHost: Sendable {
  let limits: StudioLimits
  let guardian: StudioGuard
  let handler: StudioServer.Handler

  /// The answer to a request with its body.
  func answer(_ request: StudioRequest, _ body: StudioBytes.Body) async -> StudioResponse {
    if let answer = guardian.answer(to: request) { return answer }
    switch body {
    case .whole(let body): return await handler(request.with(body: body))
    case .malformed: return StudioRefusal.malformed.response(toPath: request.path)
    case .long, .endless: return StudioRefusal.length.response(toPath: request.path)
    }
  }

  /// The answer to what is no request that can be read.
  func refuse(_ head: StudioBytes.Head) -> StudioResponse {
    if case .tooLong = head { return StudioRefusal.head.response(toPath: "") }
    return StudioRefusal.malformed.response(toPath: "")
  }
}

extension StudioResponse {
  /// The answer as it is sent; without its body where the client wants none.
  func message(staysOpen: Bool, hasBody: Bool = true) -> Data {
    var headers = secured.headers
    headers["Connection"] = staysOpen ? "keep-alive" : "close"
    headers["Content-Length"] = "\(hasBody ? body.count : 0)"
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    let head = "HTTP/1.1 \(status) \(Self.phrase(status))\r\n\(lines.joined())\r\n"
    return Data(head.utf8) + (hasBody ? body : Data())
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 303: "See Other"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    case 431: "Request Header Fields Too Large"
    default: "Status"
    }
  }
}
