/// A lookup from text to number.
public struct LookupDeclaration: Sendable, Equatable {
  /// Its name in formulas.
  public let name: String
  /// The texts in the order written, each with its number.
  public let entries: [Entry]

  /// One text and its number.
  public struct Entry: Sendable, Equatable {
    /// The text.
    public let key: String
    /// Its number.
    public let value: Double
  }
}
