/// What entropy and the coefficient of variation are computed of.
public enum DataNormalization: String, CaseIterable, Sendable {
  /// The numbers as they are.
  case raw
  /// (x - smallest) / (largest - smallest), from 0 to 1 (极差标准化); what entropy needs where there are
  /// negative numbers.
  case minMax = "min-max"
}
