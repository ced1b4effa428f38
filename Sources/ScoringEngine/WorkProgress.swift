/// How far a long piece of work has come.
public struct WorkProgress: Hashable, Sendable {
  /// What `done` and `total` count.
  public enum Measure: Hashable, Sendable {
    /// Steps of the work.
    case steps
    /// Bytes of files.
    case bytes
  }

  /// What is being done, such as `reading staff`.
  public let activity: String
  /// How much of it is done.
  public let done: Int
  /// How much there is to do.
  public let total: Int
  /// What both count.
  public let measure: Measure
  /// How many rows are done, where rows are.
  public let rows: Int?

  /// How far an activity has come.
  public init(
    activity: String, done: Int, total: Int, measure: Measure = .steps, rows: Int? = nil
  ) {
    self.activity = activity
    self.done = done
    self.total = total
    self.measure = measure
    self.rows = rows
  }
}
