import Testing

@testable import SpreadsheetReading

@Suite struct NumberFormatTests {
  @Test(
    "A format's first section says what kind of thing is seen",
    arguments: [
      ("General", NumberFormat.number), ("G/通用格式", .number), ("0.00E+00", .number),
      ("#,##0.00_);[Red](#,##0.00)", .number), ("0.0\"万\"", .number), ("0!.0,", .number),
      ("\"day \"0", .number), ("[Blue]0", .number), ("[DBNum1][$-804]General", .number),
      ("@", .number), ("0.00;0%", .number), ("_-\"¥\"* #,##0.00_-", .number),
      ("0%", .percent), ("0.00%;[Red]-0.00%", .percent), ("0.0\u{FF05}", .percent),
      ("yyyy-mm-dd", .date), ("YYYY/M/D;@", .date), ("m/d", .date), ("mmm", .date),
      ("[$-F800]dddd, mmmm dd, yyyy", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date),
      ("[$-804]yyyy\"年\"m\"月\"d\"日\"dddd", .date), ("ggge\"年\"m\"月\"d\"日\"", .date),
      ("yyyy", .date), ("yyyy\"年\"m\"月\"", .month), ("mmm-yy", .month),
      ("h:mm", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .time), ("[mm]:ss", .time),
      ("h:mm AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time), ("[$-804]h\"时\";@", .time),
      ("yyyy/m/d h:mm", .dateTime), ("d h", .dateTime),
    ])
  func code(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format, "\(code)")
  }
}
