import ColumnStore
import Testing

@Suite("Text pool")
struct TextPoolTests {
  @Test("codes count from 0 in the order of first appearance")
  func codes() {
    var pool = TextPool()
    #expect(["b", "a", "", "b", "存款"].map { pool.code(for: $0) } == [0, 1, 2, 0, 3])
    #expect(pool.count == 4)
    #expect((0..<4).map { pool.text(of: $0) } == ["b", "a", "", "存款"])
  }

  @Test("finding adds nothing")
  func find() {
    var pool = TextPool()
    #expect(pool.find("a") == nil)
    #expect(pool.find("") == nil)
    #expect(pool.count == 0)
    let code = pool.code(for: "a")
    #expect(pool.find("a") == code)
    #expect(pool.find("aa") == nil)
  }

  @Test("texts are told apart by bytes: é as one character and as two are two texts")
  func bytes() {
    var pool = TextPool()
    #expect(pool.code(for: "\u{E9}") != pool.code(for: "e\u{301}"))
    #expect(pool.code(for: "a") != pool.code(for: "a\0"))
    #expect(pool.code(for: "12345678") != pool.code(for: "123456780"))
  }

  @Test("200,000 texts keep their codes while the pool grows")
  func growth() {
    var pool = TextPool()
    let texts = (0..<200_000).map { "E\($0)" }
    for (index, text) in texts.enumerated() { #expect(pool.code(for: text) == Int32(index)) }
    #expect(texts.indices.allSatisfy { pool.find(texts[$0]) == Int32($0) })
    #expect(pool.text(of: 123_456) == "E123456")
  }

  @Test("order is that of bytes, and a text comes after its own beginning")
  func order() {
    var pool = TextPool()
    let texts = ["", "A", "B", "a", "ab", "b", "é", "员", "\u{FFFF}", "𠀀"]
    let codes = texts.reversed().map { pool.code(for: $0) }
    let sorted = codes.sorted { pool.isOrderedBefore($0, $1) }
    #expect(sorted.map { pool.text(of: $0) } == texts)
    #expect(!pool.isOrderedBefore(codes[0], codes[0]))
  }

  @Test("a copy goes its own way")
  func copy() {
    var pool = TextPool()
    _ = pool.code(for: "a")
    var copy = pool
    #expect(copy.code(for: "b") == 1)
    #expect(pool.find("b") == nil)
  }
}
