/// Changes a YAML file's own text so that it says what other nodes say, and leaves everything else in it,
/// its comments and its layout, as it is.
///
/// It changes what it can tell apart, and makes no promise about the rest: what comes of it is to be read
/// again and compared.
public struct YAMLEditor {
  private struct Edit {
    let range: Range<Int>
    let text: String
    /// Whether these are lines, each with its end.
    var isLines = false
  }

  /// Where a node stands.
  struct Place {
    /// Where what stands before it ends.
    var floor: Int
    /// Whether it is inside brackets or braces.
    var isInFlow: Bool
    /// How far the key or the mark of the list before it is indented.
    var indent: Int
  }

  let text: YAMLText
  private var edits: [Edit] = []

  /// The text of a file changed to say what other nodes say; nil where that takes more than an edit of
  /// values, keys and elements that can be found in it.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - old: its nodes, as parsed.
  ///   - new: what it is to say.
  public static func text(_ yaml: String, from old: YAMLNode, to new: YAMLNode) -> String? {
    var editor = YAMLEditor(text: YAMLText(yaml))
    let root = Place(floor: 0, isInFlow: false, indent: -1)
    guard (try? editor.change(old, to: new, at: root)) != nil else { return nil }
    return editor.result
  }

  init(text: YAMLText) { self.text = text }

  // MARK: Edits

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(range: range, text: text))
  }

  /// Puts lines before the line that begins there, or behind the last.
  mutating func insert(lines: [String], indent: Int = 0, at offset: Int) {
    replace(offset..<offset, withLines: lines, indent: indent)
  }

  /// Replaces whole lines by others.
  mutating func replace(_ range: Range<Int>, withLines lines: [String], indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    let written = lines.map { margin + $0 + text.lineBreak }.joined()
    edits.append(Edit(range: range, text: written, isLines: true))
  }

  /// The text with all edits made; nil where two of them are about the same characters.
  private var result: String? {
    // What is put in at a place stands before what is replaced there; else as they were made.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    var result = ""
    var position = 0
    for edit in ordered {
      guard edit.range.lowerBound >= position else { return nil }
      result += text.string(position..<edit.range.lowerBound)
      // The last line of a text may have no end; then neither has what comes behind it.
      let isBehindOpenLine = result.unicodeScalars.last?.isYAMLBreak == false
      result +=
        edit.isLines && isBehindOpenLine && !edit.text.isEmpty
        ? text.lineBreak + edit.text.dropLast() : edit.text
      position = edit.range.upperBound
    }
    return result + text.string(position..<text.scalars.count)
  }

  // MARK: Nodes

  /// Makes the edits that lead from one node to the other.
  mutating func change(
    _ old: YAMLNode, to new: YAMLNode, at place: Place
  ) throws(YAMLText.Unclear) {
    if old.hasSameContent(as: new) { return }
    switch (old.content, new.content) {
    case (.scalar, .scalar): try replaceScalar(old, with: new, at: place)
    case (.list(let elements), .list(let others))
    where !elements.isEmpty && elements.count <= others.count:
      try change(elements, to: others, of: old, at: place)
    case (.mapping(let entries), .mapping(let others)) where !entries.isEmpty && !others.isEmpty:
      try change(entries, to: others, of: old, at: place, new)
    default: try replaceWhole(old, with: new, at: place)
    }
  }

  private mutating func change(
    _ elements: [YAMLNode], to others: [YAMLNode], of list: YAMLNode, at place: Place
  ) throws(YAMLText.Unclear) {
    let start = try text.offset(of: list.location, from: place.floor)
    let isFlow = try text.isFlow(start)
    let indent = text.column(of: start)
    var end = isFlow ? start + 1 : start
    for (element, other) in zip(elements, others) {
      let inside = Place(floor: end, isInFlow: place.isInFlow || isFlow, indent: indent)
      try change(element, to: other, at: inside)
      end = try text.end(of: element, from: end, indent: indent)
    }
    for added in others.dropFirst(elements.count) {
      if isFlow {
        replace(end..<end, with: ", \(added.flowText)")
      } else {
        insert(lines: ["- \(added.flowText)"], indent: indent, at: text.lineEnd(of: end - 1))
      }
    }
  }

  // MARK: Scalars

  private mutating func replaceScalar(
    _ old: YAMLNode, with new: YAMLNode, at place: Place
  ) throws(YAMLText.Unclear) {
    guard case .scalar(let oldText) = old.content, case .scalar(let newText) = new.content else {
      return
    }
    let start = try text.offset(of: old.location, from: place.floor)
    if old.isBlank {
      guard start > 0, text.scalars[start - 1] == ":" else { throw YAMLText.Unclear() }
      replace(start..<start, with: " \(new.scalarText(isInFlow: place.isInFlow))")
      return
    }
    let end = try text.scalarEnd(oldText, at: start, indent: place.indent)
    if text.scalars[start..<end].contains(where: \.isYAMLBreak) {
      try replaceWords(of: oldText, with: newText, from: start)
      return
    }
    replace(start..<end, with: scalarText(newText, like: text.scalars[start], new, place))
  }

  private func scalarText(
    _ text: String, like first: Unicode.Scalar, _ node: YAMLNode, _ place: Place
  ) -> String {
    switch first {
    case "'": YAMLNode.quoted(text)
    case "\"": YAMLNode.doublyQuoted(text)
    default: node.scalarText(isInFlow: place.isInFlow)
    }
  }

  /// Replaces, in a text over several lines, the words that differ.
  private mutating func replaceWords(
    of old: String, with new: String, from start: Int
  ) throws(YAMLText.Unclear) {
    let (oldWords, newWords) = (Self.words(old), Self.words(new))
    let isBlock = "|>".unicodeScalars.contains(text.scalars[start])
    let isQuoted = "'\"".unicodeScalars.contains(text.scalars[start])
    let first = isBlock ? text.lineEnd(of: start) : isQuoted ? start + 1 : start
    let positions = try text.positions(of: old, from: first)
    guard oldWords.count == newWords.count else { throw YAMLText.Unclear() }
    var count = 0
    for (word, other) in zip(oldWords, newWords) {
      let length = word.unicodeScalars.count
      if word != other {
        let isSafe = !isQuoted || !other.contains { "'\"\\".contains($0) }
        guard isSafe else { throw YAMLText.Unclear() }
        replace(positions[count]..<positions[count + length - 1] + 1, with: other)
      }
      count += length
    }
  }

  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.isYAMLSpace }.map { String($0) }
  }
}
