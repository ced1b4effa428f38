/// One record of a delimited text: where it stands and what its fields are.
public struct Record: Sendable {
  /// The line it begins on, from 1.
  public var line = 1
  /// Its bytes as they stand, without the line's end.
  public var range = 0..<0
  /// Its fields from left to right.
  public var fields: [Field] = []
  /// What is wrong with its quoting; the fields are then not to be used.
  public var fault: QuotingFault?

  /// An empty record, to be filled by a reader.
  public init() {}

  /// How a record breaks RFC 4180.
  public enum QuotingFault: String, Sendable {
    /// The text ended inside quotes.
    case unclosed = "a quote is opened and not closed before the end of the file"
    /// Something other than a separator follows the closing quote.
    case textAfterQuote = "text follows a closing quote (a quote inside a field is written twice)"
  }
}
