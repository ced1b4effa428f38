/// Rows are at fault, and no folder was named for them; nothing was published.
public struct SparkRejections: Error, Equatable, Sendable, CustomStringConvertible {
  /// The first of them, by table and key.
  public let first: [SparkRejection]

  /// The first of them, a line each.
  public var description: String { first.map(\.description).joined(separator: "\n") }
}
