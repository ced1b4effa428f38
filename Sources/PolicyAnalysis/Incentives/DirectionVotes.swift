import ScoringEngine

/// Which way a column is better, as the plan itself says of each row where it stands.
public struct DirectionVotes: Sendable, Equatable {
  /// For how many rows more is better where they stand.
  public let up: Int
  /// For how many rows less is better.
  public let down: Int

  /// The direction that more rows have; nil where neither has more.
  public var direction: IncentiveDirection? { up == down ? nil : up > down ? .up : .down }

  /// How far from where rows stand is looked, in steps: farther only where nothing was found.
  private static let distances: [Int64] = [1, 16, 256]

  /// Lets each row say which way pays: by a step upward and a step downward.
  static func of(
    _ trials: CellTrials, _ column: TriedColumn, _ layout: ResponseLayout, threads: Int
  ) -> DirectionVotes {
    for distance in distances {
      let parts = trials.map(
        column.rows.count, threads: threads, column: column.register, of: column.table,
        registers: layout.registers
      ) { range, runner in
        votes(column.rows[range], distance, trials, column, layout, runner)
      }
      let (up, down) = parts.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      if up != down { return DirectionVotes(up: up, down: down) }
    }
    return DirectionVotes(up: 0, down: 0)
  }

  private static func votes(
    _ rows: ArraySlice<Int>, _ distance: Int64, _ trials: CellTrials, _ column: TriedColumn,
    _ layout: ResponseLayout, _ runner: CellTrialRunner
  ) -> (Int, Int) {
    var results = runner.makeResults()
    let bounds = column.grid.bounds
    runner.run(
      rows.flatMap { row -> [CellTrial] in
        let number = column.number(trials, row: row)
        let own = column.grid.units(number)
        let far = distance * column.grid.step
        return [
          CellTrial(
            row: row, value: column.grid.number(max(own - far, bounds.lowerBound))),
          CellTrial(row: row, value: number),
          CellTrial(
            row: row, value: column.grid.number(min(own + far, bounds.upperBound))),
        ]
      }, into: &results)
    var (up, down) = (0, 0)
    for place in 0..<rows.count {
      let (low, own, high) = (
        layout.response(results, 3 * place), layout.response(results, 3 * place + 1),
        layout.response(results, 3 * place + 2)
      )
      guard let own else { continue }
      let signs = [
        high.map { $0.compare(own) } ?? 0, low.map { own.compare($0) } ?? 0,
      ]
      let sum = signs.reduce(0, +)
      if sum > 0 { up += 1 } else if sum < 0 { down += 1 }
    }
    return (up, down)
  }
}
