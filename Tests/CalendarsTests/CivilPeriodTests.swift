import Calendars
import Testing

@Suite("Periods")
struct CivilPeriodTests {
  @Test(
    "every form that people write is read",
    arguments: [
      ("2026", ["2026年"]),
      ("2026H1", ["2026h1", "2026-H1", "2026年H1", "2026年-h1", "2026年上半年"]),
      ("2026H2", ["2026-h2", "2026年下半年"]),
      ("2026Q1", ["2026q1", "2026年第1季度", "2026年第一季度", "2026年1季度", "2026年一季"]),
      ("2026Q2", ["2026-Q2", "2026年Q2", "2026年第二季度", "2026年二季度"]),
      ("2026Q3", ["2026-q3", "2026年-Q3", "2026年第三季度", "2026年第3季"]),
      ("2026Q4", ["2026年第四季度", "2026年4季度"]),
      ("2026-10", ["202610", "2026/10", "2026年10月"]),
      ("2026-03", ["2026-3", "2026/3", "2026/03", "202603", "2026年3月", "2026年03月"]),
    ])
  func forms(written: String, others: [String]) throws {
    let period = try #require(CivilPeriod(written))
    #expect(period.description == written)
    for text in others { #expect(CivilPeriod(text) == period, "\(text)") }
  }

  @Test(
    "what is no period is not read",
    arguments: [
      "", "202", "20261", "2026-", "2026/", "2026-00", "2026-13", "202600", "202613", "2026年0月",
      "2026Q0", "2026Q5", "2026H0", "2026H3", "2026H", "2026Q", "2026-Q", "2026Q03", "2026年第五季度",
      "2026年5季度", "2026年第季度", "2026年03季度", "2026年第-Q3", "2026年第", "2026--Q3", "2026-年",
      "2026上半年", "2026第三季度", "2026年10", "2026年中半年", "2026年上半", "2026-10-31", "20261031",
      " 2026", "2026 ", "２０２６", "2026-1０", "2026年１０月", "2026Ｑ3", "2026Q３", "0000", "2026M10",
      "+2026", "2026/Q3", "2026/-3", "2026年/3", "-2026",
    ])
  func malformed(text: String) {
    #expect(CivilPeriod(text) == nil)
  }

  @Test("a period comes after all that end before it, and after the shorter ones that it ends with")
  func order() throws {
    let texts = [
      "2025Q4", "2025H2", "2025", "2026-01", "2026-02", "2026-03", "2026Q1", "2026-04", "2026-06",
      "2026Q2", "2026H1", "2026-09", "2026Q3", "2026-12", "2026Q4", "2026H2", "2026", "2027-01",
    ]
    let periods = try texts.map { try #require(CivilPeriod($0)) }
    #expect(periods.reversed().sorted() == periods)
    #expect(periods.map(\.number).sorted() == periods.map(\.number))
    #expect(Set(periods).count == texts.count)
  }

  @Test("every period of 1600 to 2400 reads back, and knows its length and its last day")
  func roundTrip() throws {
    var wrong: [String] = []
    for year in 1600...2400 {
      let months = (1...12).map { ("\(year)-\($0 < 10 ? "0" : "")\($0)", 1, $0) }
      let quarters = (1...4).map { ("\(year)Q\($0)", 3, $0 * 3) }
      let halves = (1...2).map { ("\(year)H\($0)", 6, $0 * 6) }
      for (text, length, end) in months + quarters + halves + [("\(year)", 12, 12)] {
        guard let period = CivilPeriod(text) else {
          wrong.append(text)
          continue
        }
        let next = CivilDate(number: period.lastDay.number + 1)
        let isEnd = next.parts == (end == 12 ? year + 1 : year, end % 12 + 1, 1)
        if period.description != text || period.length != length || period.end != (year, end)
          || !isEnd || CivilPeriod(number: period.number) != period
        {
          wrong.append(text)
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("the last day of a February knows leap years")
  func lastDay() {
    #expect(CivilPeriod("2024-02")?.lastDay.description == "2024-02-29")
    #expect(CivilPeriod("2026-02")?.lastDay.description == "2026-02-28")
    #expect(CivilPeriod("2026H1")?.lastDay.description == "2026-06-30")
    #expect(CivilPeriod("9999")?.lastDay.description == "9999-12-31")
  }
}
