import DataImport

extension RepairCase {
  static let texts =
    cells(
      .text,
      [
        "张三", "Lakeside (synthetic)", "Anna Lee", "a b c", "客户经理（一部）", "对公", "0.5", "007", "=x",
        "'tis",
        "张*", "a\nb", "１部".replacing("１", with: "1"), "E-mail", "不良", "北京市，海淀区", "√",
      ], .unchanged)
    + cells(
      .text,
      [
        ("张 三", .fixed("张三", .innerSpaces)), ("张\u{3000}三", .fixed("张三", .fullWidth, .innerSpaces)),
        ("欧阳 娜 娜", .fixed("欧阳娜娜", .innerSpaces)), (" 张三", .fixed("张三", .outerSpaces)),
        ("张三\t", .fixed("张三", .outerSpaces)), ("张三\u{3000}", .fixed("张三", .outerSpaces)),
        ("Ａ１部", .fixed("A1部", .fullWidth)), ("ｃｏｒｐｏｒａｔｅ", .fixed("corporate", .fullWidth)),
        ("Anna\u{A0}Lee", .fixed("Anna Lee", .fullWidth)),
        ("\u{FEFF}工号", .fixed("工号", .invisibleCharacters)),
        ("=\"0012\"", .fixed("0012", .textMarker)), ("A 三", .unchanged),
        ("#REF!", .rejected(.spreadsheetError)), ("#N/A", .rejected(.spreadsheetError)),
        ("***", .rejected(.mask)), ("张\u{FFFD}", .rejected(.damaged)), ("锟斤拷", .rejected(.damaged)),
      ])
    + cells(
      .text.with(\.aliases, ["对公": "corporate", "客戶": "客户", "作废": ""]),
      [
        ("对公", .fixed("corporate", .alias)), ("corporate", .unchanged), ("客户", .unchanged),
        ("对 公", .fixed("corporate", .innerSpaces, .alias)),
        (" 对公", .fixed("corporate", .outerSpaces, .alias)),
        ("客戶", .fixed("客户", .alias)), ("个人", .unchanged), ("作废", .missing([.alias])),
      ])
    + cells(
      .text.with(\.values, ["corporate", "wealth"]),
      [
        ("corporate", .unchanged), ("其他", .rejected(.notAmongValues)),
        ("ｗｅａｌｔｈ", .fixed("wealth", .fullWidth)), ("", .missing([])),
        ("-", .missing([.missingMark])),
      ])

  static let identifiers =
    cells(
      .identifier,
      [
        "0002624", "2624", "A0012", "12E5", "张三", "12-34", "6222021234567890", "123456789012345",
        "N12", "00", "1.5",
      ],
      .unchanged)
    + cells(
      .identifier,
      [
        ("Ａ００１", .fixed("A001", .fullWidth)), ("０００２６２４", .fixed("0002624", .fullWidth)),
        (" 0002624", .fixed("0002624", .outerSpaces)),
        ("0002624\t", .fixed("0002624", .outerSpaces)),
        ("'0002624", .fixed("0002624", .textMarker)),
        ("=\"0002624\"", .fixed("0002624", .textMarker)),
        ("6222 0212 345", .fixed("62220212345", .innerSpaces)),
        ("2624.0", .fixed("2624", .emptyDecimals)),
        ("张 三", .fixed("张三", .innerSpaces)), ("A 12", .unchanged),
        ("1.23E+17", .rejected(.roundedIdentifier)), ("1E+17", .rejected(.roundedIdentifier)),
        ("１．２３Ｅ＋１７", .rejected(.roundedIdentifier)),
        ("622202123456789000", .rejected(.roundedIdentifier)),
        ("62220212345678900", .rejected(.roundedIdentifier)), ("0026****", .rejected(.mask)),
        ("#N/A", .rejected(.spreadsheetError)),
      ])
    + cells(
      .identifier.with(\.length, .digits(7)),
      [
        ("0002624", .unchanged), ("2624", .fixed("0002624", .leadingZeros)),
        ("0", .fixed("0000000", .leadingZeros)),
        ("２６２４", .fixed("0002624", .fullWidth, .leadingZeros)),
        ("2624.0", .fixed("0002624", .emptyDecimals, .leadingZeros)),
        ("12345678", .rejected(.identifierLength)), ("A26", .rejected(.identifierCharacters)),
        ("A002624", .unchanged), ("0002624@120101001", .unchanged),
        ("2624@120101001", .rejected(.identifierCharacters)),
      ])
    + cells(.identifier.with(\.length, .any), ["2624", "0002624"], .unchanged)

  static let truths =
    cells(.truth, ["TRUE", "FALSE", "true", "False", "1", "0", "是", "否", "tRuE"], .unchanged)
    + cells(.truth, ["√", "✓", "✔", "☑", "Y", "y", "Yes", "T", "对"], .fixed("TRUE", .truthWord))
    + cells(.truth, ["×", "✗", "✘", "N", "no", "F", "错"], .fixed("FALSE", .truthWord))
    + cells(
      .truth,
      [
        ("ＴＲＵＥ", .fixed("TRUE", .fullWidth)), ("Ｙ", .fixed("TRUE", .fullWidth, .truthWord)),
        (" 是 ", .fixed("是", .outerSpaces)), ("1.0", .fixed("1", .emptyDecimals)),
        ("１", .fixed("1", .fullWidth)),
        ("2", .rejected(.notATruth)), ("也许", .rejected(.notATruth)), ("x", .rejected(.notATruth)),
        ("#REF!", .rejected(.spreadsheetError)),
      ])
    + cells(
      .truth.with(\.aliases, ["已取得": "TRUE", "未取得": "FALSE"]),
      [("已取得", .fixed("TRUE", .alias)), ("未取得", .fixed("FALSE", .alias)), ("是", .unchanged)])
}
