/// The scale of judgements 1/9 ... 1/2, 1, 2 ... 9 as one line on which a step leads from one whole number
/// to the next: 1 lies at 0, 9 at 8 and 1/9 at -8.
public enum JudgementSteps {
  /// The ends of the scale.
  public static let range = -8.0...8.0

  /// Where a judgement lies; beyond the ends where it is not on the scale.
  public static func position(of value: Double) -> Double { value >= 1 ? value - 1 : 1 - 1 / value }

  /// The judgement at a place.
  public static func value(at position: Double) -> Double {
    position >= 0 ? 1 + position : 1 / (1 - position)
  }

  /// A judgement of that value, written as a fraction where it is one over a whole number.
  public static func judgement(of value: Double) -> Judgement {
    let reciprocal = (1 / value).rounded()
    if value < 1, 1 / reciprocal == value, let judgement = try? Judgement("1/\(Int(reciprocal))") {
      return judgement
    }
    let text = Int(exactly: value).map { "\($0)" } ?? "\(value)"
    return (try? Judgement(text)) ?? .equal
  }

  /// The whole step of the scale nearest to a value, by how many times it is more or less.
  public static func nearest(to value: Double) -> Judgement {
    let steps = stride(from: range.lowerBound, through: range.upperBound, by: 1).map {
      Self.value(at: $0)
    }
    let factor = { (step: Double) in max(step / value, value / step) }
    return judgement(of: steps.min { factor($0) < factor($1) } ?? 1)
  }

  /// The places so many steps round that of a judgement: not beyond the ends, unless the judgement is.
  public static func range(round value: Double, _ width: Double) -> ClosedRange<Double> {
    let middle = position(of: value)
    let end = max(range.upperBound, abs(middle))
    return max(middle - width, -end)...min(middle + width, end)
  }
}
