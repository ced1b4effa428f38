import Calendars

/// Dates and periods as bytes.
enum TimeWriter {
  /// Writes a day as `2026-01-31`; gives the number of bytes.
  static func write(date number: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
    let (year, month, day) = CivilDate(number: number).parts
    var end = DecimalWriter.write(year, digits: 4, to: place)
    place[end] = UInt8(ascii: "-")
    end += 1 + DecimalWriter.write(month, digits: 2, to: place + end + 1)
    place[end] = UInt8(ascii: "-")
    return end + 1 + DecimalWriter.write(day, digits: 2, to: place + end + 1)
  }

  /// Writes a period as `2026-10`, `2026Q3`, `2026H1` or `2026`; gives the number of bytes.
  static func write(period number: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
    let period = CivilPeriod(number: number)
    let (year, month) = period.end
    let end = DecimalWriter.write(year, digits: 4, to: place)
    switch period.length {
    case 1:
      place[end] = UInt8(ascii: "-")
      return end + 1 + DecimalWriter.write(month, digits: 2, to: place + end + 1)
    case 3, 6:
      place[end] = period.length == 3 ? UInt8(ascii: "Q") : UInt8(ascii: "H")
      place[end + 1] = UInt8(ascii: "0") + UInt8(month / period.length)
      return end + 2
    default: return end
    }
  }
}
