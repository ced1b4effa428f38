import Foundation

/// Why the server answers by itself instead of a route.
enum StudioRefusal: Sendable {
  /// The request cannot be read.
  case malformed
  /// There is no such page.
  case path
  /// The server was asked for by a name that is not its own.
  case host
  /// A page of elsewhere asks.
  case origin
  /// The body is not of the type that the page sends.
  case type
  /// The token is missing or wrong.
  case token
  /// The server knows no such method.
  case method
  /// The body is too long.
  case length
  /// The head is too long.
  case head

  private var status: Int {
    switch self {
    case .malformed: 400
    case .path: 404
    case .host, .origin, .token: 403
    case .type: 415
    case .method: 405
    case .length: 413
    case .head: 431
    }
  }

  private var english: String {
    switch self {
    case .malformed: "The request cannot be read."
    case .path: "There is no such page."
    case .host:
      "The studio is asked for at its own address only: open the address that the program printed."
    case .origin: "Only the studio's own page may ask for this."
    case .type: "The body is not of the type that the studio's page sends."
    case .token: "Open the address that the program printed when it started, with its token."
    case .method: "The studio is asked by GET and POST only."
    case .length, .head: "The request is too long."
    }
  }

  private var chinese: String {
    switch self {
    case .malformed: "无法读取该请求。"
    case .path: "没有这个页面。"
    case .host: "请打开程序启动时打印的地址。"
    case .origin: "只有本程序自己的页面可以发出该请求。"
    case .type: "请求正文的类型不对。"
    case .token: "请打开程序启动时打印的带令牌的地址。"
    case .method: "只接受 GET 和 POST 请求。"
    case .length, .head: "请求过长。"
    }
  }

  /// The answer to whoever asked for a path.
  func response(toPath path: String) -> StudioResponse {
    guard path.hasPrefix("/api/") else {
      return StudioResponse(
        status: status, headers: headers("text/plain"), body: Data("\(english)\n\(chinese)\n".utf8))
    }
    let body = (try? JSONEncoder().encode(StudioFault(status, english))) ?? Data()
    return StudioResponse(status: status, headers: headers("application/json"), body: body)
  }

  private func headers(_ type: String) -> [String: String] {
    var headers = ["Content-Type": "\(type); charset=utf-8"]
    if case .method = self { headers["Allow"] = "GET, POST" }
    return headers
  }
}
