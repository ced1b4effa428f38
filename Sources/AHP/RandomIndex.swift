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
  public static let all = [
    saaty1980, golden1989, donegan1991, aguaron2003, saaty2005, alonso2006, cho2019,
  ]

  /// Saaty's first table, which most of the literature in Chinese uses: `saaty-1980`.
  public static let saaty1980 = RandomIndex(
    name: "saaty-1980",
    source: "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, New York",
    values: [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59])

  /// The table of Golden and Wang, as Alonso and Lamata (2006) print it: `golden-wang-1989`.
  public static let golden1989 = RandomIndex(
    name: "golden-wang-1989",
    source:
      "Golden, B. L., Wang, Q. (1989). An alternate measure of consistency. In: Golden, B. L., "
      + "Wasil, E. A., Harker, P. T. (eds.), The Analytic Hierarchy Process: Applications and "
      + "Studies, Springer, 68-81; as reprinted by Alonso and Lamata (2006)",
    values: [
      0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571,
      1.5714, 1.5831,
    ])

  /// The table of Donegan and Dodd: `donegan-dodd-1991`.
  public static let donegan1991 = RandomIndex(
    name: "donegan-dodd-1991",
    source: "Donegan, H. A., Dodd, F. J. (1991). A note on Saaty's random indexes. "
      + "Mathematical and Computer Modelling 15(10), 135-137. doi:10.1016/0895-7177(91)90098-R",
    values: [
      0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643,
      1.4822, 1.4969,
    ])

  /// The table of Aguaron and Moreno-Jimenez, to 16 alternatives: `aguaron-moreno-jimenez-2003`.
  public static let aguaron2003 = RandomIndex(
    name: "aguaron-moreno-jimenez-2003",
    source: "Aguaron, J., Moreno-Jimenez, J. M. (2003). The geometric consistency index: "
      + "approximated thresholds. European Journal of Operational Research 147(1), 137-145. "
      + "doi:10.1016/S0377-2217(02)00255-2",
    values: [
      0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.570, 1.583,
      1.595,
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

  /// The table of the R package ahpsurvey, from 500,000 matrices of each size, to 50 alternatives:
  /// `ahpsurvey-2019`.
  public static let cho2019 = RandomIndex(
    name: "ahpsurvey-2019",
    source: "Cho, F. (2019). ahpsurvey: Analytic Hierarchy Process for Survey Data. R package, "
      + "https://CRAN.R-project.org/package=ahpsurvey",
    values: [
      0.5251686, 0.8836651, 1.1081014, 1.2492774, 1.3415514, 1.4048466, 1.4507197, 1.4857266,
      1.5141022, 1.5356638, 1.5545925, 1.5703498, 1.5839958, 1.5955704, 1.6053208, 1.6140648,
      1.6218900, 1.6288505, 1.6355145, 1.6410749, 1.6462439, 1.6509834, 1.6554325, 1.6592237,
      1.6631050, 1.6662368, 1.6696396, 1.6723214, 1.6751007, 1.6778474, 1.6801459, 1.6824754,
      1.6844494, 1.6865981, 1.6884438, 1.6901943, 1.6918461, 1.6935071, 1.6950605, 1.6965334,
      1.6979425, 1.6992006, 1.7004654, 1.7016392, 1.7027780, 1.7038778, 1.7050314, 1.7060381,
    ])
}
