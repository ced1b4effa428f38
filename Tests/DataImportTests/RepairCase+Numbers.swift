import DataImport

// What stands here follows from the table of dirt: fix, missing, reject. Moved points are the
// arithmetic of powers of ten.
extension RepairCase {
  static let cleanNumbers =
    cells(
      .plain,
      [
        "0", "12", "-0.5", "+.5", "5.", "0.50", "007", "1234567.89", "-0", "00.10", "95%", "-3.5%",
        "123456789012345678901234567890", "0.000000000000000000001",
      ], .unchanged)
    + cells(.ratio, ["0.95", "95%", "241.50%", "1"], .unchanged)
    + cells(.percent, ["95", "95%", "0.4015"], .unchanged)
    + cells(.yuan, ["1234567.89", "0.50"], .unchanged)

  static let fixedNumbers =
    cells(
      .plain,
      [
        (" 12", .fixed("12", .outerSpaces)), ("12\t", .fixed("12", .outerSpaces)),
        ("12\r\n", .fixed("12", .outerSpaces)), ("\u{3000}12\u{A0}", .fixed("12", .outerSpaces)),
        ("\u{FEFF}12", .fixed("12", .invisibleCharacters)),
        ("1\u{200B}2", .fixed("12", .invisibleCharacters)),
        ("\u{FEFF} 12", .fixed("12", .invisibleCharacters, .outerSpaces)),
        ("１２３", .fixed("123", .fullWidth)), ("１２．５", .fixed("12.5", .fullWidth)),
        ("241。5", .fixed("241.5", .fullWidth)), ("241．5", .fixed("241.5", .fullWidth)),
        ("－１２", .fixed("-12", .fullWidth)), ("＋１２", .fixed("12", .fullWidth)),
        ("1,234", .fixed("1234", .thousandsSeparators)),
        ("1,234,567.89", .fixed("1234567.89", .thousandsSeparators)),
        ("-1,234.50", .fixed("-1234.50", .thousandsSeparators)),
        ("+1,234", .fixed("1234", .thousandsSeparators)),
        ("12,345", .fixed("12345", .thousandsSeparators)),
        ("123,456", .fixed("123456", .thousandsSeparators)),
        ("１，２３４", .fixed("1234", .fullWidth, .thousandsSeparators)),
        ("1，234", .fixed("1234", .fullWidth, .thousandsSeparators)),
        ("１，２３４．５", .fixed("1234.5", .fullWidth, .thousandsSeparators)),
        ("1 234 567.8", .fixed("1234567.8", .thousandsSeparators)),
        ("1\u{A0}234", .fixed("1234", .fullWidth, .thousandsSeparators)),
        ("1'234", .fixed("1234", .thousandsSeparators)),
        ("1.234,56", .fixed("1234.56", .decimalComma)),
        ("-1.234.567,8", .fixed("-1234567.8", .decimalComma)),
        ("(123)", .fixed("-123", .accountantsBrackets)),
        ("(1,234.50)", .fixed("-1234.50", .accountantsBrackets, .thousandsSeparators)),
        ("（123）", .fixed("-123", .fullWidth, .accountantsBrackets)),
        ("( 123 )", .fixed("-123", .accountantsBrackets)),
        ("(5%)", .fixed("-5%", .accountantsBrackets)),
        ("\u{2212}5", .fixed("-5", .minusSign)), ("–5", .fixed("-5", .minusSign)),
        ("—5", .fixed("-5", .minusSign)), ("5-", .fixed("-5", .minusSign)),
        ("1,234-", .fixed("-1234", .minusSign, .thousandsSeparators)),
        ("- 5", .fixed("-5", .innerSpaces)), ("95 %", .fixed("95%", .percentSign)),
        ("95％", .fixed("95%", .percentSign)), ("９５％", .fixed("95%", .fullWidth, .percentSign)),
        ("95\u{3000}%", .fixed("95%", .fullWidth, .percentSign)),
        ("'123", .fixed("123", .textMarker)), ("=\"123\"", .fixed("123", .textMarker)),
        ("¥100", .fixed("100", .currencySign)),
        ("￥1,234", .fixed("1234", .fullWidth, .currencySign, .thousandsSeparators)),
      ])
    + cells(
      .yuan,
      [
        ("¥100", .fixed("100", .currencySign)), ("¥ 100", .fixed("100", .currencySign)),
        ("-¥100", .fixed("-100", .currencySign)), ("¥-100", .fixed("-100", .currencySign)),
        ("(¥100)", .fixed("-100", .accountantsBrackets, .currencySign)),
        ("CNY 100", .fixed("100", .currencySign)),
        ("人民币100元", .fixed("100", .currencySign, .unitInCell)),
        ("100元", .fixed("100", .unitInCell)), ("100 元", .fixed("100", .unitInCell)),
        ("12万", .fixed("120000", .unitInCell)), ("12万元", .fixed("120000", .unitInCell)),
        ("1.71亿", .fixed("171000000", .unitInCell)), ("0.5亿元", .fixed("50000000", .unitInCell)),
        ("1.23456万", .fixed("12345.6", .unitInCell)),
        ("1,234.5万元", .fixed("12345000", .thousandsSeparators, .unitInCell)),
      ])
    + cells(
      .tenThousand,
      [
        ("12万", .fixed("12", .unitInCell)), ("12.50万元", .fixed("12.50", .unitInCell)),
        ("80000元", .fixed("8.0000", .unitInCell)), ("1.71亿元", .fixed("17100", .unitInCell)),
        ("5元", .fixed("0.0005", .unitInCell)), ("-80000元", .fixed("-8.0000", .unitInCell)),
        ("(12)万元", .fixed("-12", .accountantsBrackets, .unitInCell)),
        ("(12万元)", .fixed("-12", .accountantsBrackets, .unitInCell)),
        ("１２万元", .fixed("12", .fullWidth, .unitInCell)),
        ("¥12万", .fixed("12", .currencySign, .unitInCell)),
        ("3千元", .fixed("0.3", .unitInCell)),
      ])
    + cells(
      .people,
      [
        ("12人", .fixed("12", .unitInCell)), ("1.2万", .fixed("12000", .unitInCell)),
      ])
    + cells(
      .tenThousand.with(\.fileUnit, .yuan),
      [
        ("80000", .fixed("8.0000", .unitOfColumn)), ("0", .fixed("0.0000", .unitOfColumn)),
        ("-12.5", .fixed("-0.00125", .unitOfColumn)),
        ("1,234,567", .fixed("123.4567", .thousandsSeparators, .unitOfColumn)),
        ("12万", .fixed("12", .unitInCell)),
        ("¥80000", .fixed("8.0000", .currencySign, .unitOfColumn)),
        ("", .missing([])), ("-", .missing([.missingMark])),
      ])
    + cells(
      .yuan.with(\.fileUnit, .hundredMillionYuan),
      [("1.71", .fixed("171000000", .unitOfColumn)), ("0.00000001", .fixed("1", .unitOfColumn))])
    + cells(
      .ratio.with(\.fileUnit, .percent),
      [
        ("95", .fixed("0.95", .unitOfColumn)), ("0.5", .fixed("0.005", .unitOfColumn)),
        ("95%", .unchanged), ("95 %", .fixed("95%", .percentSign)),
        ("241.5", .fixed("2.415", .unitOfColumn)),
      ])
    + cells(
      .percent.with(\.fileUnit, .ratio),
      [("0.95", .fixed("95", .unitOfColumn)), ("1", .fixed("100", .unitOfColumn))])
    + cells(
      ColumnForm(.number, unit: .other("point")), [("88分", .fixed("88", .unitInCell))])

  static let missing =
    cells(
      .plain,
      [
        "-", "--", "—", "——", "－", "–", "无", "無", "N/A", "n/a", "NA", "na", "Ｎ／Ａ", "null", "NULL",
        "None", "nan", "NaN", "/", "暂无", "不适用", " - ", "(空白)",
      ], .missing([.missingMark]))
    + cells(.text, ["-", "—", "无", "N/A", "null", "暂无"], .missing([.missingMark]))
    + cells(.identifier, ["-", "N/A", "无"], .missing([.missingMark]))
    + cells(.date, ["-", "无", "—"], .missing([.missingMark]))
    + cells(.period, ["N/A"], .missing([.missingMark]))
    + cells(.truth, ["-", "null"], .missing([.missingMark]))
    + cells(.plain, [""], .missing([]))
    + cells(.plain, [" ", "\t", "\u{3000}"], .missing([.outerSpaces]))
    + cells(.text, [" "], .missing([.outerSpaces]))
    + cells(.plain.with(\.missingMarks, ["未报", "-999"]), ["未报", "-999"], .missing([.missingMark]))
    + cells(.text, ["none", "nil"], .unchanged)
    + cells(.text.with(\.keptMarks, ["无"]), ["无"], .unchanged)
    + cells(.text.with(\.values, ["无", "有"]), ["无"], .unchanged)

  static let rejectedNumbers =
    cells(
      .plain,
      [
        "#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#n/a", "＃DIV/0!",
        "####", "Err:502",
      ],
      .rejected(.spreadsheetError))
    + cells(.plain, ["***", "2**5", "__x", "1xx", "*12", "●●", "＊＊＊", "某1"], .rejected(.mask))
    + cells(
      .plain,
      [
        "近2700", "近2700万", "2200多", "2200多万", "约5", "5左右", "100以上", "100以下", "超5", "5余", "~5", "～5",
        ">5",
        "≥5", "10~20", "不足3", "几10",
      ], .rejected(.approximate))
    + cells(
      .plain, ["1.2E+05", "1E5", "1.23e-4", "-1.2E+05", "１．２Ｅ＋０５", "5e0"], .rejected(.exponent))
    + cells(
      .plain,
      [
        "12,34", "1,23,456", "1,2345", "12,5", "0,5", "0,123", "012,345", ",5", "1,", "1,234,56",
        "1234,567", "1,234 567", "1.23,4,5", "1.2345,6",
      ], .rejected(.wrongGrouping))
    + cells(
      .plain,
      [
        "abc", "1.2.3", "1.234.567", "--5", "+-5", "5--", "12 5", "1 23", "五", "三千", "12a", "1/2",
        "2026-03-31",
        "()", "(", "%", "5%%", "5%5", "¥", "-¥", ".", "+", "(-5)", "(5", "Infinity", "inf",
        "40人次万人", "10元户",
        "95。", "。5", "12:30",
      ], .rejected(.notANumber))
    + cells(.plain, ["=SUM(A1:A3)", "=5", "=1+1"], .rejected(.formula))
    + cells(.plain, ["$5", "5美元", "€12", "USD 7"], .rejected(.currency))
    + cells(.tenThousand, ["¥12", "￥12"], .rejected(.currency))
    + cells(.yuan, ["¥5%"], .rejected(.currency))
    + cells(.plain, ["12万元", "100元", "12万", "5人"], .rejected(.otherUnit))
    + cells(.yuan, ["95%", "12人"], .rejected(.otherUnit))
    + cells(.ratio, ["12万", "5元"], .rejected(.otherUnit))
    + cells(.people, ["12元", "95 %"], .rejected(.otherUnit))
    + cells(.plain, [String(repeating: "9", count: 400)], .rejected(.tooLarge))
    + cells(.plain, ["1\u{FFFD}2", "1\u{0}", "锟斤拷"], .rejected(.damaged))
}
