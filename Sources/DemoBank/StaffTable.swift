/// The subject table: one row for each customer manager.
struct StaffTable {
  private let writer: TableWriter
  private let language: Language

  init(_ writer: TableWriter, language: Language) throws(OutputError) {
    self.writer = writer
    self.language = language
    for header in Self.headers { writer.add(header.text(in: language)) }
    try writer.endRow()
  }

  func add(_ manager: Manager, number: String, branch: Branch) throws(OutputError) {
    writer.add(number)
    writer.add(branch.name.text(in: language))
    writer.add(manager.role.rawValue)
    for business in [manager.deposit, manager.loan, manager.fee, manager.other] {
      writer.add(business.plan)
      writer.add(business.actual)
    }
    writer.add(manager.satisfaction)
    writer.add(manager.portfolio.nonPerforming)
    writer.add(manager.portfolio.firstPass)
    writer.add(manager.portfolio.completeness)
    writer.add(manager.reviews.own)
    writer.add(manager.reviews.superior)
    writer.add(manager.reviews.peers)
    writer.add(manager.reviews.subordinates)
    writer.add(manager.learning.completion)
    writer.add(manager.learning.exam)
    writer.add(manager.learning.researchResults)
    writer.add(manager.tenureYears)
    writer.add(manager.profit.plan)
    try writer.endRow()
  }

  private static let headers = [
    Name("staff_id", "工号"), Name("branch", "机构"), Name("role", "岗位"),
    Name("deposit_plan", "存款计划"), Name("deposit_actual", "存款实际"),
    Name("loan_plan", "贷款计划"), Name("loan_actual", "贷款实际"),
    Name("fee_plan", "中间业务计划"), Name("fee_actual", "中间业务实际"),
    Name("other_plan", "其他业务计划"), Name("other_actual", "其他业务实际"),
    Name("satisfaction", "客户满意度"), Name("npl_ratio", "不良贷款率"),
    Name("first_pass_rate", "一次报批合格率"), Name("file_completeness", "档案完整率"),
    Name("self_review", "自评"), Name("superior_review", "上级考评"),
    Name("peer_review", "同事考评"), Name("subordinate_review", "下级考评"),
    Name("training_completion", "培训学时完成率"), Name("exam_score", "培训考试成绩"),
    Name("research_results", "岗位研究成果"), Name("tenure_years", "工作年限"),
    Name("rorac_plan", "风险调整后利润计划"),
  ]
}
