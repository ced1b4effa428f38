import Foundation
import Testing

@testable import AnalysisReport

@Suite("Texts in the report's page")
struct ReportPageTests {
  /// Characters that Swift makes one of with a bracket beside them, and browsers do not.
  static let texts = ["<b>&", "\u{600}</script>\u{600}<script>", "<\u{301}b>\u{301}"]

  @Test("end no script", arguments: texts)
  func brackets(_ text: String) throws {
    let json = ReportPage.inScript(try JSONEncoder().encode([text]))
    #expect(!json.utf8.contains(UInt8(ascii: "<")))
    #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
  }
}
