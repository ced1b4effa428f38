extension SeededGenerator {
  /// Between 0 and 1, never either.
  mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
  }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// The index of a weight, drawn in proportion to the weights; at least one is above zero.
  mutating func index(weights: [Double]) -> Int {
    var left = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() where weight > 0 {
      left -= weight
      if left < 0 { return index }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// Standard normal, by Marsaglia's polar method.
  mutating func normal() -> Double {
    while true {
      let x = uniform(-1...1)
      let y = uniform(-1...1)
      let square = x * x + y * y
      if square < 1 { return x * (-2 * Elementary.log(square) / square).squareRoot() }
    }
  }

  mutating func logNormal(median: Double, spread: Double) -> Double {
    median * Elementary.exp(spread * normal())
  }

  /// Gamma with scale 1.
  ///
  /// Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM
  /// Transactions on Mathematical Software 26 (2000), doi:10.1145/358407.358414. Shapes from 1 up.
  mutating func gamma(shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      if Elementary.log(uniform()) < x * x / 2 + d - d * v + d * Elementary.log(v) { return d * v }
    }
  }

  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let first = gamma(shape: a)
    return first / (first + gamma(shape: b))
  }

  /// Shares that sum to 1, each in the mean proportional to its shape.
  mutating func dirichlet(_ shapes: [Double]) -> [Double] {
    let parts = shapes.map { gamma(shape: $0) }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}
