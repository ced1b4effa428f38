import Diagnostics
import Yams

// The only file that knows the YAML library.
extension PolicyNode {
  /// Reads a YAML document as nodes; every fault of the syntax is one diagnostic.
  static func parse(_ yaml: String, file: String) throws(DiagnosedFailure) -> PolicyNode {
    var builder = NodeBuilder(yaml: yaml, file: file)
    do {
      // Types are ours to tell: what YAML makes of `yes` or `1_000` is never asked for.
      guard let root = try Parser(yaml: yaml, resolver: .basic).singleRoot() else {
        throw DiagnosedFailure([
          Diagnostic(
            code: "policy.empty", at: SourceLocation(file: file, line: 1, column: 1),
            "the file holds no policy")
        ])
      }
      let node = try builder.node(root)
      guard builder.repeatedKeys.isEmpty else { throw DiagnosedFailure(builder.repeatedKeys) }
      return node
    } catch let failure as DiagnosedFailure {
      throw failure
    } catch {
      throw DiagnosedFailure([builder.diagnostic(error)])
    }
  }
}

private struct NodeBuilder {
  let file: String
  let lines: [[Character]]
  private(set) var repeatedKeys: [Diagnostic] = []
  private var nodeCount = 0

  private static let largestCount = 1_000_000

  init(yaml: String, file: String) {
    self.file = file
    lines = yaml.split(omittingEmptySubsequences: false) { ["\r\n", "\n", "\r"].contains($0) }
      .map(Array.init)
  }

  mutating func node(_ node: Node) throws(DiagnosedFailure) -> PolicyNode {
    let place = location(node.mark)
    try count(at: place)
    switch node {
    case .scalar(let scalar):
      var result = PolicyNode(content: .scalar(scalar.string), location: place)
      result.isQuoted = ![.any, .plain].contains(scalar.style)
      let quote = result.isQuoted ? 1 : 0
      result.isVerbatim = characters(from: place.column + quote, line: place.line)
        .starts(with: scalar.string)
      result.indicator = character(at: place).flatMap { "&!".contains($0) ? $0 : nil }
      return result
    case .sequence(let sequence):
      var elements: [PolicyNode] = []
      for element in sequence { elements.append(try self.node(element)) }
      return PolicyNode(content: .list(elements), location: place)
    case .mapping(let mapping):
      var entries: [PolicyNode.Entry] = []
      for (key, value) in mapping {
        entries.append(
          PolicyNode.Entry(
            key: key.scalar?.string ?? "", keyLocation: location(key.mark),
            value: try self.node(value)))
      }
      checkKeys(entries)
      return PolicyNode(content: .mapping(entries), location: place)
    case .alias:
      return PolicyNode(content: .scalar(""), location: place)
    }
  }

  /// Keys that are the same text, though YAML may tell them apart, as `1` from `"1"`.
  private mutating func checkKeys(_ entries: [PolicyNode.Entry]) {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.key).inserted {
      repeatedKeys.append(
        Diagnostic(
          code: "policy.duplicate-key", at: entry.keyLocation,
          "this mapping has a key twice: \"\(entry.key)\"", suggestion: "keep one of the two"))
    }
  }

  /// Aliases of aliases of lists grow to sizes that no machine holds.
  private mutating func count(at place: SourceLocation) throws(DiagnosedFailure) {
    nodeCount += 1
    guard nodeCount > Self.largestCount else { return }
    throw DiagnosedFailure([
      Diagnostic(
        code: "policy.syntax", at: place,
        "the file holds more than \(Self.largestCount) values",
        suggestion: "write out what YAML aliases (*name) stand for")
    ])
  }

  func diagnostic(_ error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = location(mark)
      return Diagnostic(
        code: "policy.syntax", at: place,
        "the YAML cannot be read: \(problem)",
        notes: context.map { ["\($0.text) (line \($0.mark.line))"] } ?? [],
        suggestion: suggestion(near: [mark.line, context?.mark.line ?? mark.line]))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      return Diagnostic(
        code: "policy.duplicate-key", at: location(context.mark),
        "this mapping has a key twice: \(names)", suggestion: "keep one of the two")
    default:
      return Diagnostic(
        code: "policy.syntax", at: SourceLocation(file: file, line: 1, column: 1),
        "the YAML cannot be read: \(error)")
    }
  }

  /// What to do when a formula was written where YAML takes its first character as its own.
  private func suggestion(near lineNumbers: [Int]) -> String? {
    for number in lineNumbers where lines.indices.contains(number - 1) {
      let line = String(lines[number - 1])
      guard let match = line.firstMatch(of: /:\s+([\[">!*&|%@`])/) else { continue }
      return """
        a formula that begins with \(match.output.1) must be quoted: put the whole formula between \
        single quotes
        """
    }
    for number in lineNumbers where lines.indices.contains(number - 1) {
      if lines[number - 1].contains("{"), lines[number - 1].contains("[") {
        return "a formula that holds a bracket or comma inside braces must be quoted"
      }
      if lines[number - 1].contains("\t") { return "indent with spaces, never with tabs" }
    }
    return nil
  }

  private func location(_ mark: Mark?) -> SourceLocation {
    SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private func character(at place: SourceLocation) -> Character? {
    characters(from: place.column, line: place.line).first
  }

  private func characters(from column: Int, line: Int) -> ArraySlice<Character> {
    guard lines.indices.contains(line - 1) else { return [] }
    return lines[line - 1].dropFirst(column - 1)
  }
}
