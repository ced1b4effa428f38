import ColumnStore

extension PolicyEffect {
  /// The columns of an effect in tables.
  static let headers = [
    "compared", "unmatched", "grade_changes", "grades_up", "grades_down", "rank_movers",
    "mean_rank_shift", "score_changes", "pay_before", "pay_after", "pay_change", "paid_more",
    "paid_less",
  ]

  /// The cells of an effect; empty where there is no grade or no pay to compare.
  func append(to writer: inout DelimitedWriter) {
    writer.append(compared)
    writer.append(unmatched)
    let grades = gradeChanges.map { [$0, gradesUp, gradesDown] }
    for index in 0..<3 { writer.append(optional: grades?[index]) }
    writer.append(rankMovers)
    writer.append(meanRankShift)
    writer.append(scoreChanges)
    writer.append(optional: payroll?.before)
    writer.append(optional: payroll?.after)
    writer.append(optional: payroll?.change)
    writer.append(optional: payroll.map { _ in paidMore })
    writer.append(optional: payroll.map { _ in paidLess })
  }
}

extension DelimitedWriter {
  /// A number, or an empty cell.
  mutating func append(optional number: Int?) {
    if let number { append(number) } else { appendEmpty() }
  }

  /// A number, or an empty cell.
  mutating func append(optional number: Double?) {
    if let number { append(number) } else { appendEmpty() }
  }
}
