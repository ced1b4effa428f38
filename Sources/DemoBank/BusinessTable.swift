/// The detail table: one row for each line and vintage of a customer manager's business.
struct BusinessTable {
  private let writer: TableWriter
  private let language: Language

  init(_ writer: TableWriter, language: Language) throws(OutputError) {
    self.writer = writer
    self.language = language
    for header in Self.headers { writer.add(header.text(in: language)) }
    try writer.endRow()
  }

  func add(_ entry: LedgerEntry, number: String) throws(OutputError) {
    writer.add(number)
    writer.add(entry.line.name.text(in: language))
    writer.add(entry.vintage.rawValue)
    writer.add(entry.stockYears)
    writer.add(entry.income)
    writer.add(entry.directCost)
    writer.add(entry.managementCost)
    writer.add(entry.fixedCost)
    writer.add(entry.riskCost)
    writer.add(entry.tax)
    try writer.endRow()
  }

  private static let headers = [
    Name("staff_id", "工号"), Name("line", "业务大类"), Name("vintage", "存量增量"),
    Name("stock_years", "存量平均年数"), Name("income", "直接业务收入"),
    Name("direct_cost", "直接成本"), Name("management_cost", "分摊管理成本"),
    Name("fixed_cost", "分摊固定成本"), Name("risk_cost", "风险成本"), Name("tax", "税费"),
  ]
}
