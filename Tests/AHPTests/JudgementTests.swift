import AHP
import Testing

@Suite("Judgements as text")
struct JudgementTests {
  private static let readable: [(String, Double, Double)] = [
    ("3", 3, 1.0 / 3), ("0.5", 0.5, 2), ("1/3", 1.0 / 3, 3), (" 2 / 7 ", 2.0 / 7, 3.5),
    ("2.5e-1", 0.25, 4), ("+4", 4, 0.25), (".5", 0.5, 2), ("0.5/1.5", 0.5 / 1.5, 3),
    ("0.3333333333333333", 0.3333333333333333, 3), ("1", 1, 1),
  ]

  @Test("numbers and fractions are read with full precision", arguments: readable)
  func read(text: String, value: Double, reciprocal: Double) throws {
    let judgement = try Judgement(text)
    #expect(judgement.value == value)
    #expect(judgement.reciprocalValue == reciprocal)
    #expect(judgement.reciprocal.value == reciprocal)
    #expect(judgement.reciprocal.reciprocal.value == value)
  }

  @Test(
    "the reciprocal is written as people do",
    arguments: [
      ("3", "1/3"), ("1/3", "3"), ("1", "1"), ("2/7", "7/2"), ("0.5", "1/0.5"), ("1 / 4", "4"),
    ])
  func reciprocal(text: String, turned: String) throws {
    #expect(try Judgement(text).reciprocal.text == turned)
  }

  @Test(
    "what is no judgement is refused for what it is",
    arguments: [
      ("", JudgementFault.notCompared), ("?", .notCompared), ("three", .notANumber),
      ("0x10", .notANumber), ("inf", .notANumber), ("nan", .notANumber), ("1/2/3x", .notANumber),
      ("1/", .notANumber), ("/3", .notANumber), ("0,5", .notANumber), ("1:3", .notANumber),
      ("--3", .notANumber), (".", .notANumber), ("0", .notPositive), ("-3", .notPositive),
      ("1/0", .notPositive), ("-1/3", .notPositive), ("0.0", .notPositive),
      ("-1e-999", .notPositive),
      ("1e51", .outOfRange), ("1e-51", .outOfRange), ("1e999", .outOfRange),
      ("1e-999", .outOfRange), ("1e-30/1e30", .outOfRange),
    ])
  func refused(text: String, fault: JudgementFault) {
    #expect(throws: fault) { try Judgement(text) }
  }

  @Test(
    "a date that a spreadsheet made of a fraction is recognised",
    arguments: [
      "3-Jan", "Jan-03", "Jan-3", "03-jan", "3 Jan", "03. Jan", "3-Jan-26", "3-January", "1月3日",
      "2026年1月3日", "2026/1/3", "2026-01-03", "1/3/2026", "01/03/26", "2026/1/3 0:00", "1-3",
      "2026-01-03 00:00:00",
    ])
  func date(text: String) {
    #expect(throws: JudgementFault.date(likely: "1/3")) { try Judgement(text) }
  }

  @Test("computed judgements are written shortest and stay in range")
  func computed() {
    #expect(Judgement(value: 3)?.text == "3")
    #expect(Judgement(value: 0.1)?.text == "0.1")
    for value in [0, -1, .infinity, .nan, 1e60, 1e-60] {
      #expect(Judgement(value: value) == nil)
    }
  }

  @Test("every fault says what to write instead")
  func suggestions() {
    #expect(JudgementFault.notPositive.suggestion.contains("1/3"))
    #expect(JudgementFault.date(likely: "1/5").suggestion.contains("1/5"))
  }
}
