import ScorecardPolicy

/// What a number column holds when no hint says it: by its unit and bounds.
struct ColumnDefaults {
  let distribution: GenerateHint.Distribution
  let decimals: Int

  init(_ column: ColumnDeclaration) {
    let usual = Self.usual(column.unit)
    let isCalendarYear = column.unit == Unit(.year) && column.minimum ?? 0 >= 1000
    decimals = isCalendarYear ? 0 : usual.decimals
    switch (column.minimum, column.maximum) {
    case (let low?, let high?):
      distribution = Self.within(low, high, isWhole: decimals == 0)
    case (let low?, nil) where low >= usual.median / 2:
      distribution = .uniform(from: low, to: low + max(usual.median, low))
    case (nil, let high?) where high <= usual.median * 2:
      distribution = .uniform(from: high - max(usual.median, abs(high)), to: high)
    default:
      distribution =
        usual.isSymmetric
        ? .normal(mean: usual.median, deviation: usual.spread)
        : .lognormal(median: usual.median, sigma: usual.spread)
    }
  }

  /// Between two bounds: small whole numbers alike, all else mostly in the upper half, as marks and
  /// rates are.
  private static func within(
    _ low: Double, _ high: Double, isWhole: Bool
  ) -> GenerateHint.Distribution {
    if isWhole { return .uniform(from: low - 0.499, to: high + 0.499) }
    return low == 0 && high > 0
      ? .beta(a: 8, b: 2, scale: high)
      : .normal(mean: low + 0.6 * (high - low), deviation: 0.12 * (high - low))
  }

  private struct Usual {
    let median: Double
    let spread: Double
    let decimals: Int
    var isSymmetric = false
  }

  private static func usual(_ unit: Unit?) -> Usual {
    guard let unit, unit.exponents.count == 1, let (name, power) = unit.exponents.first, power == 1
    else { return Usual(median: 10, spread: 0.6, decimals: 2) }
    return switch name {
    case .yuan: Usual(median: 8000, spread: 0.5, decimals: 2)
    case .tenThousandYuan: Usual(median: 100, spread: 0.8, decimals: 2)
    case .hundredMillionYuan: Usual(median: 2, spread: 0.8, decimals: 4)
    case .ratio: Usual(median: 0.95, spread: 0.15, decimals: 4)
    case .percent: Usual(median: 92, spread: 0.12, decimals: 2)
    case .point: Usual(median: 88, spread: 12, decimals: 1, isSymmetric: true)
    case .year: Usual(median: 5, spread: 0.7, decimals: 1)
    case .month: Usual(median: 6, spread: 0.7, decimals: 0)
    case .day: Usual(median: 12, spread: 0.5, decimals: 0)
    case .hour: Usual(median: 8, spread: 0.7, decimals: 1)
    case .minute: Usual(median: 30, spread: 0.8, decimals: 0)
    case .count: Usual(median: 12, spread: 0.6, decimals: 0)
    case .person: Usual(median: 60, spread: 0.6, decimals: 0)
    }
  }
}
