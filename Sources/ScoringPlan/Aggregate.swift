import ScorecardPolicy

/// One value for each subject from the rows that a detail table holds for it.
///
/// Independent of the order of rows: sums are exact and rounded once, of minus zero and zero the
/// latter counts, and of several faults the one of the lowest `FaultKind`. A fault in a row makes
/// the aggregate a fault, else a missing value makes it missing; `count` looks at neither. `first`,
/// `last` and `streak` go by the order of the table's column for that, and look only at the rows that
/// decide.
public struct Aggregate: Sendable, Equatable {
  /// How rows become one value.
  public let function: AggregateFunction
  /// The detail table, by its index in `Plan.tables`.
  public let table: Int
  /// The register of the detail table that is aggregated.
  public let source: Register
  /// The truth of a detail row that says whether it counts; nil when all rows do. A missing or
  /// faulty truth makes the aggregate missing or that fault.
  public let condition: Register?
  /// What formulas call it, a column or formula of the detail table; nil when nobody says.
  public let sourceName: String?
  /// The condition as people read it.
  public let conditionText: String?
  /// The named formulas of the detail table that source and condition use, by their index in
  /// `Plan.formulas`.
  public let uses: [Int]
  /// The register of the subject table that takes the value.
  public let result: Register
  /// The formula it comes from, by its index in `Plan.origins`.
  public let origin: Int

  /// An aggregate of all rows unless `condition` says which.
  public init(
    function: AggregateFunction, table: Int, source: Register, condition: Register? = nil,
    sourceName: String? = nil, conditionText: String? = nil, uses: [Int] = [], result: Register,
    origin: Int
  ) {
    self.function = function
    self.table = table
    self.source = source
    self.condition = condition
    self.sourceName = sourceName
    self.conditionText = conditionText
    self.uses = uses
    self.result = result
    self.origin = origin
  }
}
