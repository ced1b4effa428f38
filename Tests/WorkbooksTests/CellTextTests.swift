import Testing

@testable import Workbooks

@Suite("Texts in cells")
struct CellTextTests {
  /// What Excel writes for such texts: ISO/IEC 29500-1, 22.4.2.4 (bstr).
  @Test(
    "What XML does not allow is escaped, and so is what would be taken for that",
    arguments: [
      ("0002624", "0002624"), ("=1+1", "=1+1"), ("a\tb\nc", "a\tb\nc"), ("", ""),
      ("\u{1}", "_x0001_"), ("\u{0}a", "_x0000_a"), ("a\r\nb", "a_x000D_\nb"),
      ("_x0041_", "_x005F_x0041_"), ("_x004G_", "_x004G_"), ("a_x", "a_x"), ("\u{FFFE}", "_xFFFE_"),
      ("\u{FEFF}银行", "\u{FEFF}银行"), ("a_x000D__x0001_", "a_x005F_x000D__x005F_x0001_"),
    ])
  func escaped(_ text: String, _ expected: String) {
    #expect(CellText.escaped(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("A text of up to 32,767 units of UTF-16 fits; a longer one ends with an ellipsis")
  func cut() {
    let fitting = String(repeating: "a", count: 32_767)
    #expect(CellText.fitting(fitting).isCut == false)
    let long = CellText.fitting(String(repeating: "行", count: 40_000))
    #expect(long.isCut)
    #expect(long.text == String(repeating: "行", count: 32_766) + "…")
    // Two units each, which are never parted.
    let pairs = CellText.fitting(String(repeating: "😀", count: 20_000))
    #expect(pairs.text == String(repeating: "😀", count: 16_383) + "…")
  }
}
