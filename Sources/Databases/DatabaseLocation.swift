import Foundation

/// Where a database is.
public enum DatabaseLocation: Hashable, Sendable {
  /// A file of SQLite.
  case sqlite(file: String)
  /// A database of a PostgreSQL server, by a URI as libpq reads it.
  case postgresql(uri: String)
  /// A file of DuckDB.
  case duckdb(file: String)

  private static let sqliteScheme = "sqlite:"
  private static let duckdbScheme = "duckdb:"
  private static let postgresqlSchemes = ["postgresql://", "postgres://"]

  /// A location as people write it: `sqlite:FILE`, `duckdb:FILE`, `postgresql://…` or `postgres://…`;
  /// nil for everything else.
  public init?(_ text: String) {
    if text.hasPrefix(Self.sqliteScheme) {
      self = .sqlite(file: String(text.dropFirst(Self.sqliteScheme.count)))
    } else if text.hasPrefix(Self.duckdbScheme) {
      self = .duckdb(file: String(text.dropFirst(Self.duckdbScheme.count)))
    } else if Self.postgresqlSchemes.contains(where: text.hasPrefix) {
      self = .postgresql(uri: text)
    } else {
      return nil
    }
  }

  /// What the user wrote, a password included; for nobody's eyes.
  var text: String {
    switch self {
    case .sqlite(let file): Self.sqliteScheme + file
    case .duckdb(let file): Self.duckdbScheme + file
    case .postgresql(let uri): uri
    }
  }

  /// What messages and manifests call it: never with a password.
  public var name: String {
    if case .postgresql(let uri) = self { Self.withoutPasswords(uri) } else { text }
  }

  /// What messages and manifests call one of its tables: `sqlite:branch.db#staff`.
  public func name(ofTable table: String) -> String { "\(name)#\(table)" }

  /// The file, where the database is one.
  public var file: String? {
    switch self {
    case .sqlite(let file), .duckdb(let file): file
    case .postgresql: nil
    }
  }

  /// The same database where its file is another, as one seen from another folder; itself where it is
  /// no file.
  public func replacingFile(_ change: (String) -> String) -> DatabaseLocation {
    switch self {
    case .sqlite(let file): .sqlite(file: change(file))
    case .duckdb(let file): .duckdb(file: change(file))
    case .postgresql: self
    }
  }

  /// A URI without what is secret in it. What follows the first colon of the part before the last `@`
  /// goes, however oddly it is written: rather too much than too little. Scalar by scalar, as libpq
  /// reads it: with a mark behind it a colon is another character for Swift.
  private static func withoutPasswords(_ uri: String) -> String {
    guard let scheme = uri.range(of: "://") else { return uri }
    let text = uri[scheme.upperBound...].unicodeScalars
    // Before an `@` that stands before any slash, a question mark is one of the password.
    let server = text.prefix { $0 != "/" }.lastIndex(of: "@") ?? text.startIndex
    let mark = text[server...].firstIndex(of: "?") ?? text.endIndex
    var place = String.UnicodeScalarView(text[..<mark])
    if let at = place.lastIndex(of: "@"), let colon = place[..<at].firstIndex(of: ":") {
      place.removeSubrange(colon..<at)
    }
    let settings = text[mark...].dropFirst().split(separator: "&").map { String($0) }
      .filter { !isSecret($0) }
    let end = settings.isEmpty ? "" : "?" + settings.joined(separator: "&")
    return String(uri[..<scheme.upperBound]) + String(place) + end
  }

  private static func isSecret(_ setting: String) -> Bool {
    let name = String(setting.unicodeScalars.prefix { $0 != "=" })
    return (name.removingPercentEncoding ?? name).contains("password")
  }
}
