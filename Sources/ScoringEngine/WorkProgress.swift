/// How far a long piece of work has come.
public struct WorkProgress: Hashable, Sendable {
  /// What is being done, such as `reading staff`.
  public let activity: String
  /// How much of it is done, in units that only compare with `total`.
  public let done: Int
  /// How much there is to do.
  public let total: Int

  /// How far an activity has come.
  public init(activity: String, done: Int, total: Int) {
    self.activity = activity
    self.done = done
    self.total = total
  }
}
