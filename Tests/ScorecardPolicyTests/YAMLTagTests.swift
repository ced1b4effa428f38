import Diagnostics
import LocatedYAML
import Testing

@Suite("Tags in YAML")
struct YAMLTagTests {
  private static let kind = DocumentKind(name: "text", firstKey: "text")
  static let tags = [
    "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!binary", "!!set", "!!merge", "!own",
    "!<tag:yaml.org,2002:int>", "!!python/object/apply:os.system",
  ]

  @Test("make nothing: what stands behind one is the text, list or mapping", arguments: tags)
  func values(_ tag: String) throws {
    let yaml = """
      text: \(tag) 0x1F
      list: \(tag) [no]
      mapping: \(tag) {1_000: ~}
      """
    let node = try YAMLNode.parse(yaml, file: "text.yaml", kind: Self.kind)
    let entries = try #require(node.entries)
    try #require(entries.count == 3)
    #expect(entries[0].value.text == "0x1F")
    #expect(entries[1].value.elements?.map { $0.text ?? "" } == ["no"])
    #expect(entries[2].value.entries?.map(\.key) == ["1_000"])
    #expect(entries[2].value.entries?.map { $0.value.text ?? "" } == ["~"])
  }

  @Test("make no other key of the same text")
  func keys() {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try YAMLNode.parse("!own a: b\na: c", file: "text.yaml", kind: Self.kind)
    }
    #expect(failure?.diagnostics.map(\.code) == ["text.duplicate-key"])
  }
}
