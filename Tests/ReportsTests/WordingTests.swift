import ScorecardPolicy
import ScoringPlan
import Testing

@testable import Reports

@Suite("Words and numbers of reports")
struct WordingTests {
  @Test("each phrase names the same things in both languages", arguments: Phrase.allCases)
  func phrases(_ phrase: Phrase) {
    func places(_ text: String) -> Set<String> {
      Set(text.matches(of: /\{\d\}/).map { String($0.output) })
    }
    #expect(!phrase.texts.english.isEmpty && !phrase.texts.chinese.isEmpty)
    #expect(places(phrase.texts.english) == places(phrase.texts.chinese))
  }

  @Test("what a phrase is about is put in once, and not read for places itself")
  func arguments() {
    #expect(Wording(.english)(.cappedAt, "{2}", "7") == "capped at {2} from 7")
    #expect(Wording(.chinese)(.cappedAt, "1", "7") == "原为 7，封顶 1")
  }

  @Test(
    "numbers have no noise and no exponent",
    arguments: [
      (0.1 + 0.2, "0.3"), (-0.0000001, "0"), (1e15, "1000000000000000"), (120, "120"),
      (1e-3, "0.001"), (-2.5, "-2.5"), (1_234_567_890_123.25, "1234567890123.25"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) {
    #expect(DecimalText.text(number, places: 6) == text)
  }

  @Test("values are told by their type, with units in the language")
  func values() throws {
    let (english, chinese) = (Wording(.english), Wording(.chinese))
    func both(_ value: Value, _ type: ValueType?, _ unit: String?) -> [String] {
      let unit = unit.flatMap { ScorecardPolicy.Unit($0) }
      return [english, chinese].map { $0.value(value, type, unit, places: 6) }
    }
    #expect(both(.number(800), .number, "CNY10k") == ["800 CNY10k", "800 万元"])
    #expect(both(.number(5), nil, "point/year") == ["5 point/year", "5 分/年"])
    #expect(both(.number(0.05), nil, "1/year") == ["0.05 1/year", "0.05 1/年"])
    #expect(both(.number(95), nil, "percent") == ["95 percent", "95%"])
    #expect(both(.number(0.5), nil, "ratio") == ["0.5 ratio", "0.5"])
    #expect(both(.number(3), nil, "CNY/count") == ["3 CNY/count", "3 元"])
    #expect(both(.missing, .number, "CNY") == ["missing", "缺失"])
    #expect(both(.truth(true), .truth, nil) == ["TRUE", "TRUE"])
    #expect(both(.number(0), .date, nil)[0].contains("-"))
  }

  @Test("file names are safe and never alike")
  func fileNames() {
    var names = ReportFileNames()
    let given = [
      "A1", "a1", "A/1", "A:1", "../x", "", ".hidden", "王 芳", "index", "e\u{301}", "\u{E9}",
      String(repeating: "长", count: 200), String(repeating: "长", count: 201),
    ].map { names.name(forKey: $0) }
    #expect(Set(given.map { $0.lowercased() }).count == given.count)
    for name in given {
      #expect(!name.isEmpty && !name.hasPrefix(".") && name.utf8.count < 200)
      #expect(!name.contains("/") && !name.contains(":") && !name.contains(" "))
    }
    #expect(given[0] == "A1" && given[1] == "a1-2" && given[7] == "王_芳" && given[8] == "index-2")
  }

  @Test("text becomes markup with nothing left that XML would read")
  func markup() {
    #expect(
      Markup.text("<a href=\"x\">&'\u{0}") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{FFFD}")
    // Characters that Swift makes one of with a bracket beside them, and browsers do not.
    #expect(Markup.text("<\u{301}b\u{600}>") == "&lt;\u{301}b\u{600}&gt;")
  }

  @Test(
    "a unit in Chinese: what is only counted and ratios have none",
    arguments: [
      ("CNY10k", "万元"), ("percent", "%"), ("count", ""), ("ratio", ""), ("person", "人"),
      ("point/year", "分/年"), ("CNY*year", "元·年"), ("point*person", "人·分"), ("percent*point", "%·分"),
      ("1/year", "1/年"),
    ])
  func chineseUnits(unit: String, words: String) throws {
    #expect(Wording(.chinese).unit(try #require(Unit(unit))) == words)
  }
}
