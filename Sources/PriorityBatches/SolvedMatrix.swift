/// The priorities and the consistency of one matrix of a batch.
public struct SolvedMatrix: Hashable, Sendable {
  /// The weight of each row; they sum to 1. The slice does not begin at 0.
  public let weights: ArraySlice<Double>
  /// The principal eigenvalue, at least n.
  public let lambdaMax: Double
  /// A rigorous interval round the eigenvalue.
  public let lambdaMaxBounds: ClosedRange<Double>
  let randomIndex: Double?

  /// (lambdaMax - n) / (n - 1); 0 for one and two rows.
  public var consistencyIndex: Double {
    let size = Double(weights.count)
    return size > 2 ? (lambdaMax - size) / (size - 1) : 0
  }

  /// The consistency index divided by the random index; 0 for one and two rows, nil without random
  /// index.
  public var consistencyRatio: Double? {
    guard weights.count > 2 else { return 0 }
    return randomIndex.map { consistencyIndex / $0 }
  }
}
