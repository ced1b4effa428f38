/// How weights are derived from data instead of judgements.
public enum DataWeightMethod: String, CaseIterable, Sendable {
  /// The same weight for each column.
  case equal
  /// One less the entropy of each column's shares: what is spread unevenly counts more (熵权法).
  ///
  /// Shannon, C. E. (1948), Bell System Technical Journal 27(3), 379-423,
  /// doi:10.1002/j.1538-7305.1948.tb01338.x; as a weight Hwang, C. L., Yoon, K. (1981), Multiple
  /// Attribute Decision Making, Springer, doi:10.1007/978-3-642-48318-9.
  case entropy
  /// Criteria importance through intercriteria correlation: the standard deviation of each column,
  /// stretched to 0 ... 1, times the sum of one less its correlation with each other column.
  ///
  /// Diakoulaki, D., Mavrotas, G., Papayannakis, L. (1995), Computers & Operations Research 22(7),
  /// 763-770, doi:10.1016/0305-0548(94)00059-H.
  case critic
  /// The standard deviation of each column divided by its mean.
  ///
  /// Pearson, K. (1896), Philosophical Transactions of the Royal Society A 187, 253-318,
  /// doi:10.1098/rsta.1896.0007, for the coefficient (变异系数法).
  case variation = "coefficient-of-variation"
}
