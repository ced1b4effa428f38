import ScoringEngine

/// The people of a plan's tables, and what they were read from.
public struct LoadedPopulation: Sendable {
  /// The people.
  public let population: Population
  /// For each table of the plan the files read.
  public let inputs: [[JobInput]]
  /// The corrections laid over them; nil when there was no file of corrections.
  public let corrections: AppliedCorrections?
}
