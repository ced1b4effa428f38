import ScorecardPolicy
import Testing

@testable import SyntheticBanks

@Suite("Distributions of made-up numbers")
struct DistributionTests {
  // Pearson and Hartley, Biometrika Tables for Statisticians; also NIST/SEMATECH e-Handbook 1.3.6.7.1.
  @Test(
    "Normal quantiles are the tabulated ones",
    arguments: [
      (0.5, 0), (0.9, 1.281552), (0.975, 1.959964), (0.99, 2.326348), (0.999, 3.090232),
      (0.025, -1.959964), (0.0001, -3.719016), (0.00001, -4.264891),
    ])
  func normalQuantiles(_ probability: Double, _ quantile: Double) {
    #expect(abs(NormalQuantiles.quantile(probability) - quantile) < 5e-7)
  }

  @Test("Normal probabilities and quantiles undo each other")
  func probabilities() {
    let points = stride(from: -4.0, through: 4, by: 0.25).map { $0 }
    for (point, probability) in zip(points, NormalQuantiles.probabilities(at: points)) {
      #expect(abs(NormalQuantiles.quantile(probability) - point) < 1e-8)
    }
  }

  /// Mean and variance of each distribution, by the textbook formulas.
  static let moments: [(GenerateHint.Distribution, mean: Double, deviation: Double)] = [
    (.normal(mean: 88, deviation: 5), 88, 5),
    // exp(s^2 / 2) times the median; times the square root of exp(s^2) - 1
    (.lognormal(median: 800, sigma: 0.6), 957.7739, 630.4037),
    (.beta(a: 18, b: 2, scale: 1), 0.9, 0.0654654),
    (.beta(a: 1.2, b: 18, scale: 1.164), 0.07275, 0.0627303),
    (.gamma(shape: 2, scale: 1.6), 3.2, 2.262742),
    (.uniform(from: 3, to: 9), 6, 1.732051),
    (.poisson(mean: 0.15), 0.15, 0.387298),
    (.poisson(mean: 40), 40, 6.324555),
  ]

  @Test("have the mean and deviation of their formulas", arguments: moments.indices)
  func hasMoments(_ index: Int) throws {
    let (distribution, mean, deviation) = Self.moments[index]
    let text =
      switch distribution {
      case .normal(let mean, let deviation): "normal, mean: \(mean), sd: \(deviation)"
      case .lognormal(let median, let sigma): "lognormal, median: \(median), sigma: \(sigma)"
      case .beta(let a, let b, let scale): "beta, a: \(a), b: \(b), scale: \(scale)"
      case .gamma(let shape, let scale): "gamma, shape: \(shape), scale: \(scale)"
      case .uniform(let from, let to): "uniform, from: \(from), to: \(to)"
      case .poisson(let mean): "poisson, mean: \(mean)"
      }
    let decimals = text.hasPrefix("poisson") ? "" : ", decimals: 6"
    let policy = try SmallPolicy.policy(
      staff: "x: {generate: {distribution: \(text)\(decimals)}}")
    let count = 50_000
    let numbers = try MadeBank(policy, size: count).numbers("staff", "x")
    // Five standard errors of the mean, and the table's own coarseness.
    let slack = 5 * deviation / Double(count).squareRoot() + 0.002 * deviation
    #expect(abs(numbers.mean - mean) < slack)
    #expect(abs(numbers.deviation / deviation - 1) < 0.02)
  }

  @Test("The exponential and the logarithm agree with each other and with known values")
  func elementary() {
    // Abramowitz and Stegun, tables 1.1 and 4.2.
    #expect(abs(Elementary.exp(1) - 2.718281828459045) < 1e-15)
    #expect(abs(Elementary.log(10) - 2.302585092994046) < 1e-15)
    for x in stride(from: -30.0, through: 30, by: 0.37) {
      #expect(abs(Elementary.log(Elementary.exp(x)) - x) < 1e-13)
    }
  }

  @Test("A decimal is written with all its places")
  func decimals() {
    let cases: [(Int, Int, String)] = [
      (0, 0, "0"), (0, 4, "0.0000"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_456, 1, "12345.6"),
      (-1_000_000, 3, "-1000.000"), (7, 0, "7"), (1_234_567_890_123, 0, "1234567890123"),
    ]
    for (value, places, text) in cases {
      #expect(String(decoding: DecimalWriter.text(value, places: places), as: UTF8.self) == text)
    }
  }
}
