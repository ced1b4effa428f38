/// Something in a file that only the map can decide: nothing is imported before it does.
public struct ImportQuestion: Hashable, Sendable, CustomStringConvertible {
  /// One answer: what to write into the map and what then happens.
  public struct Choice: Hashable, Sendable {
    /// The line for the map, such as `blanks: fill-down`.
    public var entry: String
    /// What it does, as a sentence without a full stop.
    public var words: String
  }

  /// The file it is about, as the user named it.
  public var file: String
  /// The place in the map where the answer goes, such as `sources.ledger.columns.branch`.
  public var path: String
  /// What was seen, as a sentence.
  public var words: String
  /// How many cells or rows it is about.
  public var count: Int
  /// The first of them: a line of the file and what stands there.
  public var examples: [Example]
  /// What can be decided.
  public var choices: [Choice]

  /// A place that a question is about.
  public struct Example: Hashable, Sendable {
    /// The line of the file.
    public var line: Int
    /// What stands there.
    public var text: String
  }

  /// The question, where it arises, and the answers as they go into the map.
  public var description: String {
    var lines = ["\(file): \(words)"]
    for example in examples.prefix(5) { lines.append("  line \(example.line): \(example.text)") }
    if !examples.isEmpty, count > min(5, examples.count) { lines.append("  \(count) in all") }
    lines.append("  answer in the map, under \(path):")
    let width = choices.map(\.entry.count).max() ?? 0
    for choice in choices {
      let space = String(repeating: " ", count: width - choice.entry.count)
      lines.append("    \(choice.entry)\(space)  \(choice.words)")
    }
    return lines.joined(separator: "\n")
  }
}
