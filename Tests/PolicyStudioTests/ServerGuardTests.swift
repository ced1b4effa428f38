import Foundation
import Testing

@testable import PolicyStudio

@Suite("The studio's guard")
struct ServerGuardTests {
  private static let secret = "0123456789abcdef0123456789abcdef"
  private static let own = "http://127.0.0.1:7070"

  /// What is answered to a request of the page itself, but for some headers; an empty value takes a header
  /// away.
  private func answer(
    _ method: String, _ path: String, query: [String: String] = [:],
    _ changed: [String: String] = [:]
  ) -> StudioResponse? {
    var headers = [
      "host": "127.0.0.1:7070", "cookie": "a=b; steelyard-7070=\(Self.secret)",
      "sec-fetch-site": "same-origin",
    ]
    if method == "POST" {
      headers["origin"] = Self.own
      headers["content-type"] = "application/json"
    }
    headers.merge(changed) { $1 }
    let request = StudioRequest(
      method: method, path: path, query: query, headers: headers.filter { !$0.value.isEmpty })
    return StudioGuard(port: 7070, token: Self.secret).answer(to: request)
  }

  private func answer(_ changed: [String: String]) -> StudioResponse? {
    answer("GET", "/api/policy", changed)
  }

  @Test("lets the page's own requests through")
  func ownRequests() {
    #expect(answer([:]) == nil)
    #expect(answer("GET", "/") == nil)
    #expect(answer("GET", "/scripts/d3.js", ["host": "localhost:7070"]) == nil)
    #expect(answer("POST", "/api/draft") == nil)
    #expect(
      answer("POST", "/api/draft", ["content-type": "Application/JSON; charset=utf-8"]) == nil)
    #expect(answer("POST", "/api/draft", ["origin": "http://localhost:7070"]) == nil)
    #expect(answer("POST", "/api/draft", ["origin": ""]) == nil)
    #expect(
      answer("POST", "/branch", ["content-type": "application/x-www-form-urlencoded"]) == nil)
    // Typed into the address line, or from a browser that does not say where a request comes from.
    #expect(answer("GET", "/", ["sec-fetch-site": "none"]) == nil)
    #expect(answer("GET", "/", ["sec-fetch-site": ""]) == nil)
  }

  @Test(
    "refuses another name of the machine",
    arguments: [
      "", "127.0.0.1", "127.0.0.1:7071", "localhost", "localhost:70701", "localhost.evil:7070",
      "evil.example:7070", "127.0.0.1:7070.evil", "[::1]:7070", "0.0.0.0:7070", "127.1:7070",
    ])
  func host(_ host: String) {
    #expect(answer(["host": host])?.status == 403)
    // The cookie is not given out either.
    let opening = answer("GET", "/", query: ["token": Self.secret], ["host": host])
    #expect(opening?.status == 403 && opening?.headers["Set-Cookie"] == nil)
  }

  @Test(
    "refuses pages of elsewhere",
    arguments: [
      "http://evil.example", "null", "https://127.0.0.1:7070", "http://127.0.0.1:7071",
      "http://127.0.0.1", "http://localhost:3000", "http://127.0.0.1:7070.evil.example",
    ])
  func origin(_ origin: String) {
    #expect(answer("POST", "/api/draft", ["origin": origin])?.status == 403)
    #expect(answer(["origin": origin])?.status == 403)
    #expect(answer("POST", "/branch", ["origin": origin, "sec-fetch-site": ""])?.status == 403)
  }

  @Test("refuses what a browser says comes from elsewhere", arguments: ["cross-site", "same-site"])
  func site(_ site: String) {
    #expect(answer(["sec-fetch-site": site])?.status == 403)
    #expect(answer("POST", "/api/draft", ["sec-fetch-site": site])?.status == 403)
    #expect(answer("GET", "/", ["sec-fetch-site": site])?.status == 403)
    let link = [
      "sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
    ]
    // A link to the opening address may be followed from anywhere, but not in a frame.
    let opened = answer("GET", "/", query: ["token": Self.secret], link)
    #expect(opened?.status == 200 && opened?.headers["Refresh"] == "0; url=/")
    let frame = link.merging(["sec-fetch-dest": "iframe"]) { $1 }
    #expect(answer("GET", "/", query: ["token": Self.secret], frame)?.status == 403)
    let post = link.merging(["content-type": "application/x-www-form-urlencoded"]) { $1 }
    #expect(answer("POST", "/branch", post)?.status == 403)
  }

  @Test("refuses a change that does not say where it comes from")
  func silent() {
    #expect(answer("POST", "/api/draft", ["origin": "", "sec-fetch-site": ""])?.status == 403)
    #expect(answer("POST", "/api/draft", ["origin": "", "sec-fetch-site": "none"])?.status == 403)
  }

  @Test("takes JSON and forms only where they belong")
  func types() {
    for type in ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
      #expect(answer("POST", "/api/save", ["content-type": type])?.status == 415, "\(type)")
    }
    for type in ["", "text/plain", "application/json", "application/x-www-form-urlencodedx"] {
      #expect(answer("POST", "/person", ["content-type": type])?.status == 415, "\(type)")
    }
  }

  @Test("gives the cookie for the token and takes the token out of the address")
  func opening() throws {
    let headers = ["cookie": "", "sec-fetch-site": "none"]
    let opened = try #require(answer("GET", "/", query: ["token": Self.secret], headers))
    #expect(opened.status == 303 && opened.headers["Location"] == "/")
    #expect(
      opened.headers["Set-Cookie"]
        == "steelyard-7070=\(Self.secret); HttpOnly; SameSite=Strict; Path=/")
  }

  @Test(
    "refuses a wrong token",
    arguments: [
      "", "0", secret + "0", String(secret.dropLast()), secret.uppercased(),
      "\(secret.dropLast())e",
    ])
  func wrongToken(_ token: String) {
    #expect(answer("GET", "/", query: ["token": token])?.status == 403)
    #expect(answer(["cookie": "steelyard-7070=\(token)"])?.status == 403)
    #expect(answer(["cookie": token])?.status == 403)
    #expect(answer("POST", "/api/save", ["cookie": "steelyard-7070=\(token)"])?.status == 403)
  }

  @Test("takes the token by cookie and by the opening address only")
  func elsewhere() {
    let query = ["token": Self.secret]
    #expect(answer("GET", "/api/policy", query: query, ["cookie": ""])?.status == 403)
    #expect(answer("POST", "/", query: query, ["cookie": ""])?.headers["Set-Cookie"] == nil)
    #expect(answer(["cookie": "steelyard-7071=\(Self.secret)"])?.status == 403)
    #expect(answer(["cookie": "steelyard-7070=x; steelyard-7070=\(Self.secret)"]) == nil)
  }

  @Test("knows two methods", arguments: ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
  func methods(_ method: String) {
    let refused = answer(method, "/api/policy")
    #expect(refused?.status == 405 && refused?.headers["Allow"] == "GET, POST")
  }

  @Test(
    "knows plain paths only",
    arguments: [
      "/..", "/../etc/passwd", "/scripts/../../etc/passwd", "/scripts/..", "/%2e%2e%2fetc",
      "/scripts/%2e%2e/x", "/scripts/..%2f", "/a//b", "//etc/passwd", "/scripts/\\..\\x", "/é",
      "/scripts/d3.js%00.png", "/ a", "/~root", "/a;b", "/a:b", "/scripts/....//",
    ])
  func paths(_ path: String) {
    #expect(answer("GET", path)?.status == 404)
    #expect(answer("POST", path)?.status == 404)
  }

  @Test("says what is wrong as the page expects it")
  func faults() throws {
    let refused = try #require(answer(["cookie": ""]))
    let document = try JSONSerialization.jsonObject(with: refused.body) as? [String: [String: Any]]
    let error = try #require(document?["error"])
    #expect((error["message"] as? String)?.contains("printed") == true)
    #expect(Set(error.keys) == ["message", "notes"])
    let page = try #require(answer("GET", "/", ["cookie": ""]))
    #expect(page.headers["Content-Type"] == "text/plain; charset=utf-8")
    #expect(String(decoding: page.body, as: UTF8.self).contains("请打开"))
  }

  @Test("reads a query, each name once")
  func queries() {
    #expect(StudioRequest.query("a=1&b=x%20y+z&c") == ["a": "1", "b": "x y z", "c": ""])
    #expect(StudioRequest.query("") == [:])
    #expect(StudioRequest.query("a=1&a=2") == nil)
    #expect(StudioRequest.query("a=%zz") == nil && StudioRequest.query("a=%ff") == nil)
  }

  @Test("reads no head that is not plain text, and no target that is not a path")
  func heads() {
    for (path, query, header) in [
      ("/\0", "", ""), ("/", "a=%00", ""), ("/", "", "x\0y"), ("x", "", ""), ("", "", ""),
      ("*", "", ""), ("http://127.0.0.1/", "", ""), ("/", "a=%0d%0a", ""), ("/", "", "\u{1B}[2J"),
    ] {
      let request = StudioRequest(
        method: "GET", rawPath: path, rawQuery: query, headers: ["x": header])
      #expect(request == nil, "\(path) \(query) \(header)")
    }
  }

  @Test("tells the browser to trust nobody else")
  func security() {
    let plain = StudioResponse(status: 200, headers: ["Content-Type": "a/b"], body: Data()).secured
    #expect(plain.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'; ") == true)
    #expect(plain.headers["X-Content-Type-Options"] == "nosniff")
    #expect(plain.headers["Cache-Control"] == "no-store" && plain.headers["Content-Type"] == "a/b")
    let other = ["Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"]
    let own = StudioResponse(status: 200, headers: other, body: Data()).secured
    #expect(own.headers["Content-Security-Policy"] == other["Content-Security-Policy"])
  }
}
