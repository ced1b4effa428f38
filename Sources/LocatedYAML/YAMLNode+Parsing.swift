import Diagnostics
import Yams

// The only file that knows the YAML library.
extension YAMLNode {
  /// Reads a YAML document as nodes; every fault of the syntax is one diagnostic.
  ///
  /// - Parameters:
  ///   - yaml: the text, at most 1,000,000 nodes with what its aliases stand for.
  ///   - file: the file's name, for messages.
  ///   - kind: what the file is to hold, for messages and their codes.
  /// - Throws: when it is empty, no YAML, or has a key twice in one mapping.
  public static func parse(
    _ yaml: String, file: String, kind: DocumentKind
  ) throws(DiagnosedFailure) -> YAMLNode {
    var builder = NodeBuilder(yaml: yaml, file: file, kind: kind)
    do {
      // Types are ours to tell: what YAML makes of `yes` or `1_000` is never asked for.
      guard let root = try Parser(yaml: yaml, resolver: .basic).singleRoot() else {
        throw DiagnosedFailure([
          Diagnostic(
            code: kind.code("empty"), at: SourceLocation(file: file, line: 1, column: 1),
            "the file holds no \(kind.name)", suggestion: "begin with \(kind.firstKey): and a name")
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
  let kind: DocumentKind
  let lines: [[Character]]
  private(set) var repeatedKeys: [Diagnostic] = []
  private var nodeCount = 0

  private static let largestCount = 1_000_000

  init(yaml: String, file: String, kind: DocumentKind) {
    (self.file, self.kind) = (file, kind)
    lines = yaml.split(omittingEmptySubsequences: false) { ["\r\n", "\n", "\r"].contains($0) }
      .map(Array.init)
  }

  mutating func node(_ node: Node) throws(DiagnosedFailure) -> YAMLNode {
    let place = location(node.mark)
    try count(at: place)
    switch node {
    case .scalar(let scalar):
      try check(scalar.string, at: place)
      var result = YAMLNode(content: .scalar(scalar.string), location: place)
      result.isQuoted = ![.any, .plain].contains(scalar.style)
      let quote = result.isQuoted ? 1 : 0
      result.isVerbatim = characters(from: place.column + quote, line: place.line)
        .starts(with: scalar.string)
      result.indicator = character(at: place).flatMap { "&!".contains($0) ? $0 : nil }
      return result
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try self.node(element)) }
      return YAMLNode(content: .list(elements), location: place)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        try check(key.scalar?.string ?? "", at: location(key.mark))
        entries.append(
          YAMLNode.Entry(
            key: key.scalar?.string ?? "", keyLocation: location(key.mark),
            value: try self.node(value)))
      }
      checkKeys(entries)
      return YAMLNode(content: .mapping(entries), location: place)
    case .alias:
      return YAMLNode(content: .scalar(""), location: place)
    }
  }

  /// Databases and systems take the character of code 0 for the end of a text, and what stands behind
  /// it for something else.
  private func check(_ text: String, at place: SourceLocation) throws(DiagnosedFailure) {
    guard text.utf8.contains(0) else { return }
    throw DiagnosedFailure([
      Diagnostic(
        code: kind.code("syntax"), at: place,
        "a text holds the character of code 0, which databases take for its end",
        suggestion: "leave \\0 out")
    ])
  }

  /// Keys that are the same text, though YAML may tell them apart, as `1` from `"1"`.
  private mutating func checkKeys(_ entries: [YAMLNode.Entry]) {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.key).inserted {
      repeatedKeys.append(
        Diagnostic(
          code: kind.code("duplicate-key"), at: entry.keyLocation,
          "this mapping has a key twice: \"\(entry.key)\"", suggestion: "keep one of the two"))
    }
  }

  /// Aliases of aliases of lists grow to sizes that no machine holds.
  private mutating func count(at place: SourceLocation) throws(DiagnosedFailure) {
    nodeCount += 1
    guard nodeCount > Self.largestCount else { return }
    throw DiagnosedFailure([
      Diagnostic(
        code: kind.code("syntax"), at: place,
        "the file holds more than \(Self.largestCount) values",
        suggestion: "write out what YAML aliases (*name) stand for")
    ])
  }

  func diagnostic(_ error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(
        SyntaxFault(
          problem: problem, stop: place(mark),
          reading: context.map { ($0.text, place($0.mark)) }, lines: lines,
          hasFormulas: kind.hasFormulas))
    case .reader(let problem, let offset, _, _):
      return diagnostic(
        SyntaxFault(
          problem: problem, stop: place(ofCharacter: offset ?? 0), reading: nil, lines: lines,
          hasFormulas: kind.hasFormulas))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      return Diagnostic(
        code: kind.code("duplicate-key"), at: location(context.mark),
        "this mapping has a key twice: \(names)", suggestion: "keep one of the two")
    default:
      return Diagnostic(
        code: kind.code("syntax"), at: SourceLocation(file: file, line: 1, column: 1),
        "the YAML cannot be read: \(error)")
    }
  }

  private func diagnostic(_ fault: SyntaxFault) -> Diagnostic {
    Diagnostic(
      code: kind.code("syntax"),
      at: SourceLocation(file: file, line: fault.place.line, column: fault.place.column),
      "the YAML cannot be read: \(fault.message)", notes: [fault.note],
      suggestion: fault.suggestion)
  }

  private func place(ofCharacter offset: Int) -> SyntaxFault.Place {
    var rest = offset
    for (index, line) in lines.enumerated() {
      if rest <= line.count { return SyntaxFault.Place(line: index + 1, column: rest + 1) }
      rest -= line.count + 1
    }
    return SyntaxFault.Place(line: 1, column: 1)
  }

  private func place(_ mark: Mark) -> SyntaxFault.Place {
    SyntaxFault.Place(line: mark.line, column: mark.column)
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
