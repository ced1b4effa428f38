/// What a Spark program said last that people can use: not where in Spark's own text it said so.
struct LastWords {
  private var recent: [String] = []
  private static let most = 12

  /// The last lines, each once.
  var lines: [String] {
    // What an assertion of the script said is the reason by itself.
    recent.last(where: { $0.hasPrefix(Self.raised) }).map { [Self.reason($0)] } ?? recent
  }

  /// Takes a line of the program's standard error.
  mutating func take(_ line: String) {
    let isOfNoUse =
      line.hasPrefix("\tat ") || line.hasPrefix("\t... ") || line.allSatisfy(\.isWhitespace)
      || line.contains(" INFO ") || line.hasPrefix("Using Spark's default log4j profile")
      || line.hasPrefix("Time taken: ") || line.hasPrefix("Setting default log level")
      || line.hasPrefix("To adjust logging level")
    if isOfNoUse { return }
    let text = String(line.prefix(400))
    recent.removeAll { $0 == text }
    recent.append(text)
    if recent.count > Self.most { recent.removeFirst() }
  }

  private static let raised = "[USER_RAISED_EXCEPTION]"

  /// The words of an assertion, without Spark's marks.
  private static func reason(_ line: String) -> String {
    var words = line.dropFirst(raised.count)
    if let end = words.range(of: " SQLSTATE:") { words = words[..<end.lowerBound] }
    return words.trimmingPrefix(" ").description
  }
}
