/// A number that someone may want to tune.
public struct ParameterDeclaration: Sendable, Equatable {
  /// The name that formulas use.
  public let name: String
  /// Its value.
  public let value: Double
  /// Its unit, when one is given.
  public let unit: Unit?
  /// The smallest value allowed.
  public let minimum: Double?
  /// The largest value allowed.
  public let maximum: Double?
  /// What it is, for people.
  public let title: Title?
}
