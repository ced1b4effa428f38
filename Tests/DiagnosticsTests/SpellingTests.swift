import Diagnostics
import Testing

@Suite("Spelling")
struct SpellingTests {
  private static let columns = ["deposit_plan", "deposit_actual", "npl_ratio", "存款", "role"]

  @Test(
    "the nearest name is found through a slip",
    arguments: [
      ("deposit_pln", "deposit_plan"),  // a letter left out
      ("deposit_plaan", "deposit_plan"),  // a letter too many
      ("npl_raito", "npl_ratio"),  // two neighbours swapped count as one slip
      ("ROLE", "role"),  // letter case does not count
      ("rule", "role"),
      ("存歀", "存款"),  // one character of two: at least one slip is always allowed
    ])
  func slip(written: String, meant: String) {
    #expect(Spelling.nearest(to: written, among: Self.columns) == meant)
    #expect(Spelling.didYouMean(written, among: Self.columns) == "did you mean \"\(meant)\"?")
  }

  @Test("nothing is said where nothing is near", arguments: ["satisfaction", "x", "贷款余额"])
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

  @Test("an empty name is near to one letter and to nothing longer")
  func empty() {
    #expect(Spelling.nearest(to: "", among: ["ab", "a"]) == "a")
    #expect(Spelling.nearest(to: "", among: ["ab"]) == nil)
    #expect(Spelling.nearest(to: "a", among: []) == nil)
  }
}
