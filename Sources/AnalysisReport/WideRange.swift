import AHP
import PolicyAnalysis

/// A wider range of values than the neighbourhood of a number: three of its largest steps to either side.
struct WideRange {
  private static let steps = 3.0

  /// Nil where there is none, as nothing beside the present value can be.
  let values: Neighbourhood?

  /// The range round the present value of a number whose neighbourhood was tried.
  init(_ near: NumberResponse) {
    let number = near.number
    let distances = near.points.map { abs($0.value - (number.value ?? $0.value)) }
    guard let present = number.value, let step = distances.max(), step > 0 else {
      values = nil
      return
    }
    if number.kind == .judgement {
      let places = JudgementSteps.range(round: present, Self.steps)
      values = Neighbourhood(
        of: number, from: JudgementSteps.value(at: places.lowerBound),
        to: JudgementSteps.value(at: places.upperBound), step: 1)
      return
    }
    // Nothing that is not negative may become so, and no weight exceed 1.
    let below = present < 0 ? Self.steps : min(Self.steps, (present / step + 1e-9).rounded(.down))
    let isShare = number.kind == .weight || number.kind == .share
    let above = isShare ? min(Self.steps, ((1 - present) / step + 1e-9).rounded(.down)) : Self.steps
    values = Neighbourhood(
      of: number, from: present - below * step, to: present + above * step, step: step)
  }
}
