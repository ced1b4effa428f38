/// Who may ask the studio for anything: the page that this server gave out, in a browser that was opened
/// with the address that the program printed.
///
/// Every program of this machine reaches the port, and every page in the user's browser can send
/// something to it. A page of elsewhere is known by `Origin` and `Sec-Fetch-Site`, which no script can
/// forge; a name that somebody points at 127.0.0.1 by `Host`; another user's program has no token.
public struct StudioGuard: Sendable {
  private let port: UInt16
  private let token: String

  /// A guard of a server that listens on a port and gave out a token.
  public init(port: UInt16, token: String) { (self.port, self.token) = (port, token) }

  /// The name of the cookie that holds the token; cookies are shared by all ports of a machine.
  var cookieName: String { "steelyard-\(port)" }

  /// What is answered without asking any route: a refusal, or what follows on the opening address; nil
  /// when the request may go on. The body is not looked at.
  public func answer(to request: StudioRequest) -> StudioResponse? {
    if let refusal = refusal(request) { return refusal.response(toPath: request.path) }
    if let given = request.query["token"], isOpening(request) {
      guard isToken(given) else { return StudioRefusal.token.response(toPath: request.path) }
      return opening(request)
    }
    return hasCookie(request) ? nil : StudioRefusal.token.response(toPath: request.path)
  }

  /// What is wrong with a request, the token apart.
  private func refusal(_ request: StudioRequest) -> StudioRefusal? {
    guard isHere(request.headers["host"]) else { return .host }
    guard ["GET", "POST"].contains(request.method) else { return .method }
    guard Self.isPath(request.path) else { return .path }
    if let origin = request.headers["origin"], !isOwn(origin) { return .origin }
    let site = request.headers["sec-fetch-site"]
    if let site, !["same-origin", "none"].contains(site), !isTopLevel(request) { return .origin }
    guard request.method == "POST" else { return nil }
    guard request.headers["origin"] != nil || site == "same-origin" else { return .origin }
    return hasRightType(request) ? nil : .type
  }

  private func isHere(_ host: String?) -> Bool {
    host == "127.0.0.1:\(port)" || host == "localhost:\(port)"
  }

  private func isOwn(_ origin: String) -> Bool {
    origin == "http://127.0.0.1:\(port)" || origin == "http://localhost:\(port)"
  }

  /// Whether the opening address is asked for, with its token or without.
  private func isOpening(_ request: StudioRequest) -> Bool {
    request.method == "GET" && request.path == "/"
  }

  /// Whether somebody follows a link to the opening address, in which a page of elsewhere has no part.
  private func isTopLevel(_ request: StudioRequest) -> Bool {
    isOpening(request) && request.headers["sec-fetch-mode"] == "navigate"
      && request.headers["sec-fetch-dest"] == "document"
  }

  /// Paths of the studio have plain letters only, so that there is nothing to decode and nothing to climb.
  private static func isPath(_ path: String) -> Bool {
    path.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    } && !path.contains("..") && !path.contains("//")
  }

  /// Whether the body is of the type that only this page sends: other pages cannot send JSON unasked.
  private func hasRightType(_ request: StudioRequest) -> Bool {
    let type = request.headers["content-type", default: ""].prefix { $0 != ";" }.lowercased()
    let wanted =
      request.path.hasPrefix("/api/") ? "application/json" : "application/x-www-form-urlencoded"
    return type.filter { $0 != " " } == wanted
  }

  private func hasCookie(_ request: StudioRequest) -> Bool {
    request.headers["cookie", default: ""].split(separator: ";").contains { cookie in
      let sides = cookie.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      return sides.count == 2 && sides[0] == cookieName && isToken(sides[1])
    }
  }

  /// Whether a text is the token; takes the same time wherever it differs.
  private func isToken(_ text: String) -> Bool {
    let (given, own) = (Array(text.utf8), Array(token.utf8))
    guard given.count == own.count else { return false }
    return zip(given, own).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Keeps the token in the browser and goes on to the page, whose address has no token.
  private func opening(_ request: StudioRequest) -> StudioResponse {
    var headers = [
      "Set-Cookie": "\(cookieName)=\(token); HttpOnly; SameSite=Strict; Path=/",
      "Content-Type": "text/plain; charset=utf-8",
    ]
    // A browser that came by a link of elsewhere keeps the cookie back on a redirection, and sends it when
    // the page itself goes on.
    let comesFromElsewhere = ["cross-site", "same-site"].contains(
      request.headers["sec-fetch-site"] ?? "")
    headers[comesFromElsewhere ? "Refresh" : "Location"] = comesFromElsewhere ? "0; url=/" : "/"
    return StudioResponse(status: comesFromElsewhere ? 200 : 303, headers: headers, body: .init())
  }
}
