import Reports
import ScorecardPolicy

/// The text of `pay`: a table for each group with its subtotal, then all against the budget.
struct PayText {
  private let report: PayReport
  private let words: PayWording

  private var wording: Wording { words.wording }

  init(_ report: PayReport, _ language: Title.Language) {
    self.report = report
    words = PayWording(report, language)
  }

  func text() -> String {
    let period = report.sources.period.map { [wording(.period, $0)] } ?? []
    let heading = ([wording.heading(.payReport), words.policyTitle] + period)
      .joined(separator: "; ")
    let notice = report.sources.notice.map { [wording(.notice, $0)] } ?? []
    let rules = [words.rule, words.noteRule].compactMap(\.self)
    return
      ([([heading] + notice).joined(separator: "\n")] + report.groups.map(table)
      + [totals, rules.joined(separator: "\n")]).joined(separator: "\n\n")
  }

  private var amounts: [(String, TextTable.Alignment)] {
    (report.parts + [report.amount]).map { (words.heading(of: $0), .right) }
  }

  private func table(_ group: PayReport.Group) -> String {
    let keyName = report.plan.tables[0].keyName
    var table = TextTable(
      [(keyName, .left)] + amounts + report.notes.map { (words.title(of: $0), .right) })
    for line in group.lines {
      table.add([line.key] + (line.parts + [line.amount] + line.notes).map(PayWording.text))
    }
    let name = words.name(of: group)
    table.add([wording(.subtotal, name)] + texts(group.sums))
    return name + "\n" + table.text()
  }

  private func texts(_ sums: PayReport.Sums) -> [String] {
    (sums.parts + [sums.amount]).map(PayReport.text)
  }

  private var totals: String {
    var table = TextTable([(report.by ?? "", .left), (wording(.people), .right)] + amounts)
    for group in report.groups {
      table.add([words.name(of: group), "\(group.sums.people)"] + texts(group.sums))
    }
    table.add([wording(.payTotal), "\(report.total.people)"] + texts(report.total))
    if let budget = report.budget, let remaining = report.remaining {
      let blank = [""] + report.parts.map { _ in "" }
      table.add([wording(.budget)] + blank + [PayReport.text(budget)])
      table.add([words.remaining] + blank + [PayReport.text(abs(remaining))])
    }
    return wording.heading(.payTotal) + "\n" + table.text()
  }
}
