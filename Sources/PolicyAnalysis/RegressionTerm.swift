/// What one coefficient of a regression stands for.
public struct RegressionTerm: Hashable, Sendable {
  /// The driver's column; nil for the intercept.
  public let driver: String?
  /// The text of the driver that the coefficient is for; nil when the driver is a number.
  public let text: String?

  /// Where every number driver is 0 and every text driver has its base text.
  static let intercept = RegressionTerm(driver: nil, text: nil)
}
