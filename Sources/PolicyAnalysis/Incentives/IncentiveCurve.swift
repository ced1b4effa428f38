import ColumnStore
import ScoringEngine
import ScoringPlan

/// What one person would get for every number in one cell, all else as it is: the data of a chart.
public struct IncentiveCurve: Sendable {
  /// What one number gives.
  public struct Point: Sendable {
    /// The number.
    public let value: Double
    /// The final; nil where the person would be rejected.
    public let final: Double?
    /// For each grade of the policy the band's text; empty where the person would be in none.
    public let grades: [String]
    /// What would be paid; nil without a payroll, and where nothing would be.
    public let pay: Double?
    /// Whether it is the number that the cell holds.
    public let isOwn: Bool
  }

  /// How many equal parts the range is cut into, before edges are added.
  private static let parts = 100

  /// The column.
  public let column: TriedColumn
  /// The points in order of their numbers.
  public let points: [Point]
  /// The names of the grades.
  public let grades: [String]

  /// The curve of one cell: over the range of the column in everybody's data, the person's own number, the
  /// numbers that the policy compares the column with; and where the grade changes, or more than a
  /// twenty-fifth of all change of final or pay happens, the two numbers between which it does.
  ///
  /// - Parameter row: which of the person's rows in the column's table, from 1.
  /// - Throws: `noColumn`, `noCell`.
  public init(
    _ trials: CellTrials, of subject: Int, column name: String, row: Int = 1
  ) throws(IncentiveError) {
    let plan = trials.plan
    let registers = Self.outcomes(of: plan)
    let places = TriedColumn.places(trials, registers)
    guard let place = places.first(where: { $0.name == name }),
      let column = TriedColumn(
        trials, table: place.table, register: place.register, name: place.name)
    else { throw .noColumn(name, all: places.map(\.name)) }
    let rows = trials.rows(of: subject, in: place.table).sorted()
    guard rows.indices.contains(row - 1), column.rows.contains(rows[row - 1]) else {
      throw .noCell(name, row: row, count: rows.count)
    }
    self.column = column
    grades = plan.gradings.map(\.name)
    points =
      trials.map(
        1, threads: 1, column: column.register, of: column.table, registers: registers
      ) { _, runner in
        Tracing(trials: trials, column: column, row: rows[row - 1]).points(runner)
      }[0]
  }

  /// The names of the columns that final, grades or pay depend on, the subject table's first.
  package static func columns(_ trials: CellTrials) -> [String] {
    TriedColumn.places(trials, outcomes(of: trials.plan)).map(\.name)
  }

  /// The final, the grades, then what is paid.
  private static func outcomes(of plan: Plan) -> [Register] {
    [plan.layout.final ?? plan.layout.total] + plan.gradings.map(\.result)
      + [plan.payroll?.register].compactMap(\.self)
  }

  /// The tracing of one cell.
  private struct Tracing {
    let trials: CellTrials
    let column: TriedColumn
    let row: Int

    func points(_ runner: CellTrialRunner) -> [Point] {
      let own = column.grid.units(column.number(trials, row: row))
      var points = run(start(own), own, runner)
      let limits = [\Point.final, \Point.pay].map { value in
        zip(points, points.dropFirst()).reduce(0.0) { $0 + $1.0.change($1.1, value) } / 25
      }
      while true {
        let gaps = zip(points, points.dropFirst()).filter { isOpen($0, $1, limits) }
        if gaps.isEmpty { break }
        let middles = gaps.map { ($0.units + $1.units) / 2 }
        points = (points + run(middles, own, runner)).sorted { $0.units < $1.units }
      }
      return points.map(\.point)
    }

    private struct Traced {
      let units: Int64
      let point: Point

      /// How much a value differs from a neighbour's.
      func change(_ other: Traced, _ value: KeyPath<Point, Double?>) -> Double {
        abs((other.point[keyPath: value] ?? 0) - (point[keyPath: value] ?? 0))
      }
    }

    /// The numbers to begin with, in order.
    private func start(_ own: Int64) -> [Int64] {
      let numbers = column.rows.map { column.grid.units(column.number(trials, row: $0)) }
      let (low, high) = (numbers.min() ?? own, numbers.max() ?? own)
      let evenly = (0...IncentiveCurve.parts).map {
        low + Int64(Double(high - low) * Double($0) / Double(IncentiveCurve.parts))
      }
      let edges = column.thresholds.flatMap { [$0 - 1, $0, $0 + 1] }
        .filter { low <= $0 && $0 <= high }
      return Set(evenly + [high, own] + edges).sorted()
    }

    /// Whether something happens between two neighbours that one of their middle must tell.
    private func isOpen(_ one: Traced, _ other: Traced, _ limits: [Double]) -> Bool {
      guard other.units - one.units > 1 else { return false }
      if one.point.grades != other.point.grades { return true }
      if (one.point.final == nil) != (other.point.final == nil) { return true }
      return zip([\Point.final, \Point.pay], limits).contains { value, limit in
        one.change(other, value) > limit
      }
    }

    private func run(_ units: [Int64], _ own: Int64, _ runner: CellTrialRunner) -> [Traced] {
      var results = runner.makeResults()
      runner.run(
        units.map { CellTrial(row: row, value: column.grid.number($0)) }, into: &results)
      let plan = trials.plan
      return units.enumerated().map { trial, units in
        let isRejected = results.isRejected[trial]
        let grades = plan.gradings.enumerated().map { index, grading -> String in
          guard !isRejected, let code = results[1 + index, trial],
            let band = trials.codes(of: grading).firstIndex(of: code)
          else { return "" }
          return grading.bands[band].grade
        }
        let pay = plan.payroll == nil ? nil : results[1 + plan.gradings.count, trial]
        return Traced(
          units: units,
          point: Point(
            value: column.grid.number(units), final: isRejected ? nil : results[0, trial],
            grades: grades, pay: isRejected ? nil : pay, isOwn: units == own))
      }
    }
  }
}
