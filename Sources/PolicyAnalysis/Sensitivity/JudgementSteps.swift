import AHP

/// The scale of judgements 1/9 ... 1/2, 1, 2 ... 9 as one line on which a step leads from one whole number
/// to the next: 1 lies at 0, 9 at 8 and 1/9 at -8.
enum JudgementSteps {
  /// The ends of the scale.
  static let range = -8.0...8.0

  /// Where a judgement lies.
  static func position(of value: Double) -> Double { value >= 1 ? value - 1 : 1 - 1 / value }

  /// The judgement at a place.
  static func value(at position: Double) -> Double {
    position >= 0 ? 1 + position : 1 / (1 - position)
  }

  /// A judgement of that value, written as a fraction below 1 where it is on the scale.
  static func judgement(of value: Double) -> Judgement {
    let reciprocal = (1 / value).rounded()
    if value < 1, 1 / reciprocal == value, let judgement = try? Judgement("1/\(Int(reciprocal))") {
      return judgement
    }
    return (try? Judgement(value.asWrittenJudgement)) ?? Judgement(value: value) ?? .equal
  }
}

extension Double {
  /// Whole numbers without a point, as people write judgements.
  fileprivate var asWrittenJudgement: String { Int(exactly: self).map { "\($0)" } ?? "\(self)" }
}
