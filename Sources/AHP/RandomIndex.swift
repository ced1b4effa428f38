/// A table of random indices: the mean consistency index of random matrices of each size, from one
/// named source.
///
/// Tables in use differ in the second decimal, so that the same matrix has another consistency ratio
/// by each: a ratio is only worth as much as the name of its random index.
public struct RandomIndex: Hashable, Sendable {
  /// The name in files and on the command line, such as `saaty-1980`.
  public let name: String
  /// The publication the table is from.
  public let source: String
  /// The printed indices for 3, 4, 5 ... alternatives.
  private let values: [Double]

  /// The random index for matrices of `size` rows: 0 for 1 and 2, nil where the table does not reach.
  public func value(size: Int) -> Double? {
    switch size {
    case 1, 2: 0
    case 3..<3 + values.count: values[size - 3]
    default: nil
    }
  }

  /// The table of that name, or nil.
  public static func named(_ name: String) -> RandomIndex? { all.first { $0.name == name } }

  /// Every table known, in the order of their years.
  public static let all = [saaty1980, donegan1991, saaty2005, alonso2006]

  /// Saaty's first table, which most of the literature in Chinese uses: `saaty-1980`.
  public static let saaty1980 = RandomIndex(
    name: "saaty-1980",
    source: "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, New York",
    values: [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59])

  /// The table of Donegan and Dodd: `donegan-dodd-1991`.
  public static let donegan1991 = RandomIndex(
    name: "donegan-dodd-1991",
    source: "Donegan, H. A., Dodd, F. J. (1991). A note on Saaty's random indexes. "
      + "Mathematical and Computer Modelling 15(10), 135-137. doi:10.1016/0895-7177(91)90098-R",
    values: [
      0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643,
      1.4822, 1.4969,
    ])

  /// Saaty's later table: `saaty-2005`.
  public static let saaty2005 = RandomIndex(
    name: "saaty-2005",
    source: "Saaty, T. L. (2005). Theory and Applications of the Analytic Network Process. "
      + "RWS Publications, Pittsburgh",
    values: [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59])

  /// The table of Alonso and Lamata, from 100,000 matrices of each size: `alonso-lamata-2006`.
  public static let alonso2006 = RandomIndex(
    name: "alonso-lamata-2006",
    source: "Alonso, J. A., Lamata, M. T. (2006). Consistency in the analytic hierarchy process: "
      + "a new approach. International Journal of Uncertainty, Fuzziness and Knowledge-Based "
      + "Systems 14(4), 445-459. doi:10.1142/S0218488506004114",
    values: [
      0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551,
      1.5713, 1.5838,
    ])
}
