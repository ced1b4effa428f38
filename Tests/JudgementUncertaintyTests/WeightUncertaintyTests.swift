import AHP
import DelimitedText
import Diagnostics
import Glibc
import JudgementUncertainty
import TestSupport
import Testing

@Suite("Draws of uncertain judgements")
struct WeightUncertaintyTests {
  private static func panel(_ lines: String) throws -> JudgementSet {
    let text = "respondent,weight,row,column,judgement\n" + lines
    let folder = try TemporaryDirectory()
    return try JudgementFile.read(try folder.write(text, to: "panel.csv").path).sets[0]
  }

  private static func draw(
    _ matrix: PairwiseComparisonMatrix, _ spread: JudgementSpread, draws: Int = 20_000,
    seed: UInt64 = 7, threads: Int = 2, method: PriorityMethod = .geometricMean
  ) throws -> WeightUncertainty {
    try WeightUncertainty(
      of: matrix, spread: spread, method: method, draws: draws, seed: seed, threads: threads)
  }

  private static func numbers(_ result: WeightUncertainty) -> [Double] {
    result.bands.flatMap { band in
      [band.weight, band.mean, band.standardDeviation]
        + band.quantiles.flatMap { [$0.value, $0.standardError] } + band.rankShares
    } + result.orders.map(\.share.value)
      + [result.orderChanged.value, result.firstChanged.value]
  }

  @Test("the same seed gives the same bits whatever the threads; another gives others")
  func threads() throws {
    let matrix = try Matrices.dataset("paper-customer-manager")
    let spread = JudgementSpread.steps(1)
    let one = try Self.draw(matrix, spread, draws: 3000, threads: 1, method: .eigenvector)
    for threads in [2, 3, 7] {
      let other = try Self.draw(
        matrix, spread, draws: 3000, threads: threads, method: .eigenvector)
      #expect(Self.numbers(one) == Self.numbers(other))
    }
    let other = try Self.draw(matrix, spread, draws: 3000, seed: 8, method: .eigenvector)
    #expect(Self.numbers(one) != Self.numbers(other))
  }

  @Test("shares are shares")
  func shares() throws {
    let matrix = try Matrices.dataset("saaty-2004-city")
    let result = try Self.draw(matrix, .steps(1), draws: 2000, method: .eigenvector)
    #expect(result.order == ["family", "jobs", "culture", "housing", "transport"])
    for band in result.bands { #expect(abs(band.rankShares.reduce(0, +) - 1) <= 1e-12) }
    for rank in result.bands.indices {
      #expect(abs(result.bands.reduce(0) { $0 + $1.rankShares[rank] } - 1) <= 1e-12)
    }
    #expect(abs(result.orders.reduce(0) { $0 + $1.share.value } - 1) <= 1e-12)
    #expect(abs(result.bands.reduce(0) { $0 + $1.mean } - 1) <= 1e-12)
    let unchanged = result.orders.first { $0.order == result.order }?.share.value ?? 0
    #expect(abs(unchanged + result.orderChanged.value - 1) <= 1e-12)
    #expect(result.firstChanged.value <= result.orderChanged.value)
    for band in result.bands {
      #expect(zip(band.quantiles, band.quantiles.dropFirst()).allSatisfy { $0.value <= $1.value })
    }
  }

  /// a is judged x times b with ln x even on an interval: the weight of a is x / (1 + x), so that each
  /// quantile is known; a is below b in the share of the interval below 1.
  @Test("two labels in an interval have the quantiles and the order that they must")
  func interval() throws {
    let matrix = try Matrices.matrix([2])
    let result = try Self.draw(matrix, .intervals([0.5...4]), draws: 40_000)
    for quantile in result.bands[0].quantiles {
      let judgement = exp(log(0.5) + quantile.probability * (log(4) - log(0.5)))
      let exact = judgement / (1 + judgement)
      #expect(quantile.standardError > 0)
      #expect(abs(quantile.value - exact) <= 4 * quantile.standardError, "\(quantile)")
    }
    // ln 0.5 to ln 4 is three times ln 2, and one of the three lies below 1.
    #expect(abs(result.orderChanged.value - 1 / 3.0) <= 4 * result.orderChanged.standardError)
    #expect(abs(result.orderChanged.standardError - sqrt(2 / 9.0 / 40_000)) <= 1e-4)
    #expect(result.firstChanged == result.orderChanged)
    #expect(result.orders.map(\.order) == [["a", "b"], ["b", "a"]])
  }

  /// A judgement, how many steps wide, and the bounds of what is drawn.
  static let ranges: [(given: Double, width: Double, low: Double, high: Double)] = [
    (3, 0.5, 2.5, 3.5), (3, 1, 2, 4), (1, 1, 0.5, 2), (9, 1, 8, 9),
    (1 / 9.0, 0.5, 1 / 9.0, 1 / 8.5), (1 / 4.0, 1, 1 / 5.0, 1 / 3.0), (20, 1, 19, 20),
  ]

  @Test("steps are steps on the scale, and end at 9 and 1/9", arguments: ranges)
  func steps(given: Double, width: Double, low: Double, high: Double) throws {
    let result = try Self.draw(try Matrices.matrix([given]), .steps(width), draws: 20_000)
    let quantiles = result.bands[0].quantiles.map { $0.value / (1 - $0.value) }
    #expect(quantiles.allSatisfy { low - 1e-12 <= $0 && $0 <= high + 1e-12 })
    // 95 of 100 draws cover most of the range.
    let position = { (value: Double) in value >= 1 ? value - 1 : 1 - 1 / value }
    let covered = position(try #require(quantiles.last)) - position(quantiles[0])
    #expect(abs(covered / (position(high) - position(low)) - 0.95) <= 0.01)
  }

  @Test("judgements that cannot move leave the weights and their order alone")
  func fixed() throws {
    let matrix = try Matrices.dataset("paper-customer-manager")
    let bounds = matrix.upperTriangle.map { $0.value...$0.value }
    let result = try Self.draw(matrix, .intervals(bounds), draws: 300, method: .eigenvector)
    #expect(result.orderChanged.value == 0 && result.orders.count == 1)
    for band in result.bands {
      #expect(band.standardDeviation <= 1e-12 && abs(band.mean - band.weight) <= 1e-12)
    }
  }

  @Test("labels of one weight have no order that could change")
  func ties() throws {
    let result = try Self.draw(try Matrices.matrix([1, 1, 1]), .steps(0.5), draws: 5000)
    #expect(result.orderChanged.value == 0 && result.firstChanged.value == 0)
    #expect(result.orders.count == 6)
    for order in result.orders {
      #expect(abs(order.share.value - 1 / 6.0) <= 4 * order.share.standardError)
    }
  }

  /// To first order the variance of a weight is the sum over judgements of its squared derivative times
  /// the variance of the judgement's logarithm, (ln high - ln low)^2 / 12.
  @Test("small intervals spread the weights as the derivatives say", arguments: [1, 2, 3])
  func firstOrder(seed: UInt64) throws {
    let matrix = try Matrices.dataset("saaty-1990-house")
    let bounds = matrix.upperTriangle.map { $0.value / 1.02...$0.value * 1.02 }
    let result = try Self.draw(
      matrix, .intervals(bounds), draws: 8000, seed: seed, method: .eigenvector)
    let derivatives = try #require(try WeightDerivatives(matrix))
    let variance = pow(2 * log(1.02), 2) / 12
    for (label, band) in result.bands.enumerated() {
      let squares = derivatives.rows.reduce(0) { $0 + pow($1.byLogarithm[label], 2) }
      // The standard deviation of 8,000 draws is known to 0.8 in a hundred.
      #expect(abs(band.standardDeviation / sqrt(squares * variance) - 1) <= 0.035)
    }
  }

  /// Of two respondents both are drawn in one case of two, else one of them twice.
  @Test("a panel drawn anew gives the means of those drawn")
  func panel() throws {
    let set = try Self.panel("x,1,a,b,2\ny,1,a,b,8\n")
    let result = try Self.draw(set.aggregatedJudgements(), .panel(set))
    let band = result.bands[0]
    #expect(abs(band.weight - 0.8) <= 1e-12)
    let exact = 2 / 3.0 / 4 + 0.8 / 2 + 8 / 9.0 / 4
    #expect(abs(band.mean - exact) <= 4 * band.standardError)
    #expect(abs(band.quantiles[0].value - 2 / 3.0) <= 1e-12)
    #expect(abs(band.quantiles[2].value - 0.8) <= 1e-12)
  }

  /// ln 1/2 and ln 8 have the mean ln 2 and the unbiased standard deviation ln 16 / sqrt 2, so that the
  /// judgement is below 1 with the probability of a normal number below -ln 2 / (ln 16 / sqrt 2), which is
  /// -sqrt 2 / 4.
  @Test("another expert's judgement is log-normal with the panel's mean and variance")
  func spread() throws {
    let set = try Self.panel("x,1,a,b,1/2\ny,1,a,b,8\n")
    let result = try Self.draw(set.aggregatedJudgements(), .panelSpread(set), draws: 40_000)
    let exact = erfc(sqrt(2) / 4 / sqrt(2)) / 2
    #expect(abs(result.orderChanged.value - exact) <= 4 * result.orderChanged.standardError)
    #expect(abs(result.bands[0].quantiles[2].value - 2 / 3.0) <= 0.01)
  }

  /// Weights 3 and 1: the mean of the logarithms is 3/4 ln 2, and the unbiased variance is
  /// (3/4 (1/4)^2 + 1/4 (3/4)^2) / (1 - 10/16) times (ln 2)^2, which is half of (ln 2)^2.
  @Test("respondents count by their weights")
  func weights() throws {
    let set = try Self.panel("x,3,a,b,2\ny,1,a,b,1\n")
    let result = try Self.draw(set.aggregatedJudgements(), .panelSpread(set), draws: 40_000)
    let logarithms = result.bands[0].quantiles.map { log($0.value / (1 - $0.value)) }
    // The 97.5th percentile of a normal number is 1.95996 standard deviations above the mean.
    let deviation = log(2) * sqrt(0.5)
    #expect(abs(logarithms[2] - 0.75 * log(2)) <= 0.02)
    #expect(abs((logarithms[4] - logarithms[0]) / (2 * 1.95996 * deviation) - 1) <= 0.02)
  }

  @Test("one respondent is no panel")
  func alone() throws {
    let set = try Self.panel("x,1,a,b,2\n")
    for spread in [JudgementSpread.panel(set), .panelSpread(set)] {
      let error = #expect(throws: DiagnosedFailure.self) {
        try Self.draw(set.aggregatedJudgements(), spread, draws: 10)
      }
      #expect(error?.diagnostics.map(\.code) == ["judgement.no-panel"])
    }
  }

  @Test("a respondent who left a pair open cannot be drawn for the whole panel")
  func open() throws {
    let set = try Self.panel("x,1,a,b,2\nx,1,a,c,3\nx,1,b,c,2\ny,1,a,b,3\ny,1,a,c,5\n")
    let error = #expect(throws: DiagnosedFailure.self) {
      try Self.draw(set.aggregatedJudgements(), .panel(set), draws: 10)
    }
    #expect(error?.diagnostics.map(\.code) == ["judgement.not-compared"])
    // The pair that one judged stays as it is.
    let result = try Self.draw(set.aggregatedJudgements(), .panelSpread(set), draws: 10)
    #expect(result.draws == 10)
  }
}
