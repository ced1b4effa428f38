import Foundation
import AHP
import ScoringPlan

/// The values at which a number of a policy is tried.
public struct Neighbourhood: Sendable, Equatable {
  /// In ascending order, each once; the present value is among them where there is one between them.
  public let values: [Double]

  /// What is near the present value of a number, according to its kind:
  ///
  /// - a judgement: one step of the scale 1/9 ... 9 to either side, and not beyond its ends;
  /// - a weight: 2.5 and 5 points (hundredths) to either side, between 0 and 1;
  /// - seats, and other numbers of things or people: one to either side, and not below 0; so too a whole
  ///   number up to 10 in a formula of a gate, and any number that is 0;
  /// - any other: 5 and 10 per cent to either side.
  public init(of number: PolicyNumber) {
    guard let present = number.value else {
      values = []
      return
    }
    values = Self.unique(Self.values(number, present))
  }

  /// The values from one to another, both included where the steps meet them: in steps of the scale for a
  /// judgement, in equal distances for any other number. Nil unless the step is above 0, the second is
  /// not below the first, and there are at most a thousand.
  public init?(of number: PolicyNumber, from: Double, to: Double, step: Double) {
    let isJudgement = number.kind == .judgement
    let (first, last) =
      isJudgement
      ? (JudgementSteps.position(of: from), JudgementSteps.position(of: to)) : (from, to)
    let count = ((last - first) / step + 1e-9).rounded(.down)
    guard step > 0, count >= 0, count < 1000 else { return nil }
    let found = (0...Int(count)).map { index in
      let place = Self.decimal(first + Double(index) * step)
      return isJudgement ? JudgementSteps.value(at: place) : place
    }
    let present = number.value.map { from < $0 && $0 < to ? [$0] : [] } ?? []
    values = Self.unique(found + present)
  }

  private static func values(_ number: PolicyNumber, _ present: Double) -> [Double] {
    switch number.kind {
    case .judgement:
      let position = JudgementSteps.position(of: present)
      return [-1, 0, 1].map { position + $0 }
        .filter { JudgementSteps.range.contains($0) || $0 == position }
        .map { $0 == position ? present : JudgementSteps.value(at: $0) }
    case .weight:
      return [-0.05, -0.025, 0, 0.025, 0.05].map { decimal(present + $0, besides: present) }
        .filter { 0...1 ~= $0 }
    case .seats: return [-1, 0, 1].map { present + $0 }.filter { $0 >= 0 }
    default:
      let isCounted =
        [.count, .person].contains { number.unit == .init($0) }
        || number.kind == .gateNumber && present.magnitude <= 10
          && present == present.rounded()
      if isCounted || present == 0 {
        return [-1, 0, 1].map { present + $0 }.filter { !isCounted || $0 >= 0 }
      }
      return [-0.1, -0.05, 0, 0.05, 0.1].map { decimal(present * (1 + $0), besides: present) }
    }
  }

  /// A number without the noise of adding doubles.
  private static func decimal(_ number: Double, besides present: Double? = nil) -> Double {
    if number == present { return number }
    return Double(String(format: "%.12g", number)) ?? number
  }

  private static func unique(_ values: [Double]) -> [Double] {
    values.sorted().reduce(into: []) { unique, value in
      if unique.last != value { unique.append(value) }
    }
  }
}
