import ColumnStore
import ScoringPlan

/// The results of one plan, with one set of parameter values, for one population.
///
/// Subjects are counted as in the population, rejected ones included.
public struct ScoredPopulation: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values it was run with.
  public let values: ParameterVector
  /// The subjects and their detail rows.
  public let population: Population
  private let columns: [[RegisterColumn?]]
  /// For each subject whether it is not published.
  public let isRejected: [Bool]
  let texts: TextCodes

  /// What came of a run; of a plan that has more stages than the run when it began in the middle.
  init(_ run: ScoringRun, _ values: ParameterVector, plan: Plan? = nil) {
    (self.plan, population) = (plan ?? run.plan, run.population)
    self.values = values
    (columns, isRejected, texts) = (run.results, run.isRejected, run.constants.texts)
  }

  /// Whether a subject is not published, for a fault of its row, of one of its detail rows, or of a
  /// value that it must have.
  public func isRejected(_ subject: Int) -> Bool { isRejected[subject] }

  /// A register of the subject table; nil when the run did not keep it. Kept are the scores of
  /// dimensions, total, final, results and all that comes of looking at other subjects (statistics,
  /// ranks and grades), and where the options say so the scores of measures, the weights of dimensions
  /// that subjects have of their own, the conditions of gates and the amounts of what they do. The key
  /// and the columns of the file are copied.
  public func column(_ register: Register) -> ScoredColumn? {
    if register.index <= plan.tables[0].columns.count {
      guard population.holds(register) else { return nil }
      return ScoredColumn(RegisterColumn(register, of: population.tables[0]), texts)
    }
    return column(register, of: 0).map { ScoredColumn($0, texts) }
  }

  /// A computed register of any table, if it was kept.
  func column(_ register: Register, of table: Int) -> RegisterColumn? {
    columns[table][register.index]
  }

  /// Calls `body` with the texts of all codes that columns hold, valid only within the call.
  public func withTexts<Failure: Error>(
    _ body: (CodedTexts) throws(Failure) -> Void
  ) throws(Failure) {
    try texts.withTexts(body)
  }

  /// All rejected rows by table, in order of rows.
  ///
  /// Subjects without a value that they must have are evaluated again by the interpreter, which
  /// knows the reason; on as many threads as given.
  public func rejectedRows(threads: Int = 1) -> [RejectedRow] {
    let failed = isRejected.indices.filter { isRejected[$0] && !population.isRejected[$0] }
    let interpreter = SubjectInterpreter(self)
    let found = RowRanges.map(of: failed.count, threads: threads) { range in
      failed[range].map { (subject: $0, row: rejection(of: $0, interpreter)) }
    }.joined()
    let read = zip(
      isRejected.indices.filter { population.isRejected[$0] }, population.rejectedRows[0]
    )
    .map { (subject: $0, row: $1) }
    let subjects = (read + found).sorted { $0.subject < $1.subject }
      .map { $0.row.inRow($0.subject) }
    return subjects + population.rejectedRows.dropFirst().joined()
  }

  /// Everything that the plan computes for a subject, statistics, ranks and grades of this run
  /// included: for a rejected one those that it had when it was rejected; none for one that was
  /// rejected on reading. O(instructions).
  public func evaluation(of subject: Int) -> Evaluation {
    SubjectInterpreter(self).evaluation(of: subject)
  }

  /// What is paid to those who are published, and the budget; nil when the policy has no payroll.
  public var payroll: Payroll? {
    guard let layout = plan.payroll, let amounts = column(layout.register) else { return nil }
    var sum = ExactSum()
    for subject in isRejected.indices where !isRejected[subject] {
      if let amount = amounts[subject] { sum.add(amount) }
    }
    let budget = values[layout.budget]
    return Payroll(total: sum.rounded(), budget: budget.isFinite ? budget : nil)
  }

  /// What became of the rows of each table.
  public var counts: [RowCounts] {
    let subjects = population.subjectCount
    let rejected = (0..<subjects).count { isRejected($0) }
    let details = population.tables.indices.dropFirst().map { detailCounts($0) }
    return [
      RowCounts(
        table: population.tables[0].name, rowsIn: subjects, scored: subjects - rejected,
        rejected: rejected, setAside: 0, ignored: 0)
    ] + details
  }

  private func detailCounts(_ table: Int) -> RowCounts {
    var (used, setAside) = (0, 0)
    for subject in 0..<population.subjectCount {
      if isRejected(subject) {
        let (population, place) = population.whole(subject)
        setAside += population.linkedCount(of: place, in: table)
      } else {
        used += population.linkedCount(of: subject, in: table)
      }
    }
    return RowCounts(
      table: population.tables[table].name, rowsIn: population.rowCounts[table], scored: used,
      rejected: population.rejectedRows[table].count, setAside: setAside,
      ignored: population.ignoredCounts[table - 1])
  }

  private func rejection(of subject: Int, _ interpreter: SubjectInterpreter) -> RejectedRow {
    guard let rejection = interpreter.evaluation(of: subject).rejection else {
      preconditionFailure("the interpreter does not reject subject \(subject) as the engine did")
    }
    let (population, place) = population.whole(subject)
    return RejectedRow([
      population.tables[0].fault(place, column: "", reason: rejection.reason)
    ])
  }
}
