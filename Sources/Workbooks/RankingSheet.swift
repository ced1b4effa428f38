import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The sheet with people in the order of a ranking, group by group; all of it values, as the order of
/// its rows would not follow a change.
struct RankingSheet {
  private let source: WorkbookSource
  private let ranking: Ranking

  init(_ source: WorkbookSource, _ ranking: Ranking) {
    (self.source, self.ranking) = (source, ranking)
  }

  private var wording: Wording { source.wording }

  /// Writes the sheet.
  func write(to sheet: Sheet, threads: Int) throws(WorkbookError) {
    let columns = self.columns
    try sheet.append(columns.map { Cell($0.title, $0.style.columnHeading) })
    sheet.freeze(columns: 0)
    let scored = source.scored
    let order = ResultOrder.ranking(ranking).subjects(of: scored, threads: threads) ?? []
    for subject in order.lazy.map({ Int($0) }) where !scored.isRejected(subject) {
      try sheet.append(columns.map { Cell($0.content(subject), $0.style) })
    }
    sheet.filter(from: 1, columns: columns.count)
    sheet.keepTexts(columns: columns.count)
  }

  private typealias Column = (title: String, style: CellStyle, content: (Int) -> Cell.Content)

  private var columns: [Column] {
    let (plan, source) = (source.plan, source)
    let within = source.textColumns.filter { $0.register == ranking.within }
    let others = source.textColumns.filter { $0.register != ranking.within }
    let ranks = source.scored.column(ranking.result)
    let rank: Column = (
      wording.title(ranking.title, ranking.name), .number(0).as(.part),
      { subject in ranks?[subject].map { .number($0) } ?? .blank }
    )
    let key: Column = (
      plan.tables[0].keyName, .text, { .text(source.key(of: $0)) }
    )
    return within.map(text) + [rank, key] + others.map(text) + [score]
      + plan.gradings.map(grade) + plan.layout.results.map(result)
  }

  private func text(_ column: (name: String, register: Register)) -> Column {
    let texts = source.scored.column(column.register)
    return (
      column.name, .text, { subject in texts?.text(of: subject).map { .text($0) } ?? .blank }
    )
  }

  private var score: Column {
    let (source, by) = (source, source.scored.column(ranking.by))
    let title =
      ranking.by == source.plan.layout.final
      ? wording.heading(.final)
      : ranking.by == source.plan.layout.total ? wording.heading(.total) : wording.heading(.score)
    return (
      wording(.published, title), .number(source.decimals),
      { subject in by?[subject].flatMap(source.published.value).map { .number($0) } ?? .blank }
    )
  }

  private func grade(_ grading: Grading) -> Column {
    let (source, grades) = (source, source.scored.column(grading.result))
    return (
      wording.title(grading.title, grading.name), .indentedText,
      { subject in
        guard let grade = grades?.text(of: subject), !grade.isEmpty else { return .blank }
        return .text(source.bandTitle(grading, grade))
      }
    )
  }

  private func result(_ result: ResultLayout) -> Column {
    let (source, column) = (source, source.scored.column(result.register))
    return (
      wording.title(result.title, result.name), source.style(of: result),
      { subject in source.content(of: result, column, subject) }
    )
  }
}
