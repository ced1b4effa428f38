import Testing

@testable import Workbooks

@Suite("Names of sheets and cells")
struct SheetNamesTests {
  @Test(
    "A sheet's name has no character that sheets may not have, and 31 at most",
    arguments: [
      ("Results", "Results"), ("薪酬", "薪酬"), ("a/b\\c:d*e?f[g]", "a_b_c_d_e_f_g_"), ("'x'", "_x_"),
      ("", "_"), ("History", "History_"), ("a\nb\u{0}", "a_b_"),
      (String(repeating: "a", count: 40), String(repeating: "a", count: 31)),
      (String(repeating: "😀", count: 20), String(repeating: "😀", count: 15)),
    ])
  func allowed(_ text: String, _ expected: String) {
    var names = SheetNames()
    #expect(names.name(like: text) == expected)
  }

  @Test("No two sheets have one name, case apart")
  func unique() {
    var names = SheetNames()
    let long = String(repeating: "B", count: 31)
    let given = ["a", "A", "a", long, long].map { names.name(like: $0) }
    #expect(given == ["a", "A-2", "a-3", long, String(repeating: "B", count: 29) + "-2"])
  }

  @Test(
    "Columns have letters",
    arguments: [
      (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ])
  func letters(_ column: Int, _ letters: String) {
    #expect(CellAddress.letters(column) == letters)
  }

  @Test("The name of a sheet is quoted in formulas where it must be")
  func quoted() {
    #expect(CellAddress.fixed(1, 4, of: "Weights") == "Weights!$B$4")
    #expect(CellAddress.fixed(1, 4, of: "权重") == "'权重'!$B$4")
    #expect(CellAddress.fixed(1, 4, of: "a'b") == "'a''b'!$B$4")
    #expect(CellAddress.fixed(1, 4, of: "a'\u{301}b") == "'a''\u{301}b'!$B$4")
  }
}
