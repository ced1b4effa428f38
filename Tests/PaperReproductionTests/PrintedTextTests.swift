import Testing

@testable import PaperReproduction

@Suite("Printed numbers")
struct PrintedTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let number: Double
    let rounding: [PrintRounding]
    var testDescription: String { "\(number) printed as \(text)" }
  }

  static let cases = [
    Case(text: "0.483", number: 0.48288, rounding: [.halfUp, .halfEven]),
    Case(text: "8.811", number: 8.8117, rounding: [.truncated]),
    Case(text: "8.812", number: 8.8117, rounding: [.halfUp, .halfEven]),
    Case(text: ".13", number: 0.125, rounding: [.halfUp]),
    Case(text: ".12", number: 0.125, rounding: [.halfEven, .truncated]),
    Case(text: ".38", number: 0.375, rounding: [.halfUp, .halfEven]),
    // 1.005 has no double; what is meant is a tie.
    Case(text: "1.01", number: 1.005, rounding: [.halfUp]),
    Case(text: "0.3", number: 0.1 + 0.2, rounding: PrintRounding.allCases),
    Case(text: "0.3", number: 0.3 - 1e-15, rounding: PrintRounding.allCases),
    Case(text: "4.4%", number: 0.0438585, rounding: [.halfUp, .halfEven]),
    Case(text: "4", number: 3.6, rounding: [.halfUp, .halfEven]),
    Case(text: "0.4015", number: 4.0145, rounding: []),
    Case(text: "0.4", number: .nan, rounding: []),
  ]

  @Test("digits count, and every rule that gives them is told", arguments: cases)
  func rounding(_ example: Case) throws {
    let print = try #require(PrintedText(example.text))
    #expect(print.rounding(of: example.number) == example.rounding)
  }

  @Test(
    "what is no printed number is none",
    arguments: ["", ".", "-1", "1e3", "1,5", "a", "1.2.3", "%"])
  func none(text: String) {
    #expect(PrintedText(text) == nil)
  }

  @Test("the digits that a number has too are told from the rest")
  func split() throws {
    let cases: [(String, Double, String, String)] = [
      ("5.32156", 5.3213569264, "5.321", "56"), ("7.49", 7.4199, "7.4", "9"),
      (".713", 0.7124870366, ".71", "3"), ("0.4015", 4.0145, "", "0.4015"),
      (".055", 0.0544537, ".05", "5"),
    ]
    for (text, number, common, rest) in cases {
      let split = try #require(PrintedText(text)).split(against: number)
      #expect(split.common == common && split.rest == rest, "\(text): \(split)")
    }
  }
}
