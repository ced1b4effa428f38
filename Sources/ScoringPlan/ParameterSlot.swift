/// The place of one tunable number in a plan's parameter vector.
public struct ParameterSlot: Hashable, Sendable {
  /// The number of the slot.
  public let index: Int

  /// The slot of that number.
  public init(_ index: Int) { self.index = index }
}
