import ScoringPlan

/// The numbers that cells of a column can hold: whole multiples of its last decimal, between bounds.
///
/// A number is counted in such units, so that a trial's value is the very double that a file with that
/// decimal would be read as.
public struct DecimalGrid: Sendable, Equatable {
  /// More decimals are taken for noise.
  static let mostDecimals = 6

  /// The decimals that the column's numbers have.
  public let decimals: Int
  private let scale: Double
  /// How many units are one step: a hundredth of the range that holds the middle nine tenths of the column's
  /// numbers, at least one unit.
  let step: Int64
  /// The units that cells may have: as the policy allows, and within ten such ranges of what is there.
  let bounds: ClosedRange<Int64>

  /// The grid of a column's numbers, of which there is at least one.
  init(_ numbers: [Double], minimum: Double?, maximum: Double?) {
    let sorted = numbers.sorted()
    let decimals = Self.decimals(of: sorted)
    let scale = ScoreKey.scale(decimals)
    let units = { (number: Double) in Int64(min(max((number * scale).rounded(), -4e18), 4e18)) }
    let (low, high) = (units(sorted[0]), units(sorted[sorted.count - 1]))
    let middle =
      units(Quantile.of(sorted, share: 0.95)) - units(Quantile.of(sorted, share: 0.05))
    let spread = middle > 0 ? middle : high - low
    step = max(1, spread / Int64(IncentiveOptions.stepsInSpread))
    let reach = step * Int64(ProbeOffsets.farthest)
    // A bound itself may have more decimals than the column's cells.
    let floor = minimum.map { Int64(max(($0 * scale - 1e-6).rounded(.up), -4e18)) }
    let ceiling = maximum.map { Int64(min(($0 * scale + 1e-6).rounded(.down), 4e18)) }
    let least = max(low &- reach, floor ?? .min)
    bounds = min(least, low)...max(min(high &+ reach, ceiling ?? .max), high)
    (self.decimals, self.scale) = (decimals, scale)
  }

  /// The number of some units.
  func number(_ units: Int64) -> Double { Double(units) / scale }

  /// The units nearest to a number.
  func units(_ number: Double) -> Int64 {
    Int64(min(max((number * scale).rounded(), -4e18), 4e18))
  }

  /// The least number of decimals with which all numbers can be written, as far as that is sensible.
  private static func decimals(of numbers: [Double]) -> Int {
    var decimals = 0
    var scale = 1.0
    for number in numbers {
      while decimals < mostDecimals, (number * scale).rounded() / scale != number {
        decimals += 1
        scale *= 10
      }
    }
    return decimals
  }
}
