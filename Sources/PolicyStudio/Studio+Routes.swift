import Foundation
import PageScripts
import ScorecardPolicy

// From requests to answers. Who may ask has been decided before.
extension Studio {
  /// What has to be done before an answer can be given.
  public enum Work: Sendable {
    /// Nothing: it is in memory.
    case none
    /// Everybody is scored, quickly.
    case scoring
    /// It takes its time, and what is asked later need not wait for it.
    case analysis
  }

  /// What a request asks for.
  public static func work(for request: StudioRequest) -> Work {
    switch request.path {
    case "/", "/api/policy": .none
    case "/api/stability", "/api/sensitivity", "/api/incentives", "/branch", "/person": .analysis
    case let path where path.hasPrefix("/scripts/"): .none
    default: .scoring
    }
  }

  /// The answer to a request, whatever it is.
  public func respond(to request: StudioRequest) -> StudioResponse {
    do {
      return try answer(request)
    } catch {
      let fault = StudioFault(error)
      return (try? .json(fault, status: fault.status)) ?? .text(500, "\(fault.error.message)")
    }
  }

  private func answer(_ request: StudioRequest) throws -> StudioResponse {
    if request.method == "GET" || request.method == "HEAD" {
      switch request.path {
      case "/": return .html(StudioPage.html(title: policy.plan.title))
      case "/api/policy": return try .json(document())
      default: return try script(request.path)
      }
    }
    guard request.method == "POST" else { throw StudioFault(405, "that is not done here") }
    switch request.path {
    case "/branch", "/person": return try page(request)
    default: return try call(request)
    }
  }

  private func script(_ path: String) throws -> StudioResponse {
    let scripts = PageScript.studio + PageScript.studioStyles
    guard let script = scripts.first(where: { "/scripts/\($0.fileName)" == path }) else {
      throw StudioFault(404, "there is nothing here")
    }
    return StudioResponse(
      status: 200,
      headers: [
        "Content-Type": script.fileName.hasSuffix(".css")
          ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8"
      ], body: Data(script.text.utf8))
  }

  private func call(_ request: StudioRequest) throws -> StudioResponse {
    let ask = try Asked(request.body)
    let changes = ask.changes ?? DraftChanges()
    switch request.path {
    case "/api/draft":
      return try .json(board(changes, column: ask.column, group: ask.group, before: ask.before))
    case "/api/stability": return try .json(stability(changes))
    case "/api/sensitivity":
      guard let found = try sensitivity(changes, path: try ask.required(ask.path, "path")) else {
        throw StudioFault(422, "the draft has no number there")
      }
      return try .json(found)
    case "/api/incentives":
      return try .json(incentives(changes, key: ask.key, column: ask.column))
    case "/api/people": return try .json(people(changes, query: ask.query ?? ""))
    case "/api/person":
      guard let found = try person(changes, key: try ask.required(ask.key, "key")) else {
        throw StudioFault(422, "nobody has that key")
      }
      return try .json(found)
    case "/api/save":
      return try .json(save(changes, version: try ask.required(ask.version, "version")))
    default: throw StudioFault(404, "there is nothing here")
    }
  }

  /// A page to print, asked for by a form.
  private func page(_ request: StudioRequest) throws -> StudioResponse {
    guard let form = StudioRequest.query(String(decoding: request.body, as: UTF8.self)) else {
      throw StudioFault(400, "the form cannot be read")
    }
    let language: Title.Language = form["language"] == "zh" ? .chinese : .english
    let isDraft = form["which"] != "baseline"
    let changes =
      isDraft ? try Asked(Data("{\"changes\":\(form["changes"] ?? "{}")}".utf8)).changes : nil
    let html =
      request.path == "/person"
      ? try personPage(changes ?? DraftChanges(), key: form["key"] ?? "", language)
      : try groupPage(
        changes ?? DraftChanges(), column: form["column"].flatMap { $0.isEmpty ? nil : $0 },
        group: form["group"], language)
    guard let html else { throw StudioFault(404, "nobody is scored under that name") }
    return .html(html, styles: true)
  }
}

/// What requests bring along; each uses some of it.
private struct Asked: Decodable {
  var changes: DraftChanges?
  var column: String?
  var group: String?
  var before: String?
  var path: String?
  var key: String?
  var query: String?
  var version: String?

  init(_ body: Data) throws(StudioFault) {
    do {
      self = try JSONDecoder().decode(Asked.self, from: body)
    } catch {
      throw StudioFault(
        400, "the request is no JSON of the right shape",
        suggestion: "load the page again: it may be of another version of the program")
    }
  }

  func required(_ value: String?, _ name: String) throws(StudioFault) -> String {
    guard let value else { throw StudioFault(400, "the request lacks \(name)") }
    return value
  }
}

extension StudioResponse {
  /// A document.
  static func json(_ document: some Encodable, status: Int = 200) throws -> StudioResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return StudioResponse(
      status: status, headers: ["Content-Type": "application/json; charset=utf-8"],
      body: try encoder.encode(document))
  }

  /// A page; one that is printed has its style in it.
  static func html(_ text: String, styles: Bool = false) -> StudioResponse {
    var headers = ["Content-Type": "text/html; charset=utf-8"]
    if styles {
      headers["Content-Security-Policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"
    }
    return StudioResponse(status: 200, headers: headers, body: Data(text.utf8))
  }

  /// A plain text.
  static func text(_ status: Int, _ text: String) -> StudioResponse {
    StudioResponse(
      status: status, headers: ["Content-Type": "text/plain; charset=utf-8"],
      body: Data(text.utf8))
  }
}
