/// What a YAML file is to hold, for messages about it.
public struct DocumentKind: Sendable {
  /// What it is called, such as `policy`; the codes of diagnostics begin with it.
  public let name: String
  /// The key that a file begins with.
  public let firstKey: String
  /// Whether formulas stand in it, which YAML misreads where they begin with a sign of its own.
  public let hasFormulas: Bool

  /// A kind of file.
  public init(name: String, firstKey: String, hasFormulas: Bool = false) {
    (self.name, self.firstKey, self.hasFormulas) = (name, firstKey, hasFormulas)
  }

  /// The code of a diagnostic, such as `policy.syntax`.
  public func code(_ fault: String) -> String { "\(name).\(fault)" }
}
