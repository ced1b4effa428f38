/// How far one weight or judgement can move before something changes.
public struct SteadyInterval: Sendable {
  /// What moves.
  public enum Subject: Sendable, Equatable {
    /// The weight of a dimension, the others keeping their proportions.
    case weight(label: String)
    /// The judgement of a row against a column, any value from 1/9 to 9.
    case judgement(row: String, column: String)
  }

  /// What must not change.
  public enum Kept: String, Sendable, CaseIterable {
    /// All grades.
    case grades
    /// In all rankings who has more than whom, and who has as much.
    case order
  }

  /// One end.
  public struct End: Sendable {
    /// The value there; the end of what is possible where nothing changes before.
    public let value: Double
    /// The key of one who moves there; nil where nothing changes before the end of what is possible.
    public let key: String?
    /// Whether the engine finds all the same just inside and something else just outside.
    public let isVerified: Bool
  }

  /// Where the number stands, such as `scorecard.weights`.
  public let path: String
  /// What moves.
  public let subject: Subject
  /// What must not change.
  public let kept: Kept
  /// Its value now.
  public let present: Double
  /// The lower end.
  public let lower: End
  /// The upper end.
  public let upper: End
  /// Whether the ends were computed; else they were found by trying in steps, and changes that are
  /// undone within a step may have been missed.
  public let isExact: Bool
}
