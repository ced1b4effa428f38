/// Why no repair can be looked for.
public enum RepairError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no consistency ratio for matrices of this size.
  case noRandomIndex(size: Int, source: String)
  /// No ratio is below this limit.
  case limitNotPositive(Double)

  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .noRandomIndex(let size, let source):
      "there is no consistency ratio: the random index \(source) does not reach \(size) labels"
    case .limitNotPositive(let limit):
      "no consistency ratio is below \(limit): the maximum must be above 0"
    }
  }

  /// What to do about it.
  public var suggestion: String {
    switch self {
    case .noRandomIndex:
      "compare fewer things at a time: group them, weigh the groups, then inside each"
    case .limitNotPositive: "0.1 is usual"
    }
  }
}
