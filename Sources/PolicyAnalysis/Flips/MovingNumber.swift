import AHP
import Glibc
import ScorecardPolicy

/// One weight or judgement that moves in one direction, as weights and as curves of keys.
struct MovingNumber {
  /// What moves.
  enum Kind {
    /// A weight, by its place.
    case weight(Int)
    /// A judgement, by its row and column.
    case judgement(row: Int, column: Int)
  }

  let weighings: [Weighing]
  /// The weighing that it stands in.
  let weighing: Int
  let kind: Kind
  let isUp: Bool

  private var own: Weighing { weighings[weighing] }
  private var direction: Double { isUp ? 1 : -1 }

  /// Its value now.
  var present: Double {
    switch kind {
    case .weight(let place): own.weights[place]
    case .judgement(let row, let column): own.judgements?.matrix[row, column] ?? 1
    }
  }

  /// Where x begins: the change of a weight; for judgements of n labels the n-th root of the factor by
  /// which it changes.
  var start: Double {
    if case .weight = kind { 0 } else { 1 }
  }

  /// Where x ends: with a weight of 0 or 1, a judgement of 1/9 or 9.
  var end: Double {
    switch kind {
    case .weight: isUp ? 1 - present : present
    case .judgement:
      max(1, pow(isUp ? 9 / present : 9 * present, 1 / Double(own.labels.count)))
    }
  }

  /// The number at x.
  func value(_ x: Double) -> Double {
    switch kind {
    case .weight: present + direction * x
    case .judgement: present * pow(x, direction * Double(own.labels.count))
    }
  }

  /// Whether keys follow x as `KeyCurve` says: judgements do where weights are row geometric means, and
  /// of two labels all methods agree.
  var hasCurves: Bool {
    guard case .judgement = kind else { return true }
    return own.judgements?.method == .geometricMean || own.labels.count == 2
  }

  /// The weights of each weighing at x.
  func weights(_ x: Double) throws -> [[Double]] {
    var weights = weighings.map(\.weights)
    switch kind {
    case .weight(let place):
      let moved = min(1, max(0, value(x)))
      let rest = 1 - present
      weights[weighing] = own.weights.enumerated().map {
        $0 == place ? moved : $1 * ((1 - moved) / rest)
      }
    case .judgement(let row, let column):
      guard let declaration = own.judgements, let judgement = Judgement(value: value(x)) else {
        return weights
      }
      var judgements = declaration.matrix.upperTriangle
      let size = own.labels.count
      judgements[row * (2 * size - row - 1) / 2 + column - row - 1] = judgement
      weights[weighing] = try PriorityVector(
        PairwiseComparisonMatrix(labels: declaration.matrix.labels, upperTriangle: judgements),
        method: declaration.method
      ).weights
    }
    return weights
  }

  /// How a subject's key follows x.
  func curve(of subject: Int, _ scores: LinearScores) -> KeyCurve {
    let factors = scores.factors(of: subject).map { $0 * scores.scale }
    let constant = scores.constant(of: subject) * scores.scale + 0.5
    let ceiling = scores.ceilingKey(of: subject) ?? .max
    let weights = weighings[scores.weighing[subject]].weights
    let sum = zip(weights, factors).map(*).reduce(0, +)
    guard scores.weighing[subject] == weighing else {
      return KeyCurve(above: (sum + constant, 0, 0), below: (1, 0, 0), ceiling: ceiling)
    }
    switch kind {
    case .weight(let place):
      let rest = (sum - weights[place] * factors[place]) / (1 - weights[place])
      return KeyCurve(
        above: (sum + constant, direction * (factors[place] - rest), 0), below: (1, 0, 0),
        ceiling: ceiling)
    case .judgement(let row, let column):
      let (gains, loses) = isUp ? (row, column) : (column, row)
      let others = weights.indices.filter { $0 != row && $0 != column }
      let below = (
        weights[loses], others.map { weights[$0] }.reduce(0, +), weights[gains]
      )
      let parts = (
        weights[loses] * factors[loses],
        others.map { weights[$0] * factors[$0] }.reduce(0, +), weights[gains] * factors[gains]
      )
      return KeyCurve(
        above: (
          parts.0 + constant * below.0, parts.1 + constant * below.1, parts.2 + constant * below.2
        ), below: below, ceiling: ceiling)
    }
  }
}
