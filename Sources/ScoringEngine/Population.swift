import ColumnStore
import DelimitedText
import ScoringPlan

/// The subjects of a plan's tables with their detail rows, faulty rows set apart.
///
/// Loaded, it holds all tables in memory, to be scored again and again. One that was scored while it
/// was read (`PlanEngine.score(sources:)`) holds of the subject table what results are made of, and
/// all that was read only of some subjects: those that were rejected or asked for.
///
/// Subjects are counted by their rows in the subject table, from 0, rejected ones included.
public struct Population: Sendable {
  /// The tables, as in `Plan.tables`.
  public let tables: [Table]
  /// The texts of all tables.
  public let pool: TextPool
  /// For each table the rows that cannot be scored, in order of rows.
  public let rejectedRows: [[RejectedRow]]
  /// For each detail table the rows passed over because nobody knows their key.
  let ignoredCounts: [Int]
  /// Which subjects are rejected, whether for their own row or for one of their detail rows.
  let isRejected: [Bool]
  /// For each detail table the good rows of each subject.
  let details: DetailLinks
  /// For each table the rows in its files.
  let rowCounts: [Int]

  /// The number of rows in the subject table.
  public var subjectCount: Int { tables[0].rowCount }

  /// Reads a plan's tables from files.
  ///
  /// - Parameters:
  ///   - plan: the plan whose tables are read.
  ///   - files: for the name of each table its files, in the order in which their rows count.
  ///   - progress: called every few megabytes.
  /// - Throws: `TableReadError` when a file cannot be read as the table; faulty rows do not throw.
  /// - Complexity: linear in the size of the files, in time and memory.
  public static func load(
    _ plan: Plan, files: [String: [String]], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> Population {
    try load(plan, progress: progress) { table throws(TableReadError) in
      let name = plan.tables[table].name
      return try TableReadError.of(name) { () throws(DelimitedTextError) in
        try (files[name] ?? []).map { (file) throws(DelimitedTextError) in try TextSource(file) }
      }
    }
  }

  /// Reads a plan's tables from texts already in memory; otherwise like reading files.
  public static func load(
    _ plan: Plan, texts: [String: [DecodedText]], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> Population {
    try load(plan, progress: progress) { table in
      (texts[plan.tables[table].name] ?? []).map { TextSource($0) }
    }
  }

  /// Reads a plan's tables, each table's files being asked for by its index in `Plan.tables`, in order;
  /// otherwise like reading files.
  public static func load(
    _ plan: Plan, progress: ((WorkProgress) -> Void)? = nil,
    sourcesOf: (Int) throws(TableReadError) -> [TextSource]
  ) throws(TableReadError) -> Population {
    var loader = PopulationLoader(plan, progress: progress)
    for table in plan.tables.indices { try loader.read(table, sources: try sourcesOf(table)) }
    return loader.finish()
  }

  /// The first subject of that key, rejected or not; nil when there is none. O(subjects).
  public func subject(withKey key: String) -> Int? {
    guard let code = pool.find(key) else { return nil }
    return tables[0].keys.firstIndex(of: code)
  }

  /// What an interpreter needs to evaluate one subject: its row, and for each detail table the rows
  /// linked to it, in the order of the table's column for that, or else of the files. Only for a
  /// subject of which all is in memory.
  public func interpreterInput(_ subject: Int) -> (subject: [Value], details: [[[Value]]]) {
    let (population, place) = whole(subject)
    return population.input(place)
  }

  /// Where all that was read of a subject is: a population and its place there.
  func whole(_ subject: Int) -> (population: Population, place: Int) {
    guard case .counted(_, let excerpt) = details else { return (self, subject) }
    guard let excerpt, let place = excerpt.place(of: subject) else {
      preconditionFailure("of subject \(subject) only results are in memory")
    }
    return (excerpt.population, place)
  }

  /// Whether a column of the subject table's file is in memory.
  func holds(_ register: Register) -> Bool {
    register == .key || tables[0].columns[register.index - 1].states.count == subjectCount
  }

  /// How many good rows of a detail table a subject has.
  func linkedCount(of subject: Int, in table: Int) -> Int {
    switch details {
    case .indexed(let indices): indices[table - 1].range(of: subject).count
    case .counted(let counts, _): Int(counts[table - 1][subject])
    }
  }

  private func input(_ subject: Int) -> (subject: [Value], details: [[[Value]]]) {
    guard case .indexed(let indices) = details else { return ([], []) }
    let rows = indices.enumerated().map { number, index in
      index.rows[index.range(of: subject)].map { values(of: Int($0), in: tables[number + 1]) }
    }
    return (values(of: subject, in: tables[0]), rows)
  }

  private func values(of row: Int, in table: Table) -> [Value] {
    [text(table.keys[row])]
      + table.columns.map { column in
        guard column.states[row] == Column.present else { return .missing }
        return switch column.type {
        case .number, .date, .period: .number(column.values[row])
        case .truth: .truth(column.values[row] != 0)
        case .text: text(column.codes[row])
        }
      }
  }

  private func text(_ code: Int32) -> Value {
    code < 0 ? .missing : .text(pool.text(of: code))
  }
}
