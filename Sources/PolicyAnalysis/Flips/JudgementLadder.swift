import AHP

/// The steps that one judgement can take on the scale 1/9, 1/8 ... 1/2, 1, 2 ... 9.
///
/// A judgement between two steps takes its first step to the next of them.
struct JudgementLadder {
  /// The scale, from 1/9 to 9.
  static let scale: [Judgement] =
    (2...9).reversed().compactMap { try? Judgement("1/\($0)") }
    + (1...9).compactMap { try? Judgement("\($0)") }

  private let below: [Judgement]
  private let above: [Judgement]
  private let present: Judgement

  init(_ judgement: Judgement) {
    present = judgement
    let tolerance = 1e-9 * judgement.value
    below = Self.scale.filter { $0.value < judgement.value - tolerance }.reversed()
    above = Self.scale.filter { $0.value > judgement.value + tolerance }
  }

  /// The judgement so many steps up, or down where the number is below 0; nil beyond the scale.
  subscript(steps: Int) -> Judgement? {
    if steps == 0 { return present }
    let side = steps > 0 ? above : below
    return side.indices.contains(abs(steps) - 1) ? side[abs(steps) - 1] : nil
  }

  /// The ways in which judgements can take so many steps in all, in a fixed order: steps of each, up
  /// first. Calls `body` for each.
  static func each(
    _ ladders: [JudgementLadder], steps: Int, _ body: ([Int]) throws -> Void
  ) rethrows {
    var taken = [Int](repeating: 0, count: ladders.count)
    func place(_ index: Int, _ left: Int) throws {
      if index == ladders.count {
        if left == 0 { try body(taken) }
        return
      }
      for size in 0...left {
        for sign in size == 0 ? [1] : [1, -1] where ladders[index][sign * size] != nil {
          taken[index] = sign * size
          try place(index + 1, left - size)
        }
      }
      taken[index] = 0
    }
    try place(0, steps)
  }
}
