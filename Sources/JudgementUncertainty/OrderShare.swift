/// How often draws put the labels in one order.
public struct OrderShare: Sendable {
  /// The labels, the weightiest first.
  public let order: [String]
  /// The share of draws with this order.
  public let share: DrawShare
}
