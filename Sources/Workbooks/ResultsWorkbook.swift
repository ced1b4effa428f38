import ColumnStore
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The results of a run as a workbook: one row for each person with sums as live formulas, the order of
/// the first ranking, what is paid, the weights, and what it was all made from.
///
/// Formulas reach from the scores of measures and the weights to ranks; each holds the value that the
/// engine computed, to 16 digits. Texts are texts whatever they begin with. The same results give the same
/// bytes.
public struct ResultsWorkbook: Sendable {
  private let source: WorkbookSource
  private let pay: PayReport?
  private let threads: Int

  /// A workbook.
  ///
  /// - Parameters:
  ///   - scored: the results; the run must have kept the scores of measures.
  ///   - sources: what they rest on.
  ///   - pay: what is paid; nil for no such sheet.
  ///   - language: the language of titles and wording.
  ///   - threads: how many work at a time; does not change the bytes.
  public init(
    _ scored: ScoredPopulation, _ sources: ReportSources, pay: PayReport?,
    _ language: Title.Language, threads: Int = 1
  ) {
    source = WorkbookSource(scored, sources, language)
    (self.pay, self.threads) = (pay, threads)
  }

  /// Writes the workbook and puts the file in its place.
  ///
  /// - Parameter progress: called every few hundred rows.
  /// - Returns: how many texts were too long for a cell and were cut.
  /// - Complexity: linear in cells, but for ranks by formula; memory for one row and for the finished
  ///   file.
  public func write(
    to file: consuming AtomicFile, progress: (WorkProgress) -> Void = { _ in }
  ) throws(WorkbookError) -> Int {
    let (wording, plan) = (source.wording, source.plan)
    let workbook = try WorkbookFile(title: wording.title(plan.title, plan.policy))
    let results = try workbook.addSheet(wording(.results))
    let ranking = try plan.rankings.isEmpty ? nil : workbook.addSheet(wording.heading(.ranking))
    let paySheet = try pay == nil ? nil : workbook.addSheet(wording(.pay))
    let weights = try WeightsSheet(
      source.scored, wording, to: workbook.addSheet(wording(.weights)))
    let sources = try workbook.addSheet(wording(.sources))
    let count = source.subjects.count
    try ResultsSheet(source, weights: weights.addresses).write(to: results) { done in
      progress(WorkProgress(activity: "writing results", done: done, total: count, rows: done))
    }
    progress(WorkProgress(activity: "finishing the workbook", done: 0, total: 1))
    if let ranking, let first = plan.rankings.first {
      try RankingSheet(source, first).write(to: ranking, threads: threads)
    }
    if let pay, let paySheet { try PaySheet(pay, wording.language).write(to: paySheet) }
    try SourcesSheet(plan, source.sources, wording).write(
      to: sources, notes: notes, rejected: source.scored.population.subjectCount - count,
      cutTexts: workbook.cutTexts)
    let cutTexts = workbook.cutTexts
    try workbook.finish(as: file)
    return cutTexts
  }

  private var notes: [String] {
    let wording = source.wording
    let isLive = source.subjects.count <= ResultsSheet.mostLiveRanks
    let ranks =
      isLive ? wording(.liveRanks) : wording(.fixedRanks, "\(ResultsSheet.mostLiveRanks)")
    return [wording(.liveFormulas)]
      + (source.plan.rankings.isEmpty ? [] : [ranks, wording(.fixedTies)])
      + [wording(.fixedRest)]
  }
}
