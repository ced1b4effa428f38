import ColumnStore
import Reports

/// The CSV of `pay`: a row for each person, each subtotal, the total, and the budget.
///
/// What a row is stands in its first cell, so that a spreadsheet can filter lines and sums apart.
enum PayTable {
  static func bytes(_ report: PayReport, disarmsFormulas: Bool) -> [UInt8] {
    var writer = DelimitedWriter(disarmsFormulas: disarmsFormulas)
    let amounts = report.parts + [report.amount]
    let names = (amounts + report.notes).map(name)
    let group = report.by.map { [$0] } ?? []
    writer.appendHeader(["line"] + group + [report.plan.tables[0].keyName, "people"] + names)
    for group in report.groups {
      for line in group.lines {
        begin("person", group.name, line.key, 1)
        for fen in line.parts + [line.amount] + line.notes { append(fen) }
        writer.endRow()
      }
      add("subtotal", group.name, group.sums)
    }
    add("total", nil, report.total)
    if let budget = report.budget {
      begin("budget", nil, nil, nil)
      for fen in report.parts.map({ _ in Int64?.none }) + [budget] { append(fen) }
      for _ in report.notes { writer.appendEmpty() }
      writer.endRow()
    }
    return writer.bytes

    func add(_ kind: String, _ name: String?, _ sums: PayReport.Sums) {
      begin(kind, name, nil, sums.people)
      for fen in sums.parts + [sums.amount] { append(fen) }
      for _ in report.notes { writer.appendEmpty() }
      writer.endRow()
    }

    func begin(_ kind: String, _ name: String?, _ key: String?, _ people: Int?) {
      writer.append(kind)
      if report.by != nil { writer.append(name ?? "") }
      writer.append(key ?? "")
      writer.append(number: people.map(String.init) ?? "")
    }

    func append(_ fen: Int64?) { writer.append(number: fen.map(PayReport.text) ?? "") }
  }

  /// The name in the policy; in brackets what has none there.
  private static func name(_ column: PayReport.Column) -> String {
    switch column.kind {
    case .added, .deducted, .note: column.name
    case .other: "(other)"
    case .rounding: "(rounding)"
    }
  }
}
