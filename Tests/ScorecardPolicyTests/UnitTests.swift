import Testing

@testable import ScorecardPolicy

@Suite("Units")
struct UnitTests {
  @Test("Every named unit reads back as itself", arguments: NamedUnit.allCases)
  func named(unit: NamedUnit) {
    #expect(Unit(unit.rawValue) == Unit(unit))
    #expect(Unit(unit).description == unit.rawValue)
  }

  @Test(
    "Chinese names stand for the same units",
    arguments: [
      ("元", "CNY"), ("万元", "CNY10k"), ("亿元", "CNY100m"), ("分", "point"), ("年", "year"),
      ("月", "month"), ("天", "day"), ("小时", "hour"), ("分钟", "minute"), ("人", "person"),
      ("分/年", "point/year"),
    ])
  func chinese(chinese: String, english: String) {
    #expect(Unit(chinese) == Unit(english))
  }

  @Test(
    "Products and quotients are read and written the same",
    arguments: [
      ("point/year", "point/year"), ("1/year", "1/year"),
      ("count * month / year", "count*month/year"),
      ("year*CNY/year", "CNY"), ("point/year/year", "point/year/year"), ("year/year", "1"),
      ("1", "1"), ("1*CNY", "CNY"), ("CNY*CNY", "CNY*CNY"),
    ])
  func compound(text: String, description: String) throws {
    let unit = try #require(Unit(text))
    #expect(unit.description == description)
    #expect(Unit(description) == unit)
  }

  @Test(
    "What is no unit is refused",
    arguments: ["", "dollar", "cny", "CNY/", "/year", "CNY//year", "year/1", "2*year", "CNY year"])
  func unknown(text: String) {
    #expect(Unit(text) == nil)
  }

  @Test("Multiplying adds exponents and dividing takes them off")
  func arithmetic() {
    let (money, year) = (Unit(.yuan), Unit(.year))
    #expect(money * year / money == year)
    #expect(money / money == .none)
    #expect((money / year).exponents == [.yuan: 1, .year: -1])
    #expect((.none / year) * year == .none)
  }

  @Test("Points, ratios, percents and counts are plain, money, time and people are not")
  func plain() {
    #expect(Unit.none.isPlain)
    for unit in NamedUnit.allCases {
      #expect(Unit(unit).isPlain == [.point, .ratio, .percent, .count].contains(unit))
    }
    #expect(Unit("point/count")?.isPlain == true)
    #expect(Unit("point/year")?.isPlain == false)
  }

  @Test(
    "A conversion is a fraction in lowest terms",
    arguments: [
      ("CNY10k", "CNY", 10_000, 1), ("CNY", "CNY10k", 1, 10_000), ("CNY100m", "CNY10k", 10_000, 1),
      ("ratio", "percent", 100, 1), ("year", "month", 12, 1), ("day", "hour", 24, 1),
      ("hour", "day", 1, 24), ("point/year", "point/month", 1, 12),
      ("CNY10k/year", "CNY/month", 2500, 3),
      ("CNY", "CNY", 1, 1), ("month/year", "1", 1, 12), ("CNY10k*CNY10k", "CNY*CNY", 1e8, 1),
    ] as [(String, String, Double, Double)])
  func conversion(from: String, to: String, numerator: Double, denominator: Double) throws {
    let (source, target) = (try #require(Unit(from)), try #require(Unit(to)))
    let factor = try #require(source.conversion(to: target))
    #expect(factor.numerator == numerator)
    #expect(factor.denominator == denominator)
  }

  @Test(
    "Moving the decimal point converts where a power of ten lies between two units",
    arguments: [
      ("CNY", "CNY10k", 4), ("CNY10k", "CNY", -4), ("CNY", "CNY100m", 8), ("CNY100m", "CNY10k", -4),
      ("percent", "ratio", 2), ("ratio", "percent", -2), ("CNY", "CNY", 0),
      ("CNY/person", "CNY10k/person", 4), ("point/CNY", "point/CNY10k", -4),
      ("CNY*CNY", "CNY10k*CNY10k", 8), ("day", "hour", nil), ("month", "year", nil),
      ("CNY/month", "CNY10k/year", nil), ("CNY", "year", nil), ("point", "count", nil),
    ] as [(String, String, Int?)])
  func pointShift(from: String, to: String, places: Int?) throws {
    let (source, target) = (try #require(Unit(from)), try #require(Unit(to)))
    #expect(source.pointShift(to: target) == places)
  }

  @Test(
    "Units of different kinds cannot be converted",
    arguments: [
      ("CNY", "year"), ("day", "month"), ("point", "count"), ("point", "ratio"), ("CNY", "CNY*CNY"),
      ("CNY/year", "CNY"), ("person", "count"),
    ])
  func refused(from: String, to: String) throws {
    let (source, target) = (try #require(Unit(from)), try #require(Unit(to)))
    #expect(source.conversion(to: target) == nil)
  }
}
