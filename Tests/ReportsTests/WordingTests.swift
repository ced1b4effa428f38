import ScorecardPolicy
import Testing

@testable import Reports

@Suite("Words of pages")
struct WordingTests {
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
