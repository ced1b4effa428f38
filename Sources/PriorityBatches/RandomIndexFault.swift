import AHP

/// Why there is no random index of what was asked for.
public enum RandomIndexFault: Error, Equatable, CustomStringConvertible {
  /// A missing pair that matrices of this size do not have.
  case noSuchPair(ComparedPair, size: Int)
  /// The comparisons made leave groups of rows, which count from 0, that nothing compares.
  case disconnected([[Int]])
  /// More are missing than leave the comparisons connected.
  case tooManyMissing(count: Int, size: Int)

  /// What is wrong, counting rows from 1.
  public var description: String {
    switch self {
    case .noSuchPair(let pair, let size):
      "matrices of size \(size) have no pair \(pair.first + 1)-\(pair.second + 1)"
    case .disconnected(let groups):
      "without these pairs nothing compares "
        + groups.map { "{\($0.map { "\($0 + 1)" }.joined(separator: ", "))}" }
        .joined(separator: " with ")
    case .tooManyMissing(let count, let size):
      "\(count) missing comparisons do not leave \(size) rows connected; "
        + "at most \(ComparisonGraph.mostMissing(size: size)) do"
    }
  }
}
