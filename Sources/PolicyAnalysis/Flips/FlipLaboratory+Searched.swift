extension FlipLaboratory {
  /// Into how many steps a straight way through the weights is divided.
  private static let stepsOfWay = 64

  /// A change of weights with an effect, found by trying where nothing tells the smallest: along each
  /// straight way on which one weight gains or loses all that another, or all others in proportion,
  /// lose or gain. That there is no smaller change is not said.
  func searched(
    _ norm: WeightNorm, _ outcome: ([[Double]]) -> (text: String, isOther: Bool)
  ) -> WeightFlip {
    let present = weighings.map(\.weights)
    var best: (distance: Double, weights: [[Double]])?
    for (index, weighing) in weighings.enumerated() {
      for end in Self.ends(of: weighing.weights) {
        let at = { (share: Double) -> [[Double]] in
          var weights = present
          weights[index] = zip(weighing.weights, end).map { $0 + share * ($1 - $0) }
          return weights
        }
        let length = norm.distance(present, at(1))
        guard length > 0 else { continue }
        let farthest = min(1, (best?.distance ?? .infinity) / length)
        guard let share = firstShare(upTo: farthest, { outcome(at($0)).isOther }) else { continue }
        let distance = share * length
        if distance < best?.distance ?? .infinity { best = (distance, at(share)) }
      }
    }
    guard let best else { return .notFound(bound: 0) }
    let (text, isOther) = outcome(best.weights)
    return .change(
      WeightFlip.Change(
        distance: best.distance, bound: 0, weights: best.weights, outcome: text,
        isVerified: isOther))
  }

  /// Where on the way from 0 to a share something first holds, as far as steps show it, brought closer
  /// by halving.
  private func firstShare(upTo farthest: Double, _ holds: (Double) -> Bool) -> Double? {
    var before = 0.0
    for step in 1...Self.stepsOfWay {
      let share = farthest * Double(step) / Double(Self.stepsOfWay)
      guard holds(share) else {
        before = share
        continue
      }
      var (without, with) = (before, share)
      while with - without > 1e-9 {
        let middle = (without + with) / 2
        if holds(middle) { with = middle } else { without = middle }
      }
      return with
    }
    return nil
  }

  /// Where the straight ways lead.
  private static func ends(of weights: [Double]) -> [[Double]] {
    var ends: [[Double]] = []
    for place in weights.indices {
      // All others to nothing, and this one to nothing with the others in proportion.
      ends.append(weights.indices.map { $0 == place ? 1 : 0 })
      let rest = 1 - weights[place]
      if rest > 0 { ends.append(weights.indices.map { $0 == place ? 0 : weights[$0] / rest }) }
      for other in weights.indices where other != place {
        var end = weights
        end[other] += end[place]
        end[place] = 0
        ends.append(end)
      }
    }
    return ends
  }
}
