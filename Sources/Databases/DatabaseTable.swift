/// A table of a database, as people write it: the database, `#`, and the table's name.
public struct DatabaseTable: Hashable, Sendable {
  /// The database.
  public let location: DatabaseLocation
  /// The table's name in it.
  public let table: String

  /// A table of a database.
  public init(_ location: DatabaseLocation, table: String) {
    (self.location, self.table) = (location, table)
  }

  /// A table as people write it, such as `sqlite:branch.db#staff`; nil when the text names no database,
  /// or no table in it.
  public init?(_ text: String) {
    guard let mark = text.lastIndex(of: "#"), text.index(after: mark) < text.endIndex,
      let location = DatabaseLocation(String(text[..<mark]))
    else { return nil }
    self.init(location, table: String(text[text.index(after: mark)...]))
  }

  /// What the user wrote, a password included: to be opened, and not to be shown.
  public var text: String { "\(location.text)#\(table)" }

  /// What messages and manifests call it: never with a password.
  public var name: String { location.name(ofTable: table) }
}
