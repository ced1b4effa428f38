import ColumnStore
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A column of numbers that somebody's score depends on.
public struct TriedColumn: Sendable {
  /// Its table, by the index in `Plan.tables`.
  public let table: Int
  /// Its register in that table.
  public let register: Register
  /// Its name; of a detail table's column `table.column`.
  public let name: String
  /// The unit of its numbers, when the policy names one.
  public let unit: Unit?
  /// What its cells can hold.
  public let grid: DecimalGrid
  /// Numbers with which the policy compares the column itself, in units of the grid.
  let thresholds: [Int64]
  /// The rows of people who are published and whose cell is filled, in order.
  let rows: [Int]
  /// How many rows of published people have an empty cell.
  let blankRows: Int
  /// How many people these belong to.
  let blankPeople: Int

  /// The step by which is looked, in the column's unit.
  public var step: Double { grid.number(grid.step) }

  /// Columns that can be tried because some registers depend on them, the subject table's first.
  static func places(
    _ trials: CellTrials, _ registers: [Register]
  ) -> [(table: Int, register: Register, name: String)] {
    trials.plan.tables.enumerated().flatMap { table, layout in
      layout.columns.enumerated().compactMap { index, column in
        let register = Register(index + 1)
        guard trials.canTry(register, of: table),
          registers.contains(where: { trials.depends($0, on: register, of: table) })
        else { return nil }
        return (table, register, table == 0 ? column.name : "\(layout.name).\(column.name)")
      }
    }
  }

  /// A column of a population; nil when no published person has a number in it.
  init?(_ trials: CellTrials, table: Int, register: Register, name: String) {
    let declared = trials.plan.tables[table].columns[register.index - 1]
    let column = trials.scored.population.tables[table].columns[register.index - 1]
    let published = column.states.indices.filter { trials.subject(ofRow: $0, in: table) != nil }
    rows = published.filter { column.states[$0] == Column.present }
    blankRows = published.count - rows.count
    blankPeople =
      Set(
        published.lazy.filter { column.states[$0] != Column.present }
          .compactMap { trials.subject(ofRow: $0, in: table) }
      ).count
    guard !rows.isEmpty else { return nil }
    (self.table, self.register, self.name) = (table, register, name)
    unit = declared.unit
    let grid = DecimalGrid(
      rows.map { column.values[$0] }, minimum: declared.minimum, maximum: declared.maximum)
    self.grid = grid
    let found = PolicyThresholds.of(register, in: table, trials.plan, trials.scored.values)
    thresholds = found.map(grid.units).filter(grid.bounds.contains)
  }

  /// The number in a cell.
  func number(_ trials: CellTrials, row: Int) -> Double {
    trials.scored.population.tables[table].columns[register.index - 1].values[row]
  }

  /// What is tried of a cell, in units and in order, without the cell's own number.
  func probes(from own: Int64) -> [Int64] {
    var probes: [Int64] = []
    probes.reserveCapacity(2 * ProbeOffsets.all.count + 3 * thresholds.count)
    for offset in ProbeOffsets.all {
      probes.append(own + offset * grid.step)
      probes.append(own - offset * grid.step)
    }
    for threshold in thresholds { probes += [threshold - 1, threshold, threshold + 1] }
    // The ends of what is allowed are tried where a step would lead beyond.
    probes = probes.map { min(max($0, grid.bounds.lowerBound), grid.bounds.upperBound) }
    probes.sort()
    var last: Int64?
    probes.removeAll { probe in
      defer { last = probe }
      return probe == last || probe == own
    }
    return probes
  }
}
