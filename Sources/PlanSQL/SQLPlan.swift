import ScorecardPolicy
import ScoringPlan

/// A plan as SQL in the dialect of an engine, which gives the bits that the plan means.
///
/// Each table of the policy is a table of the database with the policy's names of columns: numbers as
/// doubles or exact numbers, texts, truths as booleans (in SQLite 0 and 1), dates as dates (in SQLite
/// texts like `2026-01-31`), periods as texts like `2026-10`; NULL, or a text of spaces, is a blank
/// cell. Made in O(size of the plan).
public struct SQLPlan: Sendable {
  /// One column of the query's result.
  public struct Column: Sendable, Equatable {
    /// Its name, the same as in result files.
    public let name: String
    /// What its values are; dates and periods as their numbers.
    public let type: ValueType
  }

  /// One SELECT of what is wrong with the rows of tables: `table_name`, `problem` (which column, and
  /// what is wrong with it), `key_text` (the least key of the rows at fault) and `row_count`, one row
  /// for each kind of fault that is found. While there is any, the query means nothing.
  public let checks: String
  /// What is run, in order, before the query, by the same connection: steps that are kept in SQLite and
  /// Spark, and nothing elsewhere.
  public let preparation: [String]
  /// One SELECT of all subjects in order of the bytes of their keys: the key, the text columns of the
  /// subject table, the columns of results in the order of result files, then `rejected`, a reason that
  /// is NULL for subjects that are published, and `undecided`, a reason that is NULL unless this
  /// SQL cannot give the plan's bits for the subject.
  public let query: String
  /// Both with comments, for people.
  public let script: String
  /// The columns of the query but for the last two.
  public let columns: [Column]

  /// The SQL of a plan.
  ///
  /// - Parameters:
  ///   - plan: what is computed.
  ///   - values: the parameter values; the plan's own by default.
  ///   - dialect: the engine that it is for.
  ///   - measures: whether each measure's score stands before its dimension's.
  ///   - tables: for a table's name in the policy what stands for it in SQL, quoted where it must be;
  ///     by default the name itself, quoted.
  ///   - excluding: keys of subjects that count as rejected from the start.
  /// - Throws: everything in the plan that SQL cannot do to the bit.
  public init(
    _ plan: Plan, values: ParameterVector? = nil, dialect: SQLDialect, measures: Bool = false,
    tables: [String: String] = [:], excluding: [String] = []
  ) throws(UnsupportedPlan) {
    let writer = PlanWriter(
      plan, values ?? plan.values, dialect, measures: measures, tables: tables,
      excluding: excluding)
    guard writer.reasons.isEmpty else { throw UnsupportedPlan(reasons: writer.reasons) }
    checks = TableChecks(plan: plan, dialect: dialect, source: writer.source).query
    let texts = plan.tables[0].columns.enumerated().filter { $1.type == .text }
      .map { (name: $1.name, type: ValueType.text, register: Register($0 + 1)) }
    let published =
      [(name: plan.tables[0].keyName, type: .text, register: .key)] + texts
      + plan.outputs(writesMeasures: measures)
    columns = published.map { Column(name: $0.name, type: $0.type) }
    let subjects = writer.relations[0]
    let items =
      published.map { "\(subjects.column($0.register)) AS \(dialect.identifier($0.name))" }
      + ["rejected", "undecided"]
    let last = """
      SELECT
        \(items.joined(separator: ",\n  "))
      FROM \(subjects.name)
      ORDER BY \(dialect.byteOrdered(subjects.column(.key)))
      """
    let text = SQLScript(dialect: dialect)
    let statements = text.statements(writer.steps, last, comments: false)
    preparation = Array(statements.dropLast())
    query = statements[statements.count - 1]
    let commented = text.statements(writer.steps, last, comments: true)
    script = """
      \(Self.heading(plan, dialect))
      -- What is wrong with the rows of tables; while there is any, what follows means nothing.
      \(checks);

      -- The scores.
      \(commented.map { "\($0);" }.joined(separator: "\n"))

      """
  }

  private static func heading(_ plan: Plan, _ dialect: SQLDialect) -> String {
    let titles = [plan.title.english, plan.title.chinese].compactMap(\.self)
    return (["\(plan.policy) \(plan.version), for \(dialect.title)"] + titles)
      .map { "-- \(SQLScript.oneLine($0))" }.joined(separator: "\n")
  }
}
