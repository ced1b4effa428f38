import ScorecardPolicy
import ScoringPlan

/// Brings the values of one group of subjects after another together into one.
struct GroupSummary {
  private let function: PopulationFunction
  private var exact = ExactSum()

  init(_ function: PopulationFunction) { self.function = function }

  /// The value of a group, and its state; the values may change places.
  mutating func value(of values: UnsafeMutableBufferPointer<Double>) -> (Double, UInt8) {
    if function == .sum { return Self.sound(sum(values)) }
    if values.isEmpty { return (0, ValueState.missing) }
    switch function {
    case .average: return Self.sound(sum(values) / Double(values.count))
    case .standardDeviation: return standardDeviation(values)
    case .median: return median(values)
    case .minimum: return extreme(values.reduce(.infinity, Swift.min))
    case .maximum: return extreme(values.reduce(-.infinity, Swift.max))
    case .sum, .count, .rank, .percentRank:
      preconditionFailure("\(function.rawValue) is not a value of a group")
    }
  }

  private mutating func sum(_ values: UnsafeMutableBufferPointer<Double>) -> Double {
    for value in values { exact.add(value) }
    return exact.takeRounded()
  }

  /// The root of the mean squared distance from the mean, both sums exact and rounded once.
  private mutating func standardDeviation(
    _ values: UnsafeMutableBufferPointer<Double>
  ) -> (Double, UInt8) {
    let count = Double(values.count)
    let mean = sum(values) / count
    let squares = values.lazy.map { ($0 - mean) * ($0 - mean) }
    guard mean.isFinite, squares.allSatisfy(\.isFinite) else { return Self.overflow }
    for square in squares { exact.add(square) }
    return Self.sound((exact.takeRounded() / count).squareRoot())
  }

  private func median(_ values: UnsafeMutableBufferPointer<Double>) -> (Double, UInt8) {
    var values = values
    values.sort()
    let (lower, upper) = (values[(values.count - 1) / 2], values[values.count / 2])
    return extreme(values.count % 2 == 1 ? upper : (lower + upper) / 2)
  }

  /// A value with minus zero as zero, so that the order of subjects cannot show.
  private func extreme(_ value: Double) -> (Double, UInt8) { Self.sound(value + 0) }

  private static let overflow = (0.0, FaultKind.overflow.rawValue)

  private static func sound(_ value: Double) -> (Double, UInt8) {
    value.isFinite ? (value, ValueState.present) : overflow
  }
}
