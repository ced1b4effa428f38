import ScorecardPolicy

/// Bands filled from the top: subjects in order of the published value, then of the ties, then of
/// the bytes of the key.
public struct Grading: Sendable, Equatable {
  /// A value that decides between equals.
  public struct Tie: Sendable, Equatable {
    /// The value.
    public let register: Register
    /// Whether it is a text, compared by its bytes.
    public let isText: Bool
    /// Whether the larger comes first; a missing value comes last in either case.
    public let isDescending: Bool
    /// What the policy calls it.
    public let name: String

    /// A tie-break.
    public init(register: Register, isText: Bool, isDescending: Bool, name: String) {
      self.register = register
      self.isText = isText
      self.isDescending = isDescending
      self.name = name
    }
  }

  /// A band.
  public struct Band: Sendable, Equatable {
    /// The text that subjects in it get.
    public let grade: String
    /// The title for people.
    public let title: Title?
    /// Who belongs to it.
    public let limit: Limit

    /// A band; without a title people read its text.
    public init(grade: String, title: Title?, limit: Limit) {
      self.grade = grade
      self.title = title
      self.limit = limit
    }
  }

  /// Who belongs to a band, of those that bands above have left.
  public enum Limit: Sendable, Equatable {
    /// The next so many subjects; the number is rounded down, and below 0 it is 0.
    case seats(ParameterSlot)
    /// Of n subjects the bands so far hold `floor(n * (sum of their shares) + 0.5)`, in exact
    /// decimals; see `ExactShare`.
    case share(ParameterSlot)
    /// The next subjects whose value, compared as `ScoreKey`, is not below it.
    case minimum(ParameterSlot)
    /// All.
    case rest
  }

  /// The name of the grade and of its output column.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// The value that decides; compared as `ScoreKey`.
  public let by: Register
  /// The text column whose equal values make a group (missing is a group of its own); nil for all.
  public let within: Register?
  /// What decides between equals, in order.
  public let ties: [Tie]
  /// The bands from the top; the last takes the rest.
  public let bands: [Band]
  /// Truths of which none may hold of a subject for it to be graded.
  public let ineligible: [Register]
  /// The register that takes the text of the band; the empty text where the subject is ineligible.
  public let result: Register

  /// A grade of all subjects together unless `within` makes groups.
  public init(
    name: String, title: Title?, by: Register, within: Register?, ties: [Tie], bands: [Band],
    ineligible: [Register], result: Register
  ) {
    self.name = name
    self.title = title
    self.by = by
    self.within = within
    self.ties = ties
    self.bands = bands
    self.ineligible = ineligible
    self.result = result
  }
}
