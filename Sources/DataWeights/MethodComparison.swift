import PolicyAnalysis

/// The weights of several methods on the same data, and how much the orders agree that they give.
public struct MethodComparison: Sendable {
  /// One method: its weights and the order they give, or why there are none.
  public struct Row: Sendable {
    /// Its name, such as `entropy` or `policy * entropy`.
    public let name: String
    /// Its weights; nil when the data give none.
    public let weights: ColumnWeights?
    /// Why there are none.
    public let error: DataWeightError?
    /// For each row the sum of weights times scores; empty without weights.
    let totals: [Double]
  }

  /// The methods.
  public let rows: [Row]
  /// Spearman's rho of the orders of each two methods; nil where one has none, or everybody is equal.
  public let spearman: [[Double?]]
  /// Kendall's tau-b, likewise.
  public let kendallTauB: [[Double?]]

  /// Every method on the same data; with weights of the policy's own these too, and with each method
  /// from data both combinations. O(methods^2 * rows * log rows).
  ///
  /// - Parameter share: what the policy's weights count in a linear combination, from 0 to 1.
  public init(
    _ data: DataColumns, policy: ColumnWeights?, normalization: DataNormalization, share: Double
  ) {
    var rows = policy.map { [Self.row("policy", data, $0)] } ?? []
    var own: [(DataWeightMethod, ColumnWeights)] = []
    for method in DataWeightMethod.allCases {
      rows.append(
        Self.row(method.rawValue, data) { () throws(DataWeightError) in
          let weights = try ColumnWeights(data, method: method, normalization: normalization)
          if method != .equal { own.append((method, weights)) }
          return weights
        })
    }
    for (method, weights) in own {
      guard let policy else { continue }
      for (sign, combination) in [
        ("*", WeightCombination.multiplicative), ("+", .linear(share: share)),
      ] {
        rows.append(
          Self.row("policy \(sign) \(method.rawValue)", data) { () throws(DataWeightError) in
            try policy.combined(with: weights, by: combination)
          })
      }
    }
    self.rows = rows
    let totals = rows.map(\.totals)
    func table(_ correlation: ([Double], [Double]) -> Double?) -> [[Double?]] {
      totals.map { one in
        totals.map { other in
          one.isEmpty || other.isEmpty ? nil : correlation(one, other)
        }
      }
    }
    spearman = table(RankCorrelation.spearman)
    kendallTauB = table(RankCorrelation.kendallTauB)
  }

  private static func row(_ name: String, _ data: DataColumns, _ weights: ColumnWeights) -> Row {
    Row(name: name, weights: weights, error: nil, totals: ranked(data.totals(weights.weights)))
  }

  private static func row(
    _ name: String, _ data: DataColumns, _ weights: () throws(DataWeightError) -> ColumnWeights
  ) -> Row {
    do throws(DataWeightError) {
      return row(name, data, try weights())
    } catch {
      return Row(name: name, weights: nil, error: error, totals: [])
    }
  }

  /// Totals to the nine digits behind the point in which methods may differ: what rounding alone tells
  /// apart is equal.
  private static func ranked(_ totals: [Double]) -> [Double] {
    totals.map { ($0 * 1e9).rounded() / 1e9 }
  }
}
