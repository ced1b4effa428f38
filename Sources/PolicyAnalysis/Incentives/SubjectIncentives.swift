import ScoringEngine
import ScoringPlan

/// What doing better brings to one person.
public struct SubjectIncentives: Sendable {
  /// One cell of the person.
  public struct Cell: Sendable {
    /// The column, by its place among those looked at.
    public let column: Int
    /// Which of the person's rows in the column's table, from 1.
    public let row: Int
    /// What the cell holds.
    public let value: Double
    /// Where the person sits.
    public let region: IncentiveRegion
    /// What stands between, where doing better does not pay.
    public let cause: IncentiveCause?
    /// Where it begins to pay, or to cost, or, where nothing does, from where on nothing has; nil for other
    /// regions.
    public let edge: Double?
    /// The nearest number that leads to a better band; nil where none was found.
    public let needed: Double?
    /// The band that it leads to, by its place from the top.
    public let reached: Int?
    /// That change as a share of the range that holds the middle nine tenths of the column's numbers.
    public let share: Double?
  }

  /// The person, as a row of the subject table.
  public let subject: Int
  /// The band now; the number of bands where the person is in none, and nil without a grade.
  public let band: Int?
  /// The cells that are filled, column by column.
  public let cells: [Cell]
}

extension IncentiveAnalysis {
  /// A published person's cells.
  public func incentives(of subject: Int) -> SubjectIncentives {
    var band: Int?
    let cells = columns.enumerated().flatMap { index, column in
      column.findings.filter { $0.subject == subject }.map { finding -> SubjectIncentives.Cell in
        band = grading == nil ? nil : finding.band
        let rows = trials.rows(of: subject, in: column.column.table).sorted()
        return cell(
          finding, index, row: 1 + (rows.firstIndex(of: finding.row) ?? 0))
      }
    }
    return SubjectIncentives(subject: subject, band: band, cells: cells)
  }

  private func cell(_ finding: CellFinding, _ index: Int, row: Int) -> SubjectIncentives.Cell {
    let column = columns[index]
    let grid = column.column.grid
    let sign = (column.direction ?? .up).sign * (finding.region == .capped ? -1 : 1)
    return SubjectIncentives.Cell(
      column: index, row: row, value: grid.number(finding.own), region: finding.region,
      cause: finding.cause,
      edge: finding.distance.map { grid.number(finding.own + sign * $0) },
      needed: finding.step.map { grid.number($0.to) }, reached: finding.step?.band,
      share: finding.step.map {
        Double(abs($0.to - finding.own)) / Double(grid.step)
          / Double(IncentiveOptions.stepsInSpread)
      })
  }

  /// The number that a step starts from, and the one that it leads to.
  public func numbers(of step: GradeStep) -> (from: Double, to: Double) {
    let grid = columns[step.column].column.grid
    return (grid.number(step.from), grid.number(step.to))
  }

  /// Which of the person's rows in its table a step changes, from 1; nil in the subject table.
  public func rowNumber(of step: GradeStep) -> Int? {
    let table = columns[step.column].column.table
    if table == 0 { return nil }
    return trials.rows(of: step.subject, in: table).sorted().firstIndex(of: step.row).map { $0 + 1 }
  }

  /// A person's key.
  public func key(of subject: Int) -> String {
    let population = scored.population
    return population.pool.text(of: population.tables[0].keys[subject])
  }

  /// The label of a band, by its place; the empty text where a person is in none.
  public func label(ofBand band: Int) -> String {
    guard let grading, grading.bands.indices.contains(band) else { return "" }
    return grading.bands[band].grade
  }

  /// The published person with a key.
  public func subject(withKey key: String) throws(IncentiveError) -> Int {
    guard let subject = scored.population.subject(withKey: key), !scored.isRejected(subject) else {
      throw .noPerson(key)
    }
    return subject
  }
}

extension IncentiveAnalysis {
  /// How many people could reach a better band by a column, by its place.
  public func stepCount(ofColumn column: Int) -> Int { columns[column].steps.count }

  /// How many published people are not in the best band; 0 without a grade.
  public var peopleBelowTheTop: Int {
    guard let grading, let grades = scored.column(grading.result) else { return 0 }
    let top = trials.codes(of: grading).first
    return (0..<scored.population.subjectCount).count {
      !scored.isRejected($0) && grades[$0] != top
    }
  }
}
