/// How incentives are looked for.
public struct IncentiveOptions: Sendable, Equatable {
  /// How many steps the middle nine tenths of a column's numbers are cut into.
  public static let stepsInSpread = 100

  /// The columns looked at, those of detail tables as `table.column`; nil for all that count.
  public var columns: [String]?
  /// Columns whose better direction is said and not found.
  public var directions: [String: IncentiveDirection]
  /// What people get.
  public var outcome: IncentiveOutcome
  /// The grade whose next band is looked for; nil for the policy's first.
  public var grade: String?
  /// On how many threads; changes nothing in the answer.
  public var threads: Int

  /// Options; by default all columns that count, their directions found, for the final.
  public init(
    columns: [String]? = nil, directions: [String: IncentiveDirection] = [:],
    outcome: IncentiveOutcome = .final, grade: String? = nil, threads: Int = 1
  ) {
    self.columns = columns
    self.directions = directions
    self.outcome = outcome
    self.grade = grade
    self.threads = threads
  }
}
