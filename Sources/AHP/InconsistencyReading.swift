/// What judgements have by one index, beside what is acceptable.
public struct InconsistencyReading: Hashable, Sendable {
  /// The index.
  public let index: InconsistencyIndex
  /// The value of the judgements.
  public let value: Double
  /// Up to where it is acceptable, as published; nil where nobody has said.
  public let threshold: Double?

  /// Whether the value is not above the threshold, within a relative 1e-12; nil without threshold.
  public var isAcceptable: Bool? { threshold.map { value <= $0 * (1 + 1e-12) } }

  /// What a matrix has by every index; empty below three labels. O(n^3).
  public static func all(of matrix: PairwiseComparisonMatrix) -> [InconsistencyReading] {
    InconsistencyIndex.allCases.compactMap { index in
      index.value(of: matrix).map {
        InconsistencyReading(
          index: index, value: $0, threshold: index.threshold(size: matrix.size))
      }
    }
  }
}
