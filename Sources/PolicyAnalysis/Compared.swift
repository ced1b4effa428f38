/// Something under the policy that is the baseline, and under another.
public struct Compared<Value: Sendable>: Sendable {
  /// Under the baseline.
  public let before: Value
  /// Under the other policy.
  public let after: Value

  /// Two values of the same thing.
  public init(before: Value, after: Value) {
    self.before = before
    self.after = after
  }

  /// What a function makes of each.
  public func map<Result: Sendable>(_ transform: (Value) -> Result) -> Compared<Result> {
    Compared<Result>(before: transform(before), after: transform(after))
  }
}

extension Compared: Equatable where Value: Equatable {}
extension Compared: Encodable where Value: Encodable {}

extension Compared<Double> {
  /// How much more it is after than before; where that is beyond all doubles, the largest of them.
  public var change: Double {
    let largest = Double.greatestFiniteMagnitude
    return min(max(after - before, -largest), largest)
  }
}
