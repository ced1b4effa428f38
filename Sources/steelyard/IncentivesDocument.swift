import PolicyAnalysis
import ScoringEngine

/// The JSON of `analyze incentives`.
struct IncentivesDocument: Encodable {
  let policy: String
  let version: String
  let scored: Int
  let outcome: String
  let cliff: Double
  let grade: String?
  let columns: [Column]
  let steps: Steps?
  let notice: String?

  struct Column: Encodable {
    let column: String
    let unit: String?
    let decimals: Int
    let step: Double
    let direction: String?
    let rowsUp: Int
    let rowsDown: Int
    let regions: [Region]
    let cliffs: [Cliff]
  }

  struct Region: Encodable {
    let region: String
    let cause: Cause?
    let rows: Int
    let people: Int
    let medianDistance: Double?
  }

  struct Cause: Encodable {
    let kind: String
    let name: String
  }

  struct Cliff: Encodable {
    let threshold: Double?
    let rowsBefore: Int
    let peopleBefore: Int
    let rowsBehind: Int
    let peopleBehind: Int
    let leastJump: Double
    let largestJump: Double
    let changesEligibility: Bool
  }

  /// How many people a single step brings to a better band, and by which columns.
  struct Steps: Encodable {
    let people: Int
    let without: Int
    let byColumn: [ByColumn]
  }

  struct ByColumn: Encodable {
    let column: String
    let possible: Int
    let cheapest: Int
  }

  init(_ analysis: IncentiveAnalysis, notice: String?) {
    let plan = analysis.scored.plan
    policy = plan.policy
    version = plan.version
    scored = analysis.scored.counts[0].scored
    outcome = analysis.options.outcome.rawValue
    cliff = analysis.cliff
    grade = analysis.grading?.name
    columns = analysis.columns.map(Column.init)
    let counts = IncentiveStepCounts(analysis)
    steps = counts.map { counts in
      Steps(
        people: counts.people, without: counts.without,
        byColumn: zip(analysis.columns, counts.byColumn).map { column, counts in
          ByColumn(
            column: column.column.name, possible: counts.possible, cheapest: counts.cheapest)
        })
    }
    self.notice = notice
  }
}

extension IncentivesDocument.Cause {
  init(_ cause: IncentiveCause) { self.init(kind: cause.kind.rawValue, name: cause.name) }
}

extension IncentivesDocument.Column {
  fileprivate init(_ column: ColumnIncentives) {
    self.init(
      column: column.column.name, unit: column.column.unit?.description,
      decimals: column.column.grid.decimals, step: column.column.step,
      direction: column.direction?.rawValue, rowsUp: column.votes.up, rowsDown: column.votes.down,
      regions: column.regions.map {
        IncentivesDocument.Region(
          region: $0.region.rawValue, cause: $0.cause.map(IncentivesDocument.Cause.init),
          rows: $0.rows, people: $0.people, medianDistance: $0.medianDistance)
      },
      cliffs: column.cliffs.map {
        IncentivesDocument.Cliff(
          threshold: $0.threshold, rowsBefore: $0.rowsBefore, peopleBefore: $0.before,
          rowsBehind: $0.rowsBehind, peopleBehind: $0.behind, leastJump: $0.leastJump,
          largestJump: $0.largestJump, changesEligibility: $0.changesEligibility)
      })
  }
}
