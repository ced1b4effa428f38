/// What a cell's style makes of a number: what kind of thing a person sees.
enum NumberFormat: UInt8 {
  case number, percent, date, month, dateTime, time

  /// One of the formats that every program has built in, in the Chinese versions too.
  ///
  /// Source: ISO/IEC 29500-1, 18.8.30 (numFmt).
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10, 67, 68: .percent
      case 14...16, 28...31, 51, 53, 54, 58, 71...73, 81: .date
      case 17, 27, 36, 50, 52, 57, 74: .month
      case 18...21, 32...35, 45...47, 55, 56, 75, 76, 78...80: .time
      case 22, 77: .dateTime
      default: .number
      }
  }

  /// A format as it is written in a workbook, such as `yyyy"年"m"月"d"日"` or `[$-804]0.00%`.
  ///
  /// The first section decides, which is that of positive numbers.
  init(code: String) {
    let shown = FormatSymbols(code)
    self =
      if shown.hasPercent {
        .percent
      } else if shown.hasClock {
        shown.hasDay || shown.hasYear ? .dateTime : .time
      } else if shown.hasDay {
        .date
      } else if shown.hasYear || shown.hasMonth {
        shown.hasYear && shown.hasMonth ? .month : .date
      } else {
        .number
      }
  }
}
