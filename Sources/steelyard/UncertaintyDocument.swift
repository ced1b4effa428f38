import JudgementUncertainty

/// The JSON of `uncertainty`.
struct UncertaintyDocument: Encodable {
  /// More orders than anyone reads are counted only.
  private static let mostOrders = 100

  let spread: String
  let synthesis: String?
  let method: String?
  let draws: Int
  let seed: UInt64
  let order: [String]
  let bands: [Band]
  let orders: [Order]
  let orderCount: Int
  let orderChanged: Share
  let firstChanged: Share
  let derivatives: [Derivative]?

  /// Where the weight of a label lies.
  struct Band: Encodable {
    let label: String
    let weight: Double
    let mean: Double
    let standardDeviation: Double
    let standardError: Double
    let quantiles: [Quantile]
    let rankShares: [Double]
  }

  /// A quantile of the draws.
  struct Quantile: Encodable {
    let probability: Double
    let value: Double
    let standardError: Double
  }

  /// An order of the labels.
  struct Order: Encodable {
    let order: [String]
    let share: Double
    let standardError: Double
  }

  /// In how many draws something is so.
  struct Share: Encodable {
    let share: Double
    let standardError: Double

    init(_ share: DrawShare) {
      (self.share, standardError) = (share.value, share.standardError)
    }
  }

  /// How the weights move with one judgement.
  struct Derivative: Encodable {
    let row: String
    let column: String
    let given: Double
    let byJudgement: [Double]
    let byLogarithm: [Double]
  }

  init(
    _ result: WeightUncertainty, _ derivatives: WeightDerivatives?, way: String,
    synthesis: SynthesisKind? = nil
  ) {
    (spread, method) = (way, result.method?.rawValue)
    self.synthesis = synthesis?.rawValue
    (draws, seed, order) = (result.draws, result.seed, result.order)
    bands = result.bands.map { band in
      Band(
        label: band.label, weight: band.weight, mean: band.mean,
        standardDeviation: band.standardDeviation, standardError: band.standardError,
        quantiles: band.quantiles.map {
          Quantile(
            probability: $0.probability, value: $0.value, standardError: $0.standardError)
        }, rankShares: band.rankShares)
    }
    orders = result.orders.prefix(Self.mostOrders).map {
      Order(order: $0.order, share: $0.share.value, standardError: $0.share.standardError)
    }
    orderCount = result.orders.count
    orderChanged = Share(result.orderChanged)
    firstChanged = Share(result.firstChanged)
    self.derivatives = derivatives?.rows.map {
      Derivative(
        row: $0.row, column: $0.column, given: $0.given.value, byJudgement: $0.byJudgement,
        byLogarithm: $0.byLogarithm)
    }
  }
}
