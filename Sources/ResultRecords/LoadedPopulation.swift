import ScoringEngine

/// The people of a plan's tables, and what they were read from.
public struct LoadedPopulation: Sendable {
  /// The people.
  public let population: Population
  /// For each table of the plan the files read.
  public let inputs: [[JobInput]]
  /// The corrections laid over them; nil when there was no file of corrections.
  public let corrections: AppliedCorrections?

  /// What was read: the files in the order of tables, then the corrections.
  public var files: [HashedFile] {
    inputs.joined().map { HashedFile($0.file, $0.digest) }
      + (corrections.map { [HashedFile($0.file, $0.digest)] } ?? [])
  }
}
