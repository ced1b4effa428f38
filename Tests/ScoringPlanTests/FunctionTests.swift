import ScorecardPolicy
import ScoringPlan
import SeededRandom
import Testing

@Suite("Curves, steps and score keys")
struct FunctionTests {
  /// A curve through points and the parameters that hold them.
  private func curve(
    _ points: [(Double, Double)], _ kind: CurveKind = .linear
  ) -> (Curve, ParameterVector) {
    let slots = points.indices.map {
      Curve.Point(x: ParameterSlot(2 * $0), y: ParameterSlot(2 * $0 + 1))
    }
    return (
      Curve(kind: kind, name: "c", points: slots),
      ParameterVector(points.flatMap { [$0.0, $0.1] })
    )
  }

  @Test(
    "A curve is exact at its points, linear between them, and level outside",
    arguments: [
      (-1.0, 100.0), (0, 100), (0.01, 90), (0.02, 80), (0.03, 40), (0.04, 0), (0.05, 0), (1e9, 0),
    ] as [(Double, Double)])
  func linear(x: Double, y: Double) {
    let (curve, parameters) = curve([(0, 100), (0.02, 80), (0.04, 0)])
    #expect(abs(curve.value(at: x, parameters) - y) <= 1e-12)
  }

  @Test("Curves of every kind are exact at their points, level outside, and never above them all")
  func exactAtPoints() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let count = Int.random(in: 1...8, using: &generator)
      let xs = (0..<count).map { _ in Double.random(in: -100...100, using: &generator) }.sorted()
      let points = xs.map { ($0, Double.random(in: -1e6...1e6, using: &generator)) }
      for kind in CurveKind.allCases {
        let (curve, parameters) = curve(points, kind)
        let highest = points.map(\.1).max() ?? 0
        for (x, y) in points { #expect(curve.value(at: x, parameters) == y) }
        #expect(curve.value(at: -200, parameters) == points[0].1)
        #expect(curve.value(at: 200, parameters) == points[count - 1].1)
        for _ in 0..<20 {
          let x = Double.random(in: -150...150, using: &generator)
          #expect(curve.value(at: x, parameters) <= highest + 1e-9)
        }
      }
    }
  }

  @Test("Two points at one x are a jump where the later value holds")
  func jump() {
    let (curve, parameters) = curve([(0, 0), (1, 50), (1, 60), (2, 100)])
    #expect(curve.value(at: 1, parameters) == 60)
    #expect(curve.value(at: (1.0).nextDown, parameters) < 50.000001)
    #expect(curve.value(at: 0.5, parameters) == 25)
    #expect(curve.value(at: 1.5, parameters) == 80)
    let (last, values) = self.curve([(0, 0), (1, 50), (1, 60)])
    #expect(last.value(at: 1, values) == 60)
    #expect(last.value(at: 2, values) == 60)
    let (first, starts) = self.curve([(0, 5), (0, 10), (1, 20)])
    #expect(first.value(at: 0, starts) == 10)
    #expect(first.value(at: -1, starts) == 5)
  }

  @Test("A curve of one point is that value everywhere")
  func onePoint() {
    let (curve, parameters) = curve([(3, 7)])
    for x in [-1e300, 0, 3, 1e300] { #expect(curve.value(at: x, parameters) == 7) }
  }

  @Test(
    "A step function takes the value of the last threshold that is not above x",
    arguments: [
      (-5.0, 1.0), (0, 1), ((1.0).nextDown, 1), (1, 6500), (1.99, 6500), (2, 24_000),
      (1e300, 24_000),
    ] as [(Double, Double)])
  func step(x: Double, y: Double) {
    let (steps, parameters) = curve([(0, 1), (1, 6500), (2, 24_000)], .step)
    #expect(steps.value(at: x, parameters) == y)
  }

  @Test("A curve follows its parameters")
  func tuned() {
    var (curve, parameters) = curve([(0, 0), (10, 100)])
    parameters[ParameterSlot(2)] = 20
    #expect(curve.value(at: 10, parameters) == 50)
  }

  @Test(
    "People are compared by whole numbers of the last published decimal, halves upwards",
    arguments: [
      (104.0949, 2, 10_409), (104.095, 2, 10_410), (0.0, 2, 0), (-0.004, 2, 0), (-0.005, 2, 0),
      (-0.006, 2, -1), (-1.5, 0, -1), (-1.51, 0, -2), (1.5, 0, 2), (2.5, 0, 3),
      (99.99999, 4, 1_000_000),
      (1.23456, 4, 12_346), (9e15, 2, 900_000_000_000_000_000),
    ] as [(Double, Int, Int64)])
  func scoreKey(score: Double, decimals: Int, key: Int64) {
    #expect(ScoreKey.key(of: score, decimals: decimals) == key)
  }

  @Test("A score beyond 64 bits has no key")
  func noKey() {
    for score in [1e18, -1e18, 1e300, -.greatestFiniteMagnitude] {
      #expect(ScoreKey.key(of: score, decimals: 2) == nil)
    }
    #expect(ScoreKey.key(of: 9.2e16, decimals: 2) == nil)
    #expect(ScoreKey.key(of: 9.1e16, decimals: 2) != nil)
  }

  @Test("Keys never fall while scores rise")
  func monotonic() {
    var generator = SplitMix64(seed: 6)
    for decimals in [0, 2, 4] {
      var scores = (0..<2_000).map { _ in Double.random(in: -200...200, using: &generator) }
      scores += scores.map(\.nextUp)
      let keys = scores.sorted().compactMap { ScoreKey.key(of: $0, decimals: decimals) }
      #expect(keys == keys.sorted())
    }
  }
}
