import Databases
import PlanSQL
import ScoringEngine
import ScoringPlan

/// A scoring job that a database does: the plan as SQL, run where the tables are.
///
/// The result is the same bytes as the engine gives for the same rows in the order of their keys, or
/// there is none.
public struct PushedJob: Sendable {
  private let plan: Plan
  private let values: ParameterVector
  private let options: PushedOptions

  /// A job.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - values: the parameter values; the plan's own when nil.
  ///   - options: what was chosen about the result.
  public init(_ plan: Plan, values: ParameterVector? = nil, options: PushedOptions) {
    self.plan = plan
    self.values = values ?? plan.values
    self.options = options
  }

  /// Fails where the database lacks a table of the policy or one of its columns.
  ///
  /// SQLite takes the name of a column that is not there for a text, and every row for a fault.
  public func checkTables(in session: any DatabaseSession) throws(DatabaseFault) {
    for table in plan.tables {
      let found = try session.columns(of: table.name)
      let names = Set(found.map { $0.lowercased() })
      let lacking = ([table.keyName] + table.columns.map(\.name))
        .filter { !names.contains($0.lowercased()) }
      if lacking.isEmpty { continue }
      throw DatabaseFault(
        session.location.name,
        found.isEmpty
          ? "the database has no table \"\(table.name)\""
          : "the table \(table.name) lacks \(lacking.joined(separator: ", ")); its columns are "
            + found.joined(separator: ", "),
        advice: "put the tables there by `steelyard load`, with the names that the policy gives")
    }
  }

  /// Runs the job: first what is wrong with rows, then the result; and again without those whom a stage
  /// rejects after they have counted in a comparison, until there are no more of them.
  ///
  /// - Parameters:
  ///   - session: a connection to the database with the tables, at rest: nobody else should write.
  ///   - progress: called before each question to the database.
  /// - Throws: `UnsupportedPlan`, `DatabaseFault`, `PushedScoringError`.
  public func run(
    in session: any DatabaseSession, progress: ((WorkProgress) -> Void)? = nil
  ) throws -> PushedResult {
    let dialect = try SQLDialect(of: session)
    progress?(WorkProgress(activity: "checking rows", done: 0, total: 2))
    try check(statement(dialect, excluding: []), session)
    var reasons: [String: String] = [:]
    while true {
      progress?(WorkProgress(activity: "scoring in the database", done: 1, total: 2))
      let statement = try statement(dialect, excluding: reasons.keys.sorted())
      try prepare(statement, dialect, session)
      var reading = PushedReading(plan, options)
      try session.rows(statement.query) { try reading.take($0) }
      if let first = reading.undecided.first {
        throw PushedScoringError.undecided(first: first, count: reading.undecided.count)
      }
      let rejected = reading.rejected.map {
        PushedRejection(key: $0.key, reason: reasons[$0.key] ?? $0.reason)
      }
      if !rejectsLate || rejected.count == reasons.count {
        return PushedResult(
          reading, rejected: rejected, script: statement.script, isSorted: options.sort != nil,
          pays: plan.payroll != nil)
      }
      for rejection in rejected { reasons[rejection.key] = rejection.reason }
    }
  }

  private func prepare(
    _ statement: SQLPlan, _ dialect: SQLDialect, _ session: any DatabaseSession
  ) throws(DatabaseFault) {
    // A connection that only reads may not make even temporary tables.
    if dialect == .sqlite { try session.execute("PRAGMA query_only = OFF") }
    for step in statement.preparation { try session.execute(step) }
  }

  /// Whether a requirement stands after a stage that looks at all subjects.
  private var rejectsLate: Bool {
    plan.stages[plan.ownStageCount...].contains { stage in
      if case .require(let requirements) = stage { !requirements.isEmpty } else { false }
    }
  }

  private func statement(
    _ dialect: SQLDialect, excluding keys: [String]
  ) throws(UnsupportedPlan) -> SQLPlan {
    try SQLPlan(
      plan, values: values, dialect: dialect, measures: options.measures, excluding: keys)
  }

  private func check(_ statement: SQLPlan, _ session: any DatabaseSession) throws {
    var checks: [RowCheck] = []
    try session.rows(statement.checks) { cells in
      guard case .text(let table) = cells[0], case .text(let problem) = cells[1] else { return }
      checks.append(
        RowCheck(
          table: table, problem: problem, key: cells[2].text, count: Int(cells[3].number ?? 1)))
    }
    if !checks.isEmpty { throw PushedScoringError.rowsAtFault(checks) }
  }
}
