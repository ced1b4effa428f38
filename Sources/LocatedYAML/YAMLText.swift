import Diagnostics

/// A YAML file's text by its characters, in which the ends of nodes are found.
struct YAMLText {
  /// Why something in the text cannot be told apart from the rest.
  struct Unclear: Error {}

  let scalars: [Unicode.Scalar]
  /// What ends its first line.
  let lineBreak: String
  private let lineStarts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    var index = 0
    while index < scalars.count {
      let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if scalars[index].isYAMLBreak {
        index += isPair ? 2 : 1
        starts.append(index)
      } else {
        index += 1
      }
    }
    lineStarts = starts
    let isWindows = starts.count > 1 && starts[1] >= 2 && scalars[starts[1] - 2] == "\r"
    lineBreak = isWindows ? "\r\n" : "\n"
  }

  // MARK: Lines

  /// Where the character of a place stands, which must not be before `floor`: what an alias stands for does.
  func offset(of place: SourceLocation, from floor: Int) throws(Unclear) -> Int {
    guard lineStarts.indices.contains(place.line - 1) else { throw Unclear() }
    let offset = lineStarts[place.line - 1] + place.column - 1
    guard offset >= floor, offset <= scalars.count else { throw Unclear() }
    return offset
  }

  /// Where the line of a character begins.
  func lineStart(of offset: Int) -> Int { lineStarts[lineIndex(of: offset)] }

  /// Where the line after that of a character begins, or the text ends.
  func lineEnd(of offset: Int) -> Int {
    let index = lineIndex(of: offset) + 1
    return index < lineStarts.count ? lineStarts[index] : scalars.count
  }

  /// How many characters stand before one on its line.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  /// Whether nothing but blanks stands before a character on its line.
  func isFirst(_ offset: Int) -> Bool {
    scalars[lineStart(of: offset)..<offset].allSatisfy { $0 == " " }
  }

  /// The lines of a range that hold nothing but a comment, without their ends.
  func commentLines(in range: Range<Int>) -> [String] {
    guard !range.isEmpty else { return [] }
    return (lineIndex(of: range.lowerBound)...lineIndex(of: range.upperBound - 1)).compactMap {
      let start = lineStarts[$0]
      let end = $0 + 1 < lineStarts.count ? lineStarts[$0 + 1] : scalars.count
      guard start >= range.lowerBound, end <= range.upperBound,
        scalars[start..<end].first(where: { $0 != " " && $0 != "\t" }) == "#"
      else { return nil }
      let last = (start..<end).last { !scalars[$0].isYAMLBreak } ?? start
      return string(start..<last + 1)
    }
  }

  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
