/// What is done about respondents whose own consistency ratio is too large.
public struct RespondentLimit: Hashable, Sendable {
  /// What is done about them.
  public enum Action: String, CaseIterable, Sendable {
    /// They count, and that is a finding.
    case warn
    /// They do not count, and that is a finding.
    case exclude
    /// The judgements cannot be used.
    case error
  }

  /// A respondent's ratio must be below this.
  public let ratio: Double
  /// What is done about one whose is not.
  public let action: Action

  /// A limit above 0.
  public init(ratio: Double = 0.1, action: Action) {
    self.ratio = ratio
    self.action = action
  }
}
