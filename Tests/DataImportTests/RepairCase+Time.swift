import DataImport

// 45382 and 46112 are days 19813 and 20543 from 1970-01-01 on: 2024-03-31 and 2026-03-31.
extension RepairCase {
  static let dates =
    cells(
      .date, ["2026-01-31", "2026/1/31", "20260131", "2026年1月31日", "2024-02-29", "2026-3-1"],
      .unchanged)
    + cells(
      .date,
      [
        ("45382", .fixed("2024-03-31", .spreadsheetDate)),
        ("46112", .fixed("2026-03-31", .spreadsheetDate)),
        ("45382.0", .fixed("2024-03-31", .spreadsheetDate)),
        ("45382.5", .fixed("2024-03-31", .spreadsheetDate, .timeOfDay)),
        ("20240331.0", .fixed("2024-03-31", .emptyDecimals)),
        ("2024.3.31", .fixed("2024-03-31", .dateForm)),
        ("2024.03.31", .fixed("2024-03-31", .dateForm)),
        ("2024/3-31", .fixed("2024-03-31", .dateForm)),
        ("2024年3月31", .fixed("2024-03-31", .dateForm)),
        ("24年3月31日", .fixed("2024-03-31", .dateForm)),
        ("99年3月31日", .fixed("1999-03-31", .dateForm)),
        ("31/3/2024", .fixed("2024-03-31", .dateForm)),
        ("3/31/2024", .fixed("2024-03-31", .dateForm)),
        ("31.03.2024", .fixed("2024-03-31", .dateForm)),
        ("5/5/2024", .fixed("2024-05-05", .dateForm)),
        ("31-Mar-24", .fixed("2024-03-31", .dateForm)),
        ("31-Mar-2024", .fixed("2024-03-31", .dateForm)),
        ("31 March 2024", .fixed("2024-03-31", .dateForm)),
        ("Mar 31, 2024", .fixed("2024-03-31", .dateForm)),
        ("March 31st, 2024", .fixed("2024-03-31", .dateForm)),
        ("2024-03-31 00:00:00", .fixed("2024-03-31", .timeOfDay)),
        ("2024-03-31T14:05:06Z", .fixed("2024-03-31", .timeOfDay)),
        ("2024/3/31 14:05", .fixed("2024/3/31", .timeOfDay)),
        ("2024.3.31 14:05", .fixed("2024-03-31", .timeOfDay, .dateForm)),
        ("2024 年 3 月 31 日", .fixed("2024年3月31日", .innerSpaces)),
        ("２０２４－０３－３１", .fixed("2024-03-31", .fullWidth)),
        ("２０２４/３/３１", .fixed("2024/3/31", .fullWidth)),
        (" 2024-03-31", .fixed("2024-03-31", .outerSpaces)),
        ("3/4/24", .asked(.shortDates)), ("31.3.24", .asked(.shortDates)),
        ("3/31/24", .asked(.shortDates)),
        ("24-03-31", .asked(.shortDates)), ("240331", .asked(.shortDates)),
        ("3/4/2024", .asked(.shortDates)),
        ("2024-02-30", .rejected(.noSuchDay)), ("20240230", .rejected(.noSuchDay)),
        ("2024/13/1", .rejected(.noSuchDay)), ("30-Feb-24", .rejected(.noSuchDay)),
        ("31/31/2024", .rejected(.noSuchDay)), ("202403", .rejected(.notADate)),
        ("2024-03", .rejected(.notADate)),
        ("2024", .rejected(.notADate)), ("12", .rejected(.notADate)),
        ("1234567", .rejected(.notADate)),
        ("明天", .rejected(.notADate)), ("31-Foo-24", .rejected(.notADate)),
        ("19xx年1月1日", .rejected(.notADate)),
        ("#VALUE!", .rejected(.spreadsheetError)),
      ])
    + cells(
      .date.with(\.shortDates, .dayMonthYear),
      [
        ("3/4/24", .fixed("2024-04-03", .shortDate)), ("31.3.24", .fixed("2024-03-31", .shortDate)),
        ("3/4/2024", .fixed("2024-04-03", .shortDate)), ("3/31/24", .rejected(.noSuchDay)),
        ("3/4/95", .fixed("1995-04-03", .shortDate)),
      ])
    + cells(
      .date.with(\.shortDates, .monthDayYear),
      [("3/4/24", .fixed("2024-03-04", .shortDate)), ("3/31/24", .fixed("2024-03-31", .shortDate))])
    + cells(
      .date.with(\.shortDates, .yearMonthDay),
      [
        ("24-03-31", .fixed("2024-03-31", .shortDate)),
        ("240331", .fixed("2024-03-31", .shortDate)),
        ("3/4/2024", .rejected(.noSuchDay)),
      ])
    + cells(.date.with(\.shortDates, .reject), ["3/4/24"], .rejected(.undecided))

  static let chineseDates =
    cells(
      .date,
      [
        ("民国113年3月31日", .fixed("2024年3月31日", .minguoYear)),
        ("中華民國113年3月31日", .fixed("2024年3月31日", .minguoYear)),
        ("民国 113 年 3 月 31 日", .fixed("2024年3月31日", .innerSpaces, .minguoYear)),
        ("民国113/3/31", .fixed("2024/3/31", .minguoYear)),
        ("民国113.3.31", .fixed("2024-03-31", .minguoYear, .dateForm)),
        ("民国1130331", .rejected(.notADate)), ("民国元年10月1日", .fixed("1912年10月1日", .minguoYear)),
        ("民国99年12月31日", .fixed("2010年12月31日", .minguoYear)),
        (
          "民国一百一十三年三月三十一日",
          .fixed("2024年3月31日", .chineseNumerals, .minguoYear)
        ),
        ("民国一一三年三月三十一日", .fixed("2024年3月31日", .chineseNumerals, .minguoYear)),
        ("民国2024年3月31日", .rejected(.notADate)), ("民国前1年3月31日", .rejected(.notADate)),
        ("民国113年2月30日", .rejected(.noSuchDay)),
        ("二〇二四年三月三十一日", .fixed("2024年3月31日", .chineseNumerals)),
        ("二零二四年十二月二十日", .fixed("2024年12月20日", .chineseNumerals)),
        ("二○二四年十月十日", .fixed("2024年10月10日", .chineseNumerals)),
        ("二〇二四年〇三月〇一日", .fixed("2024年03月01日", .chineseNumerals)),
        ("贰零贰肆年叁月叁拾壹日", .fixed("2024年3月31日", .chineseNumerals)),
        ("二〇二四年三月廿一日", .fixed("2024年3月21日", .chineseNumerals)),
        ("二〇二四年三月卅一号", .fixed("2024-03-31", .chineseNumerals, .dateForm)),
        ("2024年三月31日", .fixed("2024年3月31日", .chineseNumerals)),
        ("2024年3月31号", .fixed("2024-03-31", .dateForm)),
        ("二四年三月三十一日", .fixed("2024-03-31", .chineseNumerals, .dateForm)),
        ("二〇二四年二月三十日", .rejected(.noSuchDay)), ("二〇二四年三十二月一日", .rejected(.noSuchDay)),
        ("二〇二四年三月初一", .rejected(.notADate)), ("二〇二四年正月十五日", .rejected(.notADate)),
        ("二〇二四年三三十月一日", .rejected(.notADate)),
        ("113/3/31", .asked(.years)), ("113年3月31日", .asked(.years)), ("113.3.31", .asked(.years)),
        ("一一三年三月三十一日", .asked(.years)), ("一百一十三年三月三十一日", .asked(.years)),
        ("二十三年三月三十一日", .asked(.years)), ("1130331", .rejected(.notADate)),
        ("123-4567", .rejected(.notADate)),
      ])
    + cells(
      .date.with(\.years, .minguo),
      [
        ("113/3/31", .fixed("2024/3/31", .minguoYear)),
        ("113年3月31日", .fixed("2024年3月31日", .minguoYear)),
        ("113.3.31", .fixed("2024-03-31", .minguoYear, .dateForm)),
        ("1130331", .fixed("20240331", .minguoYear)), ("99/3/31", .fixed("2010/3/31", .minguoYear)),
        ("99年3月31日", .fixed("2010年3月31日", .minguoYear)),
        ("二十三年三月三十一日", .fixed("1934年3月31日", .chineseNumerals, .minguoYear)),
        ("2024/3/31", .unchanged), ("113/2/30", .rejected(.noSuchDay)),
        ("113/3/31 14:05", .fixed("2024/3/31", .timeOfDay, .minguoYear)),
      ])
    + cells(.date.with(\.years, .reject), ["113/3/31"], .rejected(.undecided))
    + cells(
      .period,
      [
        ("民国113年3月", .fixed("2024年3月", .minguoYear)),
        ("民国113年第一季度", .fixed("2024年第一季度", .minguoYear)),
        ("民国113年度", .fixed("2024", .minguoYear, .periodForm)),
        ("二〇二四年三月", .fixed("2024年3月", .chineseNumerals)),
        ("二〇二四年第三季度", .fixed("2024年第三季度", .chineseNumerals)),
        ("二〇二四年上半年", .fixed("2024年上半年", .chineseNumerals)),
        ("2024年十一月份", .fixed("2024-11", .chineseNumerals, .periodForm)),
        ("三月", .asked(.year)), ("113年3月", .asked(.years)),
      ])
    + cells(
      .period.with(\.years, .minguo),
      [("113年3月", .fixed("2024年3月", .minguoYear)), ("113/3", .fixed("2024/3", .minguoYear))])

  static let periods =
    cells(
      .period,
      [
        "2026", "2026年", "2026H1", "2026年上半年", "2026Q3", "2026年第三季度", "2026-10", "2026/10",
        "202610", "2026年10月",
        "2026-q3", "2026年3季度",
      ], .unchanged)
    + cells(
      .period,
      [
        ("2026年10月份", .fixed("2026-10", .periodForm)), ("2026年度", .fixed("2026", .periodForm)),
        ("2026年全年", .fixed("2026", .periodForm)), ("Oct-26", .fixed("2026-10", .periodForm)),
        ("Oct-2026", .fixed("2026-10", .periodForm)),
        ("October 2026", .fixed("2026-10", .periodForm)),
        ("2026 Oct", .fixed("2026-10", .periodForm)), ("Sept 2026", .fixed("2026-09", .periodForm)),
        ("Q3 2026", .fixed("2026Q3", .periodForm)), ("3Q26", .fixed("2026Q3", .periodForm)),
        ("26Q3", .fixed("2026Q3", .periodForm)), ("H1 2026", .fixed("2026H1", .periodForm)),
        ("2026三季度", .fixed("2026Q3", .periodForm)), ("2026第三季度", .fixed("2026Q3", .periodForm)),
        ("2026下半年", .fixed("2026H2", .periodForm)), ("2026年1-3月", .fixed("2026Q1", .periodForm)),
        ("2026年1-6月", .fixed("2026H1", .periodForm)), ("2026年1-12月", .fixed("2026", .periodForm)),
        ("26年3月", .fixed("2026-03", .periodForm)), ("10/2026", .fixed("2026-10", .periodForm)),
        ("2026.10", .fixed("2026-10", .periodForm)), ("2026.3", .fixed("2026-03", .periodForm)),
        ("2026M3", .fixed("2026-03", .periodForm)), ("202610.0", .fixed("202610", .emptyDecimals)),
        ("２０２６１０", .fixed("202610", .fullWidth)), ("2026 年 10 月", .fixed("2026年10月", .innerSpaces)),
        ("2026年1-9月", .rejected(.notAPeriod)), ("2026.1", .rejected(.notAPeriod)),
        ("2026-13", .rejected(.notAPeriod)), ("26-Oct", .rejected(.notAPeriod)),
        ("本期", .rejected(.notAPeriod)),
        ("5月", .asked(.year)), ("10月份", .asked(.year)), ("三季度", .asked(.year)),
        ("第三季度", .asked(.year)),
        ("Q3", .asked(.year)), ("上半年", .asked(.year)), ("Oct", .asked(.year)),
        ("13月", .rejected(.notAPeriod)),
        ("2026-03-31", .asked(.period)), ("46112", .asked(.period)),
        ("3/4/26", .asked(.shortDates)),
      ])
    + cells(
      .period.with(\.year, 2026),
      [
        ("5月", .fixed("2026-05", .yearAdded)), ("10月份", .fixed("2026-10", .yearAdded)),
        ("三季度", .fixed("2026Q3", .yearAdded)), ("Q3", .fixed("2026Q3", .yearAdded)),
        ("上半年", .fixed("2026H1", .yearAdded)), ("Oct", .fixed("2026-10", .yearAdded)),
        ("1-3月", .fixed("2026Q1", .yearAdded)), ("2025-10", .unchanged),
      ])
    + cells(
      .period.with(\.dayPeriod, .month),
      [
        ("2026-03-31", .fixed("2026-03", .periodOfDay)),
        ("2026-03-15", .fixed("2026-03", .periodOfDay)),
        ("46112", .fixed("2026-03", .spreadsheetDate, .periodOfDay)),
      ])
    + cells(.period.with(\.dayPeriod, .quarter), [("2026/3/31", .fixed("2026Q1", .periodOfDay))])
}
