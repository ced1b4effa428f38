import TestSupport

/// The parts of a page in Markdown that tests look at, in order.
struct MarkdownPage {
  /// A heading, a fenced block or a table; other text is passed over.
  enum Part {
    case heading(level: Int, String)
    case code(FencedBlock)
    case table(MarkdownTable)
  }

  let path: String
  let parts: [Part]

  /// Reads a page by its path from the project's folder.
  init(_ path: String) throws {
    self.path = path
    let lines = try ProjectFiles.text(path).split(
      separator: "\n", omittingEmptySubsequences: false)
    var parts: [Part] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      // What belongs to an item of a list is indented.
      let indent = line.prefix { $0 == " " }
      if line.dropFirst(indent.count).hasPrefix("```") {
        let content = lines[(index + 1)...].prefix { $0 != indent + "```" }
        parts.append(
          .code(
            FencedBlock(
              line: index + 1, info: line.dropFirst(indent.count + 3).split(separator: " "),
              lines: content.map { String($0.dropFirst(indent.count)) })))
        index += content.count + 1
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        parts.append(.heading(level: level, String(line.dropFirst(level + 1))))
      } else if line.dropFirst(indent.count).hasPrefix("|") {
        let rows = lines[index...].prefix { $0.hasPrefix(indent + "|") }
        parts.append(.table(MarkdownTable(line: index + 1, rows)))
        index += rows.count - 1
      }
      index += 1
    }
    self.parts = parts
  }

  /// The fenced blocks.
  var blocks: [FencedBlock] {
    parts.compactMap { if case .code(let block) = $0 { block } else { nil } }
  }
}

/// A block between fences.
struct FencedBlock {
  let line: Int
  /// Such as `yaml`; empty when none is named.
  let language: String
  /// The name of the file that it shows, after the language.
  let file: String?
  let lines: [String]

  init(line: Int, info: [Substring], lines: [String]) {
    (self.line, self.lines) = (line, lines)
    language = info.first.map(String.init) ?? ""
    file = info.dropFirst().first.map(String.init)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}

/// A table; cells are without blanks round them.
struct MarkdownTable {
  let line: Int
  let header: [String]
  let rows: [[String]]

  init(line: Int, _ lines: some Collection<Substring>) {
    self.line = line
    let cells = lines.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingPrefix { $0 == " " }.trimmingSuffix { $0 == " " }
      }
    }
    header = cells.first ?? []
    rows = Array(cells.dropFirst(2))
  }

  /// The cells of a column by its heading; nil when there is none.
  func column(_ name: String) -> [String]? {
    header.firstIndex(of: name).map { index in rows.map { $0[index] } }
  }
}

extension StringProtocol {
  /// The text without the characters at its end for which something holds.
  func trimmingSuffix(while holds: (Character) -> Bool) -> String {
    String(self.reversed().drop(while: holds).reversed())
  }

  /// What stands between backticks, in order.
  var quotedCode: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
