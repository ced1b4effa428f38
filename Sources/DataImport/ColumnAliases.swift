/// What systems of banks call the same thing: the one place for such words.
enum ColumnAliases {
  /// Each group means one thing.
  static let groups: [[String]] = [
    ["工号", "员工号", "员工编号", "职工号", "柜员号", "人员编号", "客户经理号", "客户经理编号", "staff_id", "employee_id"],
    ["姓名", "员工姓名", "客户经理", "客户经理姓名", "name", "staff_name"],
    ["机构号", "网点号", "机构编号", "机构代码", "网点代码", "支行号", "branch_id"],
    ["机构", "机构名称", "网点", "网点名称", "支行", "支行名称", "所属机构", "branch"],
    ["岗位", "岗位类别", "角色", "role"],
    ["日均存款", "存款日均", "日均存款余额", "存款日均余额"],
    ["时点存款", "存款时点", "存款余额", "时点存款余额", "存款时点余额"],
    ["完成率", "计划完成率", "完成比例"],
    ["期间", "考核期", "统计期", "报告期", "数据期间", "月份", "period"],
    ["日期", "数据日期", "统计日期", "报告日期", "date"],
    ["入职日期", "入行日期", "入行时间", "hire_date"],
  ]

  private static let numbers = Dictionary(
    groups.enumerated().flatMap { number, words in
      words.map { (HeaderName($0).withoutUnit, number) }
    }, uniquingKeysWith: { first, _ in first })

  /// The number of the group that a header belongs to, its unit left out.
  static func group(_ header: String) -> Int? { numbers[HeaderName(header).withoutUnit] }

  /// Whether a header is a usual name of somebody's or something's number.
  static func isIdentifier(_ header: String) -> Bool {
    if let group = group(header) { return [0, 2].contains(group) }
    let plain = HeaderName(header).withoutUnit
    return ["号", "编号", "代码", "账号", "编码"].contains { plain.hasSuffix($0) }
      || plain == "id" || plain.hasSuffix("_id") || plain.hasSuffix("_no") || plain == "code"
      || plain.hasSuffix("_code")
  }

  /// Whether a header is a usual name of periods.
  static func isPeriod(_ header: String) -> Bool {
    let plain = HeaderName(header).withoutUnit
    return group(header) == 8
      || ["period", "month", "quarter", "year", "年份", "年度", "季度"].contains(plain)
  }

  /// Whether a header is a usual name of days.
  static func isDate(_ header: String) -> Bool {
    let plain = HeaderName(header).withoutUnit
    return plain.hasSuffix("日期") || plain.hasSuffix("date") || plain == "day"
  }
}
