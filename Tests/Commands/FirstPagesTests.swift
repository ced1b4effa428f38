import Foundation
import TestSupport
import Testing

@Suite("The two first pages")
struct FirstPagesTests {
  /// A heading with what stands below it, as far as it can be compared between languages.
  private struct Section: Equatable, CustomStringConvertible {
    let level: Int
    var items = 0
    /// Numbers in its sentences.
    var numbers: [String] = []
    /// What links lead to, but for the link to the other page.
    var links: [String] = []
    /// What stands between backticks, but for words.
    var code: Set<String> = []

    var description: String { "\(level), \(items) items: \(numbers), \(links), \(code.sorted())" }
  }

  private func sections(_ page: String) throws -> [Section] {
    var sections: [Section] = []
    var isBlock = false
    for line in try ProjectFiles.text(page).split(separator: "\n") {
      if line.hasPrefix("```") { isBlock.toggle() }
      if isBlock || line.hasPrefix("```") { continue }
      if line.hasPrefix("#") { sections.append(Section(level: line.prefix { $0 == "#" }.count)) }
      guard let last = sections.indices.last else { continue }
      if line.hasPrefix("- ") { sections[last].items += 1 }
      let links = line.matches(of: /\]\(([^)]*)\)/).map { String($0.output.1) }
      sections[last].links += links.filter { !$0.hasPrefix("README") }
      sections[last].code.formUnion(line.quotedCode)
      sections[last].numbers += line.replacing(/\]\([^)]*\)|`[^`]*`/, with: "")
        .matches(of: /[0-9][0-9.]*[0-9]|[0-9]/).map { String($0.output) }
    }
    return sections
  }

  @Test("have the same headings, lists, links, numbers and names")
  func sentences() throws {
    let (english, chinese) = (try sections("README.md"), try sections("README.zh.md"))
    #expect(english.count == chinese.count)
    for (one, other) in zip(english, chinese) { #expect(one == other) }
  }

  @Test("show the same commands and the same output")
  func blocks() throws {
    let (english, chinese) = (
      try MarkdownPage("README.md").blocks, try MarkdownPage("README.zh.md").blocks
    )
    #expect(english.count == chinese.count)
    for (one, other) in zip(english, chinese) {
      #expect(one.language == other.language)
      // Beside the scripts stands what they do, in the page's language.
      if one.text.contains("./Scripts/demo") { continue }
      #expect(one.lines == other.lines, "README.md:\(one.line), README.zh.md:\(other.line)")
    }
  }

  @Test("show a program that is tried here, and what it prints")
  func program() throws {
    let blocks = try MarkdownPage("README.md").blocks
    let index = try #require(blocks.firstIndex { $0.text.contains("import ScoringEngine") })
    let tried = try ProjectFiles.text("Tests/Commands/FirstPagesProgram.swift")
      .split(separator: "\n").map(\.withoutIndent)
    for line in blocks[index].lines where !line.isEmpty && !line.hasPrefix("let folder") {
      #expect(tried.contains(line.withoutIndent), "\(line)")
    }
    #expect(try FirstPagesProgram.printed() == blocks[index + 1].lines)
  }
}

extension StringProtocol {
  fileprivate var withoutIndent: String { String(drop { $0 == " " }) }
}
