/// How a number of one person moves with each judgement, near where the judgements are.
public enum JudgementSlope: Sendable, Equatable {
  /// Why a number that depends on judgements has no derivative by them, or one that would mislead.
  public enum Obstacle: String, Sendable, CaseIterable, Encodable {
    /// It is rounded, so that it moves by steps.
    case rounding
    /// It moves by steps, where a condition or a step function on it turns.
    case threshold
    /// It stands exactly at a floor, a cap or another smallest or largest number.
    case bound
    /// It stands exactly at a point of a curve where the slope changes, or where a function has none.
    case corner
    /// It comes of a grade.
    case grade
    /// It comes of a rank.
    case rank
    /// It comes of other people's numbers otherwise than by sums and means.
    case population
  }

  /// It does not depend on judgements.
  case constant
  /// The derivative by each judgement: by how much it rises when the judgement does by 1.
  case smooth([Double])
  /// There is none.
  case stepped(Obstacle)

  /// The derivatives; zeros where it does not depend on judgements, nil where there are none.
  public func derivatives(count: Int) -> [Double]? {
    switch self {
    case .constant: [Double](repeating: 0, count: count)
    case .smooth(let derivatives): derivatives
    case .stepped: nil
    }
  }

  /// Why there are none; nil where there are.
  public var obstacle: Obstacle? {
    if case .stepped(let obstacle) = self { obstacle } else { nil }
  }

  /// The slope of a sum of factors times numbers with these slopes.
  static func sum(_ terms: [(factor: Double, slope: JudgementSlope)]) -> JudgementSlope {
    var sum: [Double]?
    for term in terms {
      switch term.slope {
      case .constant: continue
      case .stepped: return term.slope
      case .smooth(let derivatives):
        var total = sum ?? [Double](repeating: 0, count: derivatives.count)
        for index in total.indices { total[index] += term.factor * derivatives[index] }
        sum = total
      }
    }
    return sum.map(JudgementSlope.smooth) ?? .constant
  }

  /// The slope of a function of the number, whose derivative there is given.
  func times(_ derivative: Double) -> JudgementSlope { .sum([(derivative, self)]) }
}
