/// The values of a plan's parameters, slot by slot.
public struct ParameterVector: Sendable, Equatable {
  /// The values; infinite only for floors, caps and a budget that are not set.
  public var values: [Double]

  /// A vector of those values.
  public init(_ values: [Double]) { self.values = values }

  /// The value in a slot.
  public subscript(slot: ParameterSlot) -> Double {
    get { values[slot.index] }
    set { values[slot.index] = newValue }
  }
}
