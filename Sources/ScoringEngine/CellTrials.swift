import ColumnStore
import ScoringPlan

/// What a plan would give people if single cells of their data held other numbers, all else as it is.
///
/// Each trial changes one cell of one subject. What the plan computes of that subject is what scoring the
/// changed file would give: its place among the others, and its grade where seats are counted, too. The
/// others stay as they are; so do their values in statistics over the population, in which the subject's
/// own is the new one.
public struct CellTrials: Sendable {
  /// The run that is varied: all of it is kept.
  let base: ScoredPopulation
  /// The plan.
  public var plan: Plan { base.plan }
  /// For each detail table the subject of each row, -1 for a row that belongs to none that is published.
  private let owners: [[Int32]]
  let constants: PlanConstants
  let cache = TrialCache()

  /// Prepares a population that was loaded, and not scored while it was read.
  ///
  /// - Complexity: one more run that keeps every register of every table in memory.
  public init(_ scored: ScoredPopulation, threads: Int) {
    var options = ScoringOptions(threads: threads)
    options.keepsEverything = true
    let base = PlanEngine(plan: scored.plan, values: scored.values)
      .score(scored.population, options: options)
    self.base = base
    constants = PlanConstants(base.plan, base.values, base.texts)
    guard case .indexed(let indices) = base.population.details else {
      preconditionFailure("cells are tried in a population that was loaded")
    }
    owners = zip(indices, base.population.tables.dropFirst()).map { index, table in
      var owners = [Int32](repeating: -1, count: table.rowCount)
      for subject in 0..<base.population.subjectCount where !base.isRejected(subject) {
        for row in index.rows[index.range(of: subject)] { owners[Int(row)] = Int32(subject) }
      }
      return owners
    }
  }

  /// The run that trials start from.
  public var scored: ScoredPopulation { base }

  /// The subject that a row of a table belongs to; nil where it is not published.
  public func subject(ofRow row: Int, in table: Int) -> Int? {
    if table == 0 { return base.isRejected(row) ? nil : row }
    let owner = owners[table - 1][row]
    return owner < 0 ? nil : Int(owner)
  }

  /// The rows of a table that belong to a published subject, in order.
  public func rows(of subject: Int, in table: Int) -> [Int] {
    if table == 0 { return base.isRejected(subject) ? [] : [subject] }
    return detailRows(of: subject, in: table).map { Int($0) }
  }

  func detailRows(of subject: Int, in table: Int) -> ArraySlice<Int32> {
    guard case .indexed(let indices) = base.population.details else { return [] }
    return indices[table - 1].rows[indices[table - 1].range(of: subject)]
  }

  /// Whether a column can be tried: a number by which rows are neither ordered nor told apart.
  public func canTry(_ column: Register, of table: Int) -> Bool {
    let layout = plan.tables[table]
    guard column != .key, column.index <= layout.columns.count, layout.order != column else {
      return false
    }
    let declared = layout.columns[column.index - 1]
    return declared.type == .number && !layout.uniqueBy.contains(declared.name)
  }

  /// Whether a register of the subject table depends on a column.
  public func depends(_ register: Register, on column: Register, of table: Int) -> Bool {
    DependentStages(plan, table: table, column: column).isDependent[0][register.index]
  }

  /// Cuts a number of things into ranges and lets each be worked on with a runner of its own, at the same
  /// time; the results in order.
  ///
  /// - Parameters:
  ///   - column: the column whose cells are tried; see `canTry`.
  ///   - registers: the registers of the subject table that are asked for.
  public func map<Result>(
    _ count: Int, threads: Int, column: Register, of table: Int, registers: [Register],
    _ body: (Range<Int>, CellTrialRunner) -> Result
  ) -> [Result] {
    precondition(canTry(column, of: table), "only numbers that nothing else hangs on are tried")
    let layout = TrialLayout(self, table: table, column: column, registers: registers)
    return RowRanges.map(of: count, threads: threads) { range in
      body(range, CellTrialRunner(self, layout))
    }
  }

  /// A register of any table for all rows, whether computed or of the file.
  func column(_ register: Register, of table: Int) -> RegisterColumn {
    base.column(register, of: table)
      ?? RegisterColumn(register, of: base.population.tables[table])
  }

  /// The codes that trials give for the bands of a grade, from the top.
  public func codes(of grading: Grading) -> [Double] {
    grading.bands.map { Double(base.texts.code(of: $0.grade)) }
  }
}
