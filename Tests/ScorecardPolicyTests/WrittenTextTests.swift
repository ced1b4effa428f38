import Diagnostics
import LocatedYAML
import Testing

@Suite("Texts written as YAML")
struct WrittenTextTests {
  private static let kind = DocumentKind(name: "text", firstKey: "text")

  /// Characters that Swift makes one of with a quote or a space beside them, and YAML does not.
  @Test(
    "are read back as they were, and nothing else is",
    arguments: [
      "it's", "[it'\u{301}s", "# \u{600}'x", "a: b", "a: \u{301}b", "a #\u{301}", "a \u{301}#b",
      "a:\u{301} b", "- '\u{301}: x",
    ])
  func roundTrip(_ text: String) throws {
    let place = SourceLocation(file: "", line: 1, column: 1)
    let value = YAMLNode(content: .scalar(text), location: place)
    let entry = YAMLNode.Entry(key: "text", keyLocation: place, value: value)
    let node = YAMLNode(content: .mapping([entry]), location: place)
    let read = try YAMLNode.parse(node.document, file: "text.yaml", kind: Self.kind)
    let texts = read.entries?.map { $0.value.text ?? "" }
    #expect(texts?.map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test(
    "hold no character of code 0, in a value or in a key",
    arguments: ["a: \"b\\0\"", "\"a\\0\": b"])
  func zero(_ yaml: String) {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try YAMLNode.parse(yaml, file: "text.yaml", kind: Self.kind)
    }
    #expect(failure?.diagnostics.map(\.code) == ["text.syntax"])
    #expect(failure?.description.contains("the character of code 0") == true)
  }
}
