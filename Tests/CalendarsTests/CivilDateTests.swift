import Calendars
import Testing

@Suite("Dates")
struct CivilDateTests {
  @Test(
    "every form that people write is read",
    arguments: [
      "2026-01-31", "2026-1-31", "2026/01/31", "2026/1/31", "20260131", "2026年1月31日",
      "2026年01月31日",
    ])
  func forms(text: String) throws {
    let date = try #require(CivilDate(text))
    #expect(date.parts == (2026, 1, 31))
    #expect(date.description == "2026-01-31")
  }

  @Test(
    "what is no date is not read",
    arguments: [
      "", "2026", "2026-01", "2026-01-", "2026-01-31 ", " 2026-01-31", "2026-01/31", "2026/01-31",
      "26-01-31", "12026-01-31", "2026-001-31", "2026-01-031", "2026131", "202601310", "2026年1月31",
      "2026年1月", "2026年1-31日", "2026-01-31日", "2026.01.31", "２０２６-01-31", "2026-01-3１",
      "2026－01－31", "2026-+1-31", "2026--1-31", "31-01-2026", "2026-01-31T00:00", "46053",
    ])
  func malformed(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "days that no calendar has are not read",
    arguments: [
      "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29",
      "1900-02-29", "2100-02-29", "2000-02-30", "0000-01-01", "20260230",
    ])
  func noSuchDay(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "29 February is a day in every fourth year, of hundreds only in those that 400 divides",
    arguments: [
      (1600, true), (1700, false), (1900, false), (2000, true), (2024, true), (2026, false),
    ])
  func leapDays(year: Int, isLeap: Bool) {
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  /// Unix time begins with day 0, and GNU date gives the others: `date -u -d DAY +%s`, by 86400.
  @Test(
    "known days have their numbers",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-01-01", 10_957), ("2000-03-01", 11_017),
      ("0001-01-01", -719_162), ("2038-01-19", 24_855),
    ])
  func numbers(text: String, number: Int) {
    #expect(CivilDate(text)?.number == number)
    #expect(CivilDate(number: number).description == text)
  }

  @Test("each day of 1600 to 2400 has the next number, and its text reads back")
  func roundTrip() throws {
    var expected = try #require(CivilDate(year: 1600, month: 1, day: 1)).number
    var wrong: [String] = []
    for year in 1600...2400 {
      for month in 1...12 {
        // Counted apart from the product: thirty days have April, June, September and November.
        let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        for day in 1...days {
          let date = CivilDate(number: expected)
          if date.parts != (year, month, day) || CivilDate(date.description) != date {
            wrong.append("\(year)-\(month)-\(day)")
          }
          expected += 1
        }
        if CivilDate(year: year, month: month, day: days + 1) != nil {
          wrong.append("\(year)-\(month)-\(days + 1)")
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(CivilDate("2400-12-31")?.number == expected - 1)
  }

  @Test("dates stand in order of time, and a part of a text is read as well as a whole one")
  func order() throws {
    let texts = [
      "1999-12-31", "2000-01-01", "2000-02-29", "2000-03-01", "2026-10-09", "2026-10-10",
    ]
    let dates = try texts.map { try #require(CivilDate($0)) }
    #expect(dates.reversed().sorted() == dates)
    #expect(CivilDate("on 2026-10-09".dropFirst(3)) == dates[4])
  }
}
