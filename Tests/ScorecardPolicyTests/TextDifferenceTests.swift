import ScorecardPolicy
import SeededRandom
import Testing

@Suite("The difference of two texts")
struct TextDifferenceTests {
  private func written(_ lines: [TextDifference.Line]) -> [String] {
    lines.map { $0.kind.rawValue + $0.text }
  }

  @Test("shows what is removed before what is added, and ends of lines as no difference")
  func lines() {
    let difference = TextDifference(from: "a\nb\nc\nd", to: "a\r\nx\r\nc\r\nd\r\ne\r\n")
    #expect(written(difference.lines) == [" a", "-b", "+x", " c", " d", "+e"])
    #expect(TextDifference(from: "", to: "").lines.isEmpty)
    #expect(written(TextDifference(from: "", to: "a\n").lines) == ["+a"])
    #expect(written(TextDifference(from: "a\n\n", to: "").lines) == ["-a", "-"])
  }

  @Test("comes in pieces with some lines round them, which do not touch")
  func hunks() {
    let old = (1...30).map { "\($0)" }
    var new = old
    new[4] = "five"
    new[9] = "ten"
    new[24] = "twenty-five"
    let difference = TextDifference(
      from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
    #expect(
      difference.hunks(context: 2).map(written) == [
        [" 3", " 4", "-5", "+five", " 6", " 7", " 8", " 9", "-10", "+ten", " 11", " 12"],
        [" 23", " 24", "-25", "+twenty-five", " 26", " 27"],
      ])
    #expect(difference.hunks(context: 1).count == 3)
    #expect(TextDifference(from: "a\nb", to: "a\nb").hunks().isEmpty)
  }

  @Test("holds both texts, at random")
  func random() {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<300 {
      let kinds = 2 + generator.next(below: 12)
      let texts = (0..<2).map { _ in
        (0..<generator.next(below: 12)).map { _ in "\(generator.next(below: kinds))" }
      }
      let difference = TextDifference(
        from: texts[0].joined(separator: "\n"), to: texts[1].joined(separator: "\n"))
      #expect(difference.lines.filter { $0.kind != .added }.map(\.text) == texts[0])
      #expect(difference.lines.filter { $0.kind != .removed }.map(\.text) == texts[1])
    }
  }

  @Test("of thousands of lines is found at once, also where they have nothing in common")
  func large() {
    let old = (0..<6000).map { "line \($0)" }
    let other = (0..<6000).map { "other \($0)" }
    let repeated = (0..<6000).map { "\($0 % 3)" }
    var moved = old
    moved.insert("new", at: 3000)
    moved.remove(at: 17)
    let text = { (lines: [String]) in lines.joined(separator: "\n") }
    #expect(
      written(TextDifference(from: text(old), to: text(moved)).lines.filter { $0.kind != .same })
        == ["-line 17", "+new"])
    #expect(TextDifference(from: text(old), to: text(other)).lines.count == 12_000)
    #expect(TextDifference(from: text(old), to: text(repeated)).lines.count == 12_000)
  }
}
