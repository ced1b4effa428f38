/// Something about a column that somebody has to decide in the map.
public struct ColumnQuestion: Hashable, Sendable {
  /// What can be written into the map, and what then happens.
  public struct Choice: Hashable, Sendable {
    /// The key and value under the column in the map, such as `blanks: fill-down`.
    public let entry: String
    /// What it does, as a sentence without a full stop.
    public let words: String
  }

  /// A cell that the question is about.
  public struct Example: Hashable, Sendable {
    /// Its line in the file.
    public let line: Int
    /// What stands there.
    public let text: String
  }

  /// What is in doubt; its name is the key under the column in the map.
  public let doubt: Doubt
  /// The question, as a sentence.
  public let words: String
  /// How many cells it is about.
  public let count: Int
  /// The first of them.
  public let examples: [Example]
  /// What can be decided.
  public let choices: [Choice]
}
