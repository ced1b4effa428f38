/// What a scoring job on Spark published.
public struct SparkOutcome: Sendable {
  /// The rows in the files of each table.
  public let rowCounts: [(table: String, rows: Int)]
  /// How many subjects were scored.
  public let scored: Int
  /// How many rows were rejected.
  public let rejected: Int
  /// How many files the result has.
  public let partCount: Int
  /// How often subjects were looked at together, until none of them was rejected afterwards.
  public let rounds: Int
}
