import Foundation
import Testing

@testable import PolicyStudio

@Suite("The studio's server", .serialized)
struct ServerTests {
  @Test("opens for the token, and answers the page then; two browsers side by side")
  func opening() async throws {
    let site = try await ServerSite()
    #expect(site.server.token.count == 32 && site.server.token.allSatisfy(\.isHexDigit))
    let host = "Host: localhost:\(site.server.port)\r\nConnection: close\r\n"
    for _ in 0..<2 {
      let opened = try await site.answer("GET /?token=\(site.server.token) HTTP/1.1\r\n\(host)\r\n")
      #expect(ServerSite.status(opened) == "303" && opened.contains("Location: /\r\n"))
      let cookie = try #require(opened.firstMatch(of: /Set-Cookie: ([^;]+);/)).output.1
      let page = try await site.answer("GET / HTTP/1.1\r\n\(host)Cookie: \(cookie)\r\n\r\n")
      #expect(ServerSite.status(page) == "200" && page.hasSuffix("length 0"))
      #expect(page.contains("Content-Security-Policy: default-src 'none'"))
    }
    #expect(site.asked == 2)
    let other = try await site.answer("GET / HTTP/1.1\r\n\(host)\r\n")
    #expect(ServerSite.status(other) == "403" && site.asked == 2)
    await site.server.stop()
  }

  @Test("listens on 127.0.0.1 and on no other address, not even 127.0.0.2")
  func address() async throws {
    let site = try await ServerSite()
    let port = site.server.port
    #expect(throws: ServerClient.Failure.self) {
      try ServerClient(port: port, address: 0x7F00_0002)
    }
    #expect(throws: Never.self) { try ServerClient(port: port) }
    await site.server.stop()
  }

  @Test("says so when the port is taken, and gives it back when it stops")
  func port() async throws {
    let site = try await ServerSite()
    let port = site.server.port
    let nobody: StudioServer.Handler = { _ in
      StudioResponse(status: 200, headers: [:], body: Data())
    }
    await #expect(throws: StudioServerError.portTaken(port)) {
      try await StudioServer.start(port: port, handler: nobody)
    }
    #expect(try await site.isAlive())
    await site.server.stop()
    let next = try await StudioServer.start(port: port, handler: nobody)
    #expect(next.port == port && next.token != site.server.token)
    await next.stop()
  }

  @Test("answers fifty requests at once")
  func fifty() async throws {
    let site = try await ServerSite()
    let request = site.head("POST /api/length", ["Content-Length": "5"]) + "12345"
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { try await site.answer(request) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 50 && answers.allSatisfy { $0.hasSuffix("length 5") })
    #expect(site.asked == 50)
    await site.server.stop()
  }

  @Test("answers several requests on one connection, sent at once")
  func pipelined() async throws {
    let site = try await ServerSite()
    let length = site.head("POST /api/length", ["Content-Length": "3"], closes: false) + "abc"
    let answers = try await site.answer(length + length + site.head("GET /"))
    #expect(answers.matches(of: /HTTP\/1.1 200 OK/).count == 3)
    #expect(answers.matches(of: /length 3/).count == 2 && answers.hasSuffix("length 0"))
    await site.server.stop()
  }

  @Test("counts the bytes of a body, however it is sent")
  func lengths() async throws {
    let site = try await ServerSite()
    let million = String(repeating: "x", count: 1 << 20)
    let whole = site.head("POST /api/length", ["Content-Length": "\(1 << 20)"])
    #expect(try await site.answer(whole + million).hasSuffix("length 1048576"))
    let longer = site.head("POST /api/length", ["Content-Length": "\(1 << 20 + 1)"])
    let refused = try await site.answer(longer + million + "x")
    #expect(ServerSite.status(refused) == "413" && refused.contains("The request is too long."))
    let chunked = site.head("POST /api/length", ["Transfer-Encoding": "chunked"])
    #expect(
      try await site.answer(chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").hasSuffix("length 5"))
    let chunks = "100000\r\n\(million)\r\n1\r\nx\r\n0\r\n\r\n"
    #expect(ServerSite.status(try await site.answer(chunked + chunks)) == "413")
    #expect(site.asked == 2)
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("reads a body of 100 MB away")
  func huge() async throws {
    let site = try await ServerSite()
    let answer = try await ServerClient.apart {
      let client = try ServerClient(port: site.server.port)
      client.send(site.head("POST /api/length", ["Content-Length": "100000000"]))
      let piece = [UInt8](repeating: 0x78, count: 1_000_000)
      for _ in 0..<100 where !client.send(piece) { break }
      return client.receiveAll() ?? "nothing"
    }
    #expect(ServerSite.status(answer) == "413" && site.asked == 0)
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("cuts an endless body off")
  func endlessBody() async throws {
    let site = try await ServerSite { limits in
      (limits.body, limits.readAway) = (1000, 100_000)
    }
    let hasEnded = try await ServerClient.apart {
      let client = try ServerClient(port: site.server.port)
      client.send(site.head("POST /api/length", ["Content-Length": "999999999999"]))
      let piece = [UInt8](repeating: 0x78, count: 100_000)
      return (0..<10_000).contains { _ in !client.send(piece) }
    }
    #expect(hasEnded && site.asked == 0)
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("goes on beside clients that send slowly or not at all, and lets them go")
  func slow() async throws {
    let site = try await ServerSite(patience: .seconds(1))
    let head = site.head("POST /api/length", ["Content-Length": "10"])
    let starts = ["", "G", "GET / HTTP/1.1\r\nHost: ", head, head + "123", "POST"]
    let slow = (0..<60).map { index in
      Task {
        try await ServerClient.apart {
          let client = try ServerClient(port: site.server.port)
          client.send(starts[index % starts.count])
          // A byte now and then keeps no connection open.
          while index % 2 == 0, client.send("x") { usleep(50_000) }
          return client.receiveAll() != nil
        }
      }
    }
    #expect(try await site.isAlive())
    for task in slow { #expect(try await task.value) }
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("cuts off heads that never end")
  func endlessHeads() async throws {
    let site = try await ServerSite()
    let floods = ["GET /", "GET / HTTP/1.1\r\n"].map { start in
      Task {
        try await ServerClient.apart {
          let client = try ServerClient(port: site.server.port)
          client.send(start)
          let piece = Array(
            String(repeating: start.hasSuffix("\n") ? "a: b\r\n" : "x", count: 60_000).utf8)
          return (0..<100_000).contains { _ in !client.send(piece) }
        }
      }
    }
    for flood in floods { #expect(try await flood.value) }
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  /// Clients that wait.
  private struct Crowd: @unchecked Sendable {
    let clients: [ServerClient]
  }

  @Test("lets go of those that have waited longest when there are too many")
  func crowd() async throws {
    let site = try await ServerSite { $0.connections = 10 }
    let crowd = try await ServerClient.apart {
      Crowd(
        clients: try (0..<60).map { _ in
          let client = try ServerClient(port: site.server.port)
          client.send("GET / HTTP/1.1\r\n")
          return client
        })
    }
    for _ in 0..<3 { #expect(try await site.isAlive()) }
    let gone = try await ServerClient.apart { crowd.clients[0].receiveAll() }
    #expect(gone?.isEmpty == true)
    await site.server.stop()
  }

  @Test("lets pages of elsewhere have nothing")
  func elsewhere() async throws {
    let site = try await ServerSite()
    for (name, value) in [
      ("Host", "evil.example"), ("Host", "127.0.0.1:1"), ("Origin", "http://evil.example"),
      ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Cookie", "x=y"),
      ("Content-Type", "text/plain"), ("Content-Type", "application/x-www-form-urlencoded"),
    ] {
      let head = site.head("POST /api/length", [name: value, "Content-Length": "2"])
      let answer = try await site.answer(head + "{}")
      #expect(["403", "415"].contains(ServerSite.status(answer)), "\(name): \(value)")
      #expect(!answer.contains(site.server.token) && site.asked == 0)
    }
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("has nothing under strange paths")
  func paths() async throws {
    let site = try await ServerSite()
    for path in [
      "/../../../../etc/passwd", "/%2e%2e%2f%2e%2e%2fetc/passwd", "/scripts/../../../etc/passwd",
      "//etc/passwd", "/etc/passwd", "/scripts//etc/passwd", "file:///etc/passwd", "*",
      "etc/passwd",
      "http://127.0.0.1/etc/passwd", "/scripts/%00", "/api/length%00", "/\\..\\..\\etc\\passwd",
      "/api/length/..", "/%", "/%zz", "/é", "/api/length?x=%00", "/?x=%ff", "/?token=%00",
      "/api/length?a=1&a=2", "/.", "/...", "/api/", "/-", "/__proto__",
    ] {
      let answer = try await site.answer(site.head("GET \(path)"))
      #expect(
        ["400", "403", "404"].contains(ServerSite.status(answer)), "\(path): \(answer.prefix(40))")
      #expect(!answer.contains("root:"), "\(path)")
    }
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  @Test("asks no route about what is no request")
  func garbage() async throws {
    let site = try await ServerSite()
    let own = site.head("GET /")
    let texts =
      ["\r\n\r\n", "\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1", "\0\0\0\0\r\n\r\n"]
      + [("GET /", "GET /\0"), ("Cookie", "Coo\0kie"), ("Origin: ", "Origin: \0"), ("GET", "G\0T")]
      .map { own.replacing($0, with: $1) }
      + [
        "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip\r\n\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 7\r\n\r\nabc",
      ].map { own.dropLast() + $0 }
    var noise = SeededNoise(state: 9)
    let bytes = (0..<20).map { _ in noise.bytes(500) } + texts.map { Array($0.utf8) }
    for bytes in bytes {
      let answer = try await ServerClient.apart {
        let client = try ServerClient(port: site.server.port)
        client.send(bytes)
        client.finish()
        return client.receiveAll()
      }
      let told = try #require(answer)
      #expect(
        told.isEmpty || ["400", "403", "404", "405"].contains(ServerSite.status(told)),
        "\(String(decoding: bytes, as: UTF8.self)): \(told)")
    }
    #expect(site.asked == 0)
    #expect(try await site.isAlive())
    await site.server.stop()
  }

  /// The same bytes in every run.
  private struct SeededNoise {
    var state: UInt64

    mutating func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
    }
  }

  @Test("answers old clients, long headers and bodies of any bytes")
  func odd() async throws {
    let site = try await ServerSite()
    let old = site.head("GET /").replacing("HTTP/1.1", with: "HTTP/1.0")
    #expect(try await site.answer(old).hasSuffix("length 0"))
    let long = site.head("GET /", ["X-Long": String(repeating: "a", count: 15_000)])
    #expect(try await site.answer(long).hasSuffix("length 0"))
    let longer = site.head("GET /", ["X-Long": String(repeating: "a", count: 20_000)])
    #expect(ServerSite.status(try await site.answer(longer)) == "431")
    let asking = site.head("POST /api/length", ["Content-Length": "2", "Expect": "100-continue"])
    let asked = try await site.answer(asking + "{}")
    #expect(asked.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
    let head = site.head("POST /api/length", ["Content-Length": "4"])
    let body = try await ServerClient.answer(
      port: site.server.port, to: Array(head.utf8) + [0, 255, 13, 10])
    #expect(body.hasSuffix("length 4"))
    await site.server.stop()
  }
}
