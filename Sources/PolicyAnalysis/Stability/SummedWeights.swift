import ScoringPlan

/// The weights of one draw as sums need them, and between which whole numbers all totals then lie.
struct SummedWeights: Sendable {
  /// Whole units of the last decimal.
  struct Span {
    /// What nobody exceeds.
    let best: Int
    /// How many units lie between the best and the worst, both counted.
    let size: Int

    /// What nobody falls below.
    var worst: Int { best - size + 1 }
  }

  private let shape: [(weight: ParameterSlot, terms: [ParameterSlot])]
  private let columns: SummedColumns
  private let scale: Double
  /// For each slot its place in a draw; others have the base's values.
  private let places: [ParameterSlot: Int]
  private let base: ParameterVector
  private let draws: PolicyDraws

  init(
    _ shape: SummedShape, _ columns: SummedColumns, _ base: ParameterVector, _ draws: PolicyDraws,
    scale: Double
  ) {
    self.shape = shape.parts.map { part, weight in
      guard case .sum(let terms) = part else { return (weight, []) }
      return (weight, terms.compactMap(\.weight.slot))
    }
    (self.columns, self.base, self.draws, self.scale) = (columns, base, draws, scale)
    places = Dictionary(
      draws.slots.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, last in last })
  }

  private func value(_ slot: ParameterSlot, _ draw: Int) -> Double {
    places[slot].map { draws.weight($0, of: draw) } ?? base[slot]
  }

  /// The weights of a draw for the people of a layer: those of the parts, then those of all terms,
  /// rescaled where terms are left out; 0 for these.
  func weights(of draw: Int, _ layer: SummedColumns.Layer) -> [Double] {
    var weights = shape.map { value($0.weight, draw) }
    var first = 0
    for part in shape where !part.terms.isEmpty {
      let isKept = layer.isKept[first..<first + part.terms.count]
      first += part.terms.count
      let own = part.terms.map { value($0, draw) }
      var divisor: Double?
      if isKept.contains(false) {
        for (weight, isKept) in zip(own, isKept) where isKept {
          divisor = divisor.map { $0 + weight } ?? weight
        }
      }
      for (weight, isKept) in zip(own, isKept) {
        weights.append(isKept ? divisor.map { weight / $0 } ?? weight : 0)
      }
    }
    return weights
  }

  /// Between which whole numbers the totals of a draw lie, and the finals; nil where they may be too far
  /// apart or too large for what counts them, or weights are not positive.
  func spans(of draw: Int) -> (total: Span, final: Span)? {
    var (low, high) = (0.0, 0.0)
    for (part, bounds) in zip(shape, columns.bounds) {
      let weight = value(part.weight, draw)
      let terms = part.terms.map { value($0, draw) }
      let isMean = terms.isEmpty || abs(terms.reduce(0, +) - 1) < 1e-9
      // A sum that is a mean lies between its terms, but for rounding, for which there is room below.
      guard weight >= 0, isMean, terms.allSatisfy({ $0 >= 0 }) else { return nil }
      low += weight * bounds.lowerBound
      high += weight * bounds.upperBound
    }
    let lowest = min(low - columns.largestDeduction, columns.smallestCap - columns.largestDeduction)
    guard let total = span(low, high), let final = span(lowest, high) else { return nil }
    return (total, final)
  }

  private func span(_ low: Double, _ high: Double) -> Span? {
    let (first, last) = ((low * scale).rounded(.down) - 2, (high * scale).rounded(.up) + 2)
    guard abs(first) < 1e9, abs(last) < 1e9, last - first < 65_000 else { return nil }
    return Span(best: Int(last), size: Int(last - first) + 1)
  }
}
