/// Weights of columns: not negative, with sum 1.
public struct ColumnWeights: Hashable, Sendable {
  /// The names of the columns.
  public let labels: [String]
  /// A weight for each.
  public let weights: [Double]
  /// Columns that hold one and the same number in all rows and so have weight 0.
  public let constants: [String]

  /// Numbers that are not negative, not all 0, divided by their sum.
  public init(labels: [String], proportions: [Double], constants: [String] = []) {
    let sum = proportions.reduce(0, +)
    precondition(sum > 0, "at least one column needs a weight above 0")
    self.labels = labels
    self.constants = constants
    weights = proportions.map { $0 / sum }
  }

  /// The weights that data give.
  ///
  /// More is better in each column: costs must be turned round first. A constant column tells nobody
  /// apart and has weight 0, but with `equal`. CRITIC always stretches the columns to 0 ... 1, as its
  /// authors do. O(rows * columns), with CRITIC O(rows * columns^2).
  public init(
    _ data: DataColumns, method: DataWeightMethod, normalization: DataNormalization = .raw
  ) throws(DataWeightError) {
    guard method != .equal else {
      self.init(labels: data.labels, proportions: data.labels.map { _ in 1 })
      return
    }
    guard data.rowCount > 1 else { throw .tooFewRows(data.rowCount) }
    let isConstant = data.isConstant
    guard isConstant.contains(false) else { throw .allConstant }
    // What is constant has weight 0 whatever it is, a 0 or a negative number too.
    let differing = data.labels.indices.filter { !isConstant[$0] }
    let part = DataColumns(
      labels: differing.map { data.labels[$0] }, columns: differing.map { data.columns[$0] })
    let normalized = normalization == .minMax ? part.stretched : part
    let importance =
      switch method {
      case .equal: differing.map { _ in 1.0 }
      case .entropy: try Self.entropyImportance(normalized)
      case .critic: try Self.criticImportance(part)
      case .variation: try Self.variationImportance(normalized)
      }
    var proportions = data.labels.map { _ in 0.0 }
    for (index, value) in zip(differing, importance) { proportions[index] = value }
    guard proportions.contains(where: { $0 > 0 }) else { throw .allConstant }
    self.init(
      labels: data.labels, proportions: proportions,
      constants: data.labels.indices.filter { isConstant[$0] }.map { data.labels[$0] })
  }

  /// These weights and others of the same columns in one.
  ///
  /// - Throws: `nothingShared` when a product is 0 in every column.
  public func combined(
    with other: ColumnWeights, by combination: WeightCombination
  ) throws(DataWeightError) -> ColumnWeights {
    precondition(labels == other.labels, "both weigh the same columns")
    let pairs = zip(weights, other.weights)
    let proportions =
      switch combination {
      case .multiplicative: pairs.map { $0 * $1 }
      case .linear(let share): pairs.map { share * $0 + (1 - share) * $1 }
      }
    guard proportions.contains(where: { $0 > 0 }) else { throw .nothingShared }
    return ColumnWeights(
      labels: labels, proportions: proportions, constants: constants + other.constants)
  }
}
