/// How far the search for a repair has come.
public struct RepairProgress: Hashable, Sendable {
  /// How many judgements are changed together at the moment; that fewer do not do is proven.
  public let size: Int
  /// The share of the sets of this size that is decided, from 0 to 1.
  public let share: Double
  /// How many sets have been found that do.
  public let found: Int
}
