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
      let place = Self.place(present)
      let (low, high) = (max(place - Self.steps, -8), min(place + Self.steps, 8))
      values = Neighbourhood(
        of: number, from: Self.judgement(min(low, place)), to: Self.judgement(max(high, place)),
        step: 1)
      return
    }
    // Nothing that is not negative may become so, and no weight exceed 1.
    let below = present < 0 ? Self.steps : min(Self.steps, (present / step + 1e-9).rounded(.down))
    let isShare = number.kind == .weight || number.kind == .share
    let above = isShare ? min(Self.steps, ((1 - present) / step + 1e-9).rounded(.down)) : Self.steps
    values = Neighbourhood(
      of: number, from: present - below * step, to: present + above * step, step: step)
  }

  /// Where a judgement lies on the scale, in steps from 1.
  private static func place(_ value: Double) -> Double { value >= 1 ? value - 1 : 1 - 1 / value }

  private static func judgement(_ place: Double) -> Double {
    place >= 0 ? 1 + place : 1 / (1 - place)
  }
}
