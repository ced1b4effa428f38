import AHP
import Diagnostics
import Glibc
import SeededRandom

/// Draws the judgements of an upper triangle.
public struct JudgementSampler: Sendable {
  private enum Source: Sendable {
    /// Positions on the scale of steps.
    case steps([ClosedRange<Double>])
    /// Logarithms.
    case intervals([ClosedRange<Double>])
    /// For each respondent the logarithms, and how much the respondent counts.
    case panel([[Double]], weights: [Double])
    /// Mean and standard deviation of each logarithm.
    case normal([(mean: Double, deviation: Double)])
  }

  private let source: Source
  /// The judgements as given, row by row.
  private let given: [Double]

  /// A way to draw judgements round those of a matrix.
  ///
  /// - Throws: `DiagnosedFailure` naming the pairs that a respondent has not compared, or saying that one
  ///   respondent is no panel.
  public init(
    _ spread: JudgementSpread, _ matrix: PairwiseComparisonMatrix
  ) throws(DiagnosedFailure) {
    given = matrix.upperTriangle.map(\.value)
    switch spread {
    case .steps(let width):
      source = .steps(matrix.upperTriangle.map { Scale.range(round: $0.value, width) })
    case .intervals(let bounds):
      precondition(bounds.count == matrix.upperTriangle.count, "each judgement needs its bounds")
      source = .intervals(bounds.map { log($0.lowerBound)...log($0.upperBound) })
    case .panel(let set):
      let matrices = try Self.panel(set)
      source = .panel(
        matrices.map { $0.upperTriangle.map { log($0.value) } },
        weights: set.respondents.map(\.weight))
    case .panelSpread(let set):
      source = .normal(try Self.moments(set))
    }
  }

  /// The judgements of one draw, row by row; what lies beyond the range of judgements counts as its end
  /// when `weights(of:)` makes weights of them.
  public func draw(_ generator: inout SplitMix64) -> [Double] {
    switch source {
    case .steps(let ranges):
      return ranges.map { Scale.value(at: Self.uniform($0, &generator)) }
    case .intervals(let ranges):
      return ranges.map { exp(Self.uniform($0, &generator)) }
    case .panel(let logarithms, let weights):
      return Self.resampled(logarithms, weights, &generator)
    case .normal(let moments):
      return moments.map { exp($0.mean + $0.deviation * Self.normal(&generator)) }
    }
  }

  /// One judgement moved from where it was given by a share of the way to the end of what is drawn: to the
  /// upper one for a share above 0, to the lower one below 0. Of another expert's the ends are two standard
  /// deviations away. Nil where judgements are not drawn one by one.
  public func moved(_ judgement: Int, by share: Double) -> Double? {
    let given = given[judgement]
    func moved(_ middle: Double, _ range: ClosedRange<Double>) -> Double {
      middle + abs(share) * ((share < 0 ? range.lowerBound : range.upperBound) - middle)
    }
    switch source {
    case .steps(let ranges):
      return Scale.value(at: moved(Scale.position(of: given), ranges[judgement]))
    case .intervals(let ranges): return exp(moved(log(given), ranges[judgement]))
    case .panel: return nil
    case .normal(let moments): return exp(log(given) + 2 * share * moments[judgement].deviation)
    }
  }

  /// The weights that judgements of an upper triangle give, row by row.
  ///
  /// What lies beyond the range of judgements counts as its end.
  ///
  /// - Throws: a `LinearAlgebraError`.
  public static func weights(
    of judgements: [Double], labels: [String], method: PriorityMethod
  ) throws -> [Double] {
    try drawnWeights(judgements, labels: labels, method: method)
  }

  // MARK: Random numbers

  private static func uniform(
    _ range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    let unit = generator.nextUnit()
    return range.lowerBound + (range.upperBound - range.lowerBound) * unit
  }

  /// A standard normal number by Box and Muller (1958), doi:10.1214/aoms/1177706645.
  private static func normal(_ generator: inout SplitMix64) -> Double {
    let radius = sqrt(-2 * log(1 - generator.nextUnit()))
    return radius * cos(2 * .pi * generator.nextUnit())
  }

  private static func resampled(
    _ logarithms: [[Double]], _ weights: [Double], _ generator: inout SplitMix64
  ) -> [Double] {
    var sums = logarithms[0].map { _ in 0.0 }
    var total = 0.0
    for _ in logarithms.indices {
      let chosen = generator.next(below: logarithms.count)
      total += weights[chosen]
      for index in sums.indices { sums[index] += weights[chosen] * logarithms[chosen][index] }
    }
    return sums.map { exp($0 / total) }
  }

  // MARK: Panels

  private static func panel(
    _ set: JudgementSet
  ) throws(DiagnosedFailure) -> [PairwiseComparisonMatrix] {
    try requireSeveral(set)
    var matrices: [PairwiseComparisonMatrix] = []
    for respondent in set.respondents { matrices.append(try set.matrix(of: respondent)) }
    return matrices
  }

  private static func requireSeveral(_ set: JudgementSet) throws(DiagnosedFailure) {
    guard set.respondents.count < 2 else { return }
    throw DiagnosedFailure([
      Diagnostic(
        code: "judgement.no-panel", at: set.respondents.first?.location,
        "one respondent's judgements say nothing of how a panel differs",
        suggestion: "draw round them by steps or intervals")
    ])
  }

  private static func moments(
    _ set: JudgementSet
  ) throws(DiagnosedFailure) -> [(mean: Double, deviation: Double)] {
    try requireSeveral(set)
    let count = set.labels.count
    return (0..<count).flatMap { row in
      (row + 1..<max(count, row + 1)).map { column in
        moments(
          set.respondents.compactMap { respondent in
            set.judgement(of: respondent, row, column)
              .map { (log($0.value), respondent.weight) }
          })
      }
    }
  }

  /// Mean and standard deviation of weighted numbers; the variance is unbiased where the weights say how
  /// reliable each is: divided by 1 less the sum of squares of the weights that sum to 1.
  private static func moments(
    _ values: [(value: Double, weight: Double)]
  ) -> (mean: Double, deviation: Double) {
    let total = values.reduce(0) { $0 + $1.weight }
    let mean = values.reduce(0) { $0 + $1.weight / total * $1.value }
    let squares = values.reduce(0) { $0 + ($1.weight / total) * ($1.weight / total) }
    guard squares < 1 else { return (mean, 0) }
    let spread = values.reduce(0) {
      $0 + $1.weight / total * ($1.value - mean) * ($1.value - mean)
    }
    return (mean, sqrt(spread / (1 - squares)))
  }
}

/// The scale 1/9 ... 1/2, 1, 2 ... 9 as one line: 1 lies at 0, 9 at 8 and 1/9 at -8.
private enum Scale {
  private static let end = 8.0

  static func position(of value: Double) -> Double { value >= 1 ? value - 1 : 1 - 1 / value }

  static func value(at position: Double) -> Double {
    position >= 0 ? 1 + position : 1 / (1 - position)
  }

  static func range(round value: Double, _ width: Double) -> ClosedRange<Double> {
    let middle = position(of: value)
    let end = max(end, abs(middle))
    return max(middle - width, -end)...min(middle + width, end)
  }
}
