import Diagnostics
import Testing

@Suite("Spelling")
struct SpellingTests {
  private static let columns = [
    "deposit_plan", "deposit_actual", "npl_ratio", "存款", "role", "存款余额",
  ]

  @Test(
    "the nearest name is found through a slip",
    arguments: [
      ("deposit_pln", "deposit_plan"),  // a letter left out
      ("deposit_plaan", "deposit_plan"),  // a letter too many
      ("npl_raito", "npl_ratio"),  // two neighbours swapped count as one slip
      ("ROLE", "role"),  // letter case does not count
      ("rule", "role"),
      ("ROLE_", "role"),
      ("存款余颌", "存款余额"),  // one slip is allowed also where a third is none
    ])
  func slip(written: String, meant: String) {
    #expect(Spelling.nearest(to: written, among: Self.columns) == meant)
    #expect(Spelling.didYouMean(written, among: Self.columns) == "did you mean \"\(meant)\"?")
  }

  @Test("nothing is said where nothing is near", arguments: ["satisfaction", "x", "贷款", "利率"])
  func nothingNear(written: String) {
    #expect(Spelling.nearest(to: written, among: Self.columns) == nil)
    #expect(Spelling.didYouMean(written, among: Self.columns) == nil)
  }

  @Test("a third of the longer name may differ, and no more")
  func threshold() {
    #expect(Spelling.nearest(to: "abcdxy", among: ["abcdef"]) == "abcdef")
    #expect(Spelling.nearest(to: "abcxyz", among: ["abcdef"]) == nil)
  }

  @Test("the first of equals is taken, and the name itself is no answer")
  func equals() {
    #expect(Spelling.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(Spelling.nearest(to: "cat", among: ["cat"]) == nil)
  }

  @Test("of a name of one or two letters nothing can be guessed but its case")
  func short() {
    #expect(Spelling.nearest(to: "a", among: ["b", "ab", "A"]) == "A")
    #expect(Spelling.nearest(to: "a", among: ["b", "ab"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: ["ac", "ba"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: ["abc"]) == "abc")
  }

  @Test("an empty name is near to nothing, and nothing is near to none")
  func empty() {
    #expect(Spelling.nearest(to: "", among: ["ab", "a"]) == nil)
    #expect(Spelling.nearest(to: "a", among: []) == nil)
  }

  @Test("a very long name is near to nothing, and finding that out takes no time")
  func long() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Spelling.nearest(to: long, among: Array(repeating: long + "b", count: 100)) == nil)
    let most = String(repeating: "a", count: 100)
    #expect(Spelling.nearest(to: most, among: [most + "b"]) == most + "b")
  }
}
