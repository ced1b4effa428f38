import ColumnStore
import ScoringPlan

/// Runs trials of one column's cells, many at a time, on one thread.
public final class CellTrialRunner {
  /// How many trials are in the processor's cache at a time.
  private static let capacity = 512

  private let trials: CellTrials
  private let layout: TrialLayout
  /// For each step the working memory of its program.
  private let memory: [BlockRegisters?]
  /// For each table the columns of registers that depend on the column that is tried, for one block.
  private var written: [[RegisterColumn?]]
  /// For each table columns into which those that do not depend on it are gathered.
  private var gathered: [[RegisterColumn?]]
  /// The cells of a subject's detail rows, for an aggregate.
  private var source = RegisterColumn(count: 64)
  private var condition = RegisterColumn(count: 64)
  /// The places in them.
  private var places: [Int32] = []
  /// Registers of the detail table for all rows as they were.
  private var allColumns: [Register: RegisterColumn] = [:]

  // The block under way.
  private var count = 0
  private var rows = [Int](repeating: 0, count: capacity)
  private var values = [Double](repeating: 0, count: capacity)
  private var subjects = [Int](repeating: 0, count: capacity)
  private var isRejected = [Bool](repeating: false, count: capacity)

  init(_ trials: CellTrials, _ layout: TrialLayout) {
    (self.trials, self.layout) = (trials, layout)
    memory = layout.steps.map { step in
      guard case .rows(let program) = step else { return nil }
      return BlockRegisters(program, capacity: Self.capacity, trials.constants)
    }
    let none = trials.plan.tables.map { [RegisterColumn?](repeating: nil, count: $0.registerCount) }
    (written, gathered) = (none, none)
  }

  /// What comes of trials, each on the data as they are; every row must belong to a published subject.
  ///
  /// - Parameter results: taken over and filled anew.
  /// - Complexity: O(trials times what depends on the column), where seats or groups are looked at times a
  ///   logarithm; a statistic over a group costs the size of the group.
  public func run(_ cells: [CellTrial], into results: inout CellTrialResults) {
    results.removeAll()
    for start in stride(from: 0, to: cells.count, by: Self.capacity) {
      begin(cells[start..<min(start + Self.capacity, cells.count)])
      for (step, memory) in zip(layout.steps, memory) { run(step, memory) }
      finish(&results)
    }
  }

  /// Memory for results.
  public func makeResults() -> CellTrialResults {
    CellTrialResults(registerCount: layout.registers.count)
  }

  private func begin(_ cells: ArraySlice<CellTrial>) {
    count = cells.count
    for (place, cell) in cells.enumerated() {
      guard let subject = trials.subject(ofRow: cell.row, in: layout.table) else {
        preconditionFailure("row \(cell.row) belongs to nobody who is published")
      }
      (rows[place], values[place], subjects[place]) = (cell.row, cell.value, subject)
      isRejected[place] = false
    }
    for table in written.indices {
      for case let column? in written[table] {
        column.states.update(repeating: ValueState.present, count: count)
      }
    }
  }

  private func finish(_ results: inout CellTrialResults) {
    results.isRejected += isRejected[..<count]
    for (index, register) in layout.registers.enumerated() {
      let column = place(of: register, in: 0)
      results.values[index] += UnsafeBufferPointer(start: column.values, count: count)
      results.states[index] += UnsafeBufferPointer(start: column.states, count: count)
    }
  }

  private func run(_ step: TrialLayout.Step, _ memory: BlockRegisters?) {
    switch step {
    case .rows(let program): if let memory { run(program, memory) }
    case .aggregate(let aggregates): for aggregate in aggregates { run(aggregate) }
    case .require(let requirements): for requirement in requirements { require(requirement) }
    case .statistics(let statistics): for statistic in statistics { run(statistic) }
    case .rank(let rankings): for (ranking, standings) in rankings { rank(ranking, standings) }
    case .grade(let gradings): for (grading, standings) in gradings { grade(grading, standings) }
    }
  }

  // MARK: Columns of a block

  /// The row of a table that a trial looks at.
  private func row(of trial: Int, in table: Int) -> Int {
    table == layout.table ? rows[trial] : subjects[trial]
  }

  /// The column that a register is written to.
  private func makeColumn(_ register: Register, in table: Int) -> RegisterColumn {
    if let column = written[table][register.index] { return column }
    let column = RegisterColumn(count: Self.capacity)
    written[table][register.index] = column
    return column
  }

  /// The values of a register in the block, whether written by a trial or as they were.
  private func place(of register: Register, in table: Int) -> RegisterColumn {
    if layout.isDependent[table][register.index], let column = written[table][register.index] {
      return column
    }
    let column = gathered[table][register.index] ?? RegisterColumn(count: Self.capacity)
    gathered[table][register.index] = column
    if table == layout.table, register == layout.column {
      for trial in 0..<count {
        (column.values[trial], column.states[trial]) = (values[trial], ValueState.present)
      }
      return column
    }
    guard let all = layout.inherited[table][register] else {
      preconditionFailure("register \(register.index) is not at hand")
    }
    for trial in 0..<count {
      let row = row(of: trial, in: table)
      (column.values[trial], column.states[trial]) = (all.values[row], all.states[row])
    }
    return column
  }

  // MARK: Row programs

  private func run(_ program: RowProgram, _ registers: BlockRegisters) {
    registers.count = count
    for (slot, register, isResult) in program.columns {
      let column =
        isResult
        ? makeColumn(register, in: program.table) : place(of: register, in: program.table)
      registers.bind(slot, to: column, at: 0, isResult: isResult)
    }
    for step in program.steps {
      switch step {
      case .load(let register):
        let column = place(of: register, in: program.table)
        let slot = registers[register]
        registers.values[slot].update(from: column.values, count: count)
        registers.isClean[slot] = BlockRegisters.isPresent(column.states, count)
        if !registers.isClean[slot] {
          registers.states[slot].update(from: column.states, count: count)
        }
      case .run(let instruction): registers.run(instruction)
      }
    }
  }

  // MARK: Detail rows

  private func run(_ aggregate: Aggregate) {
    let result = makeColumn(aggregate.result, in: 0)
    let conditions = aggregate.condition.map { cells($0, of: aggregate.table) }
    // Only the condition matters for how many rows there are.
    let isCount = aggregate.function == .count
    guard let sources = isCount ? conditions : cells(aggregate.source, of: aggregate.table) else {
      preconditionFailure("how many rows there are does not depend on their cells")
    }
    reserveRows()
    var group = DetailGroup(
      aggregate.function, source, aggregate.condition == nil ? nil : condition)
    for trial in 0..<count {
      let rows = trials.detailRows(of: subjects[trial], in: aggregate.table)
      fill(source, with: sources, rows, trial)
      if let conditions { fill(condition, with: conditions, rows, trial) }
      (result.values[trial], result.states[trial]) = group.value(of: places[..<rows.count])
    }
  }

  /// A register of a detail table in the rows that are tried, and in all rows as they were.
  private func cells(
    _ register: Register, of table: Int
  ) -> (tried: RegisterColumn, all: RegisterColumn) {
    let all =
      layout.inherited[table][register] ?? allColumns[register]
      ?? trials.column(register, of: table)
    allColumns[register] = all
    return (place(of: register, in: table), all)
  }

  /// Brings a subject's cells together, that of the row that is tried as the trial has it.
  private func fill(
    _ target: RegisterColumn, with cells: (tried: RegisterColumn, all: RegisterColumn),
    _ rows: ArraySlice<Int32>, _ trial: Int
  ) {
    for (place, row) in rows.enumerated() {
      let isTried = Int(row) == self.rows[trial]
      let (from, index) = isTried ? (cells.tried, trial) : (cells.all, Int(row))
      (target.values[place], target.states[place]) = (from.values[index], from.states[index])
    }
  }

  /// Makes room for the detail rows of each subject of the block.
  private func reserveRows() {
    let most = (0..<count).reduce(0) {
      max($0, trials.detailRows(of: subjects[$1], in: layout.table).count)
    }
    if most > source.count {
      (source, condition) = (RegisterColumn(count: 2 * most), RegisterColumn(count: 2 * most))
    }
    if places.count < source.count { places = (0..<Int32(source.count)).map { $0 } }
  }

  // MARK: The others

  private func require(_ requirement: Requirement) {
    let test = RequirementTest(requirement, decimals: trials.plan.decimals) {
      RegisterPlace(place(of: $0, in: 0))
    }
    test.forEachFailure(among: 0..<count) { isRejected[$0] = true }
  }

  private func run(_ statistic: TrialStatistic) {
    let declared = statistic.statistic
    let source = place(of: declared.source, in: 0)
    let group = declared.group.map { place(of: $0, in: 0) }
    let result = makeColumn(declared.result, in: 0)
    for trial in 0..<count {
      let code =
        group.map { $0.states[trial] == ValueState.present ? Int32($0.values[trial]) : -1 } ?? -1
      (result.values[trial], result.states[trial]) = statistic.value(
        for: subjects[trial], source.values[trial], source.states[trial], group: code)
    }
  }

  /// The key of a trial's subject; nil where it takes no part.
  private func keys(_ register: Register, _ ineligible: [Register]) -> [Int64?] {
    let values = place(of: register, in: 0)
    let truths = ineligible.map { place(of: $0, in: 0) }
    let scale = ScoreKey.scale(trials.plan.decimals)
    return (0..<count).map { trial in
      let isOut = truths.contains {
        $0.states[trial] == ValueState.present && $0.values[trial] != 0
      }
      if isOut || isRejected[trial] || values.states[trial] != ValueState.present { return nil }
      return ScoreKey.key(of: values.values[trial], scale: scale)
    }
  }

  private func rank(_ ranking: Ranking, _ standings: TrialStandings) {
    let result = makeColumn(ranking.result, in: 0)
    for (trial, key) in keys(ranking.by, ranking.ineligible).enumerated() {
      guard let key else {
        result.states[trial] = ValueState.missing
        continue
      }
      result.values[trial] = Double(1 + standings.countAbove(key, of: subjects[trial]))
    }
  }

  private func grade(_ grading: Grading, _ standings: TrialStandings) {
    let result = makeColumn(grading.result, in: 0)
    let ties = grading.ties.map { place(of: $0.register, in: 0) }
    let texts = trials.constants.texts
    let codes = grading.bands.map { Double(texts.code(of: $0.grade)) }
    let empty = Double(texts.code(of: ""))
    let filling = BandFilling(grading, trials.base.values, decimals: trials.plan.decimals)
    for (trial, key) in keys(grading.by, grading.ineligible).enumerated() {
      guard let key else {
        result.values[trial] = empty
        continue
      }
      let band = standings.band(
        of: subjects[trial], at: key,
        ties: { ties.map { ($0.values[trial], $0.states[trial]) } }, filling)
      result.values[trial] = codes[band]
    }
  }
}
