/// A subject that cannot be compared, as not both policies score it.
public struct UnmatchedSubject: Sendable, Equatable {
  /// What a policy made of a subject.
  public enum Presence: String, Sendable {
    /// It has a score.
    case scored
    /// A row of it is at fault.
    case rejected
    /// No row of the subject table has its key.
    case absent
  }

  /// The key.
  public let key: String
  /// What each policy made of it.
  public let presence: Compared<Presence>
}
