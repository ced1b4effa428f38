import ColumnStore
import Testing

@testable import ResultRecords

@Suite("Cells that say the same")
struct CellValueTests {
  private static let number = ColumnSpecification(name: "x")

  @Test(
    "plain decimals are the same by value, exactly",
    arguments: [
      ("5", "5.0", true), ("0.50", ".5", true), ("+7", "007", true), ("-0", "0", true),
      ("-0.0", "+0", true), ("12.", "12", true), ("95%", "95.0%", true), ("5", "-5", false),
      ("95%", "0.95", false), ("95%", "95", false), ("", "0", false), (".", "0", false),
      ("8,000", "8000", false), ("8,000", "8,000", true), ("1e2", "100", false), ("-", "0", false),
      // The same double, and not the same number.
      ("9007199254740993", "9007199254740992", false), ("0.1", "0.10000000000000000001", false),
      ("１", "1", false), ("1.2.3", "1.2.3", true), ("1.2.3", "1.2.30", false),
    ])
  func numbers(one: String, other: String, areSame: Bool) {
    #expect(CellValue.areSame(one, other, in: Self.number) == areSame)
    #expect(CellValue.areSame(other, one, in: Self.number) == areSame)
  }

  @Test("texts are the same by their bytes alone")
  func texts() {
    let text = ColumnSpecification(name: "x", type: .text)
    #expect(!CellValue.areSame("5", "5.0", in: text))
    #expect(!CellValue.areSame("\u{E9}", "e\u{301}", in: text))
    #expect(CellValue.areSame("", "", in: text))
  }
}
