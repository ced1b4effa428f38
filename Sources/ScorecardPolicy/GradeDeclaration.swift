/// A grade: bands that are filled from the top.
public struct GradeDeclaration: Sendable {
  /// Its name, also that of its output column.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// What decides: the total, the final value, a dimension, or a number of the subject table.
  public let by: ValueReference
  /// The text column of the subject table within whose values bands are filled; nil fills them over
  /// all.
  public let within: String?
  /// What decides between equals, one after another; after them the key does.
  public let ties: [TieBreak]
  /// The bands from the top. The last takes the rest.
  public let bands: [BandDeclaration]
}

/// A value that decides between subjects that are otherwise equal.
public struct TieBreak: Sendable, Equatable {
  /// The value: a column, formula or the key of the subject table.
  public let value: ValueReference
  /// What it is: texts compare by their bytes.
  public let type: ValueType
  /// Whether the larger comes first. A missing value comes last in either case.
  public let isDescending: Bool
}

/// A band of a grade.
public struct BandDeclaration: Sendable, Equatable {
  /// The text that people in it get.
  public let grade: String
  /// Its title for people.
  public let title: Title?
  /// Who belongs to it.
  public let limit: Limit

  /// Who belongs to a band.
  public enum Limit: Sendable, Equatable {
    /// The next so many people.
    case seats(Int)
    /// Of n people the bands so far hold `floor(n * (sum of their shares) + 0.5)`.
    case share(Double)
    /// The next people who have at least this, compared as published.
    case minimum(Double)
    /// Everyone who is left.
    case rest
  }
}
