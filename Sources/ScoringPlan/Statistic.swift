import ScorecardPolicy

/// One value for each subject from those of its group, as `PopulationFunction` says.
public struct Statistic: Sendable, Equatable {
  /// How values become one.
  public let function: PopulationFunction
  /// The register of the subject table that is looked at.
  public let source: Register
  /// The text whose equal values make a group (missing is a group of its own); nil for all.
  public let group: Register?
  /// How finely ranks compare.
  public let decimals: Int
  /// What formulas call it: `AVERAGE(deposit, branch)`.
  public let text: String
  /// The register that takes the value.
  public let result: Register
  /// The formula it comes from, by its index in `Plan.origins`.
  public let origin: Int

  /// A statistic of all subjects together unless `group` makes groups.
  public init(
    function: PopulationFunction, source: Register, group: Register?, decimals: Int,
    text: String = "", result: Register, origin: Int
  ) {
    self.function = function
    self.source = source
    self.group = group
    self.decimals = decimals
    self.text = text
    self.result = result
    self.origin = origin
  }
}
