import PolicyAnalysis

/// Those whom corrections concern, as a table: whose data were corrected, and who else gets another rank,
/// grade or pay.
struct AffectedText {
  /// A longer list is cut in the text; JSON and CSV have all.
  private static let shown = 100

  private let affected: [AffectedSubject]
  private let comparison: PolicyComparison
  private let numbers: CompareNumbers

  /// nil where policies are compared, and not corrections.
  init?(_ report: CompareReport) {
    guard let affected = report.affected else { return nil }
    self.affected = affected
    comparison = report.comparisons[0]
    numbers = CompareNumbers(decimals: comparison.scored.before.plan.decimals)
  }

  var text: String {
    let others = affected.count { !$0.isCorrected }
    let title =
      "whose rank, grade or pay changes: \(others) other\(others == 1 ? "" : "s"); the data of "
      + "\(affected.count - others) were corrected"
    if affected.isEmpty { return title }
    let subjects = comparison.subjects
    var table = TextTable(
      [(comparison.scored.before.plan.tables[0].keyName, .left)]
        + (group == nil ? [] : [(comparison.groupColumn ?? "", .left)])
        + [("", .left), ("final", .right)] + subjects.rankings.map { ($0.name, .right) }
        + subjects.grades.map { ($0.name, .left) } + (subjects.pay == nil ? [] : [("pay", .right)]))
    for person in affected.prefix(Self.shown) { table.add(cells(person)) }
    let more = affected.count - Self.shown
    return "\(title)\n\(table.text())"
      + (more > 0 ? "\n  ... and \(more) more, see --format csv" : "")
  }

  /// The place of the column of groups among the texts.
  private var group: Int? {
    comparison.subjects.textNames.firstIndex { $0 == comparison.groupColumn }
  }

  private func cells(_ person: AffectedSubject) -> [String] {
    let (subjects, subject) = (comparison.subjects, person.subject)
    let group = group.map { [subjects.texts(of: subject)[$0] ?? "(none)"] } ?? []
    let finals = Self.change(subjects.finals.map { numbers.score($0[subject]) })
    let ranks = subjects.rankings.map { ranking in
      Self.change(ranking.ranks.map { $0[subject].map(String.init) ?? "none" })
    }
    let grades = subjects.grades.map { grade in
      Self.change(grade.grade(of: subject).map { $0.isEmpty ? "ineligible" : $0 })
    }
    let pay = subjects.pay.map { pay in
      [Self.change(pay.amounts.map { $0[subject].map(CompareNumbers.money) ?? "none" })]
    }
    return [person.key] + group + [person.isCorrected ? "corrected" : "", finals] + ranks + grades
      + (pay ?? [])
  }

  /// Both values, or the one that stays.
  private static func change(_ values: Compared<String>) -> String {
    values.before == values.after ? values.before : "\(values.before) -> \(values.after)"
  }
}
