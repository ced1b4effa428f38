/// A table from text to number.
public struct Lookup: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The texts, each once, in the policy's order.
  public let keys: [String]
  /// The number of each key.
  public let values: [ParameterSlot]

  /// A lookup with one slot for each text.
  public init(name: String, keys: [String], values: [ParameterSlot]) {
    self.name = name
    self.keys = keys
    self.values = values
  }
}
