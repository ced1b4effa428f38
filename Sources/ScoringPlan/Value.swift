/// A value as formulas see it: a number, a truth or a text, or the states missing and fault.
public enum Value: Sendable, Equatable {
  /// A number; dates and periods are numbers too.
  case number(Double)
  /// True or false.
  case truth(Bool)
  /// A text.
  case text(String)
  /// Nothing is there, and that is no fault.
  case missing
  /// It cannot be computed.
  case fault(Fault)
}

/// A fault with the place it arose.
public struct Fault: Sendable, Equatable {
  /// Why there is no value.
  public let kind: FaultKind
  /// The formula in which it arose, by its index in `Plan.origins`.
  public let origin: Int

  /// A fault that arose in the formula of that origin.
  public init(_ kind: FaultKind, origin: Int) {
    self.kind = kind
    self.origin = origin
  }
}
