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
  /// goes, however oddly it is written: rather too much than too little.
  private static func withoutPasswords(_ uri: String) -> String {
    guard let scheme = uri.range(of: "://") else { return uri }
    let parts = uri[scheme.upperBound...].split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var place = String(parts[0])
    if let at = place.lastIndex(of: "@"), let colon = place[..<at].firstIndex(of: ":") {
      place.removeSubrange(colon..<at)
    }
    var settings: [Substring] = []
    if parts.count > 1 {
      settings = parts[1].split(separator: "&").filter { !isSecret($0) }
    }
    let end = settings.isEmpty ? "" : "?" + settings.joined(separator: "&")
    return uri[..<scheme.upperBound] + place + end
  }

  private static func isSecret(_ setting: Substring) -> Bool {
    let name = String(setting.prefix { $0 != "=" })
    return (name.removingPercentEncoding ?? name).contains("password")
  }
}
