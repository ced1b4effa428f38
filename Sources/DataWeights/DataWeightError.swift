/// Why data give no weights by a method.
public enum DataWeightError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are fewer than two rows, so that nothing differs.
  case tooFewRows(Int)
  /// A number is negative, and has no share of a sum.
  case negative(label: String, value: Double)
  /// The mean of a column is not positive, and nothing can be compared with it.
  case meanNotPositive(label: String, mean: Double)
  /// Every column holds one and the same number.
  case allConstant
  /// All columns say the same: their correlations are 1, and CRITIC sees no conflict.
  case noConflict
  /// The weights that are to be combined share no column.
  case nothingShared

  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .tooFewRows(let count): "weights from data need at least two rows, not \(count)"
    case .negative(let label, let value):
      "\(label) has the negative number \(value), of which entropy can take no share"
    case .meanNotPositive(let label, let mean):
      "the mean of \(label) is \(mean), and a coefficient of variation needs one above 0"
    case .allConstant: "every column holds the same number in all rows, and tells nothing apart"
    case .noConflict:
      "all columns that differ at all are perfectly correlated, so CRITIC gives each 0"
    case .nothingShared: "no column has a weight above 0 in both, so their product is 0 everywhere"
    }
  }

  /// What to do about it; nil where nothing helps.
  public var suggestion: String? {
    switch self {
    case .negative, .meanNotPositive: "stretch the columns to 0 ... 1 with --normalization min-max"
    case .noConflict: "take another method, such as entropy"
    case .nothingShared: "combine them linearly"
    case .tooFewRows, .allConstant: nil
    }
  }
}
