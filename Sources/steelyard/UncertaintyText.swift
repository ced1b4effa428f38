import AHP
import JudgementUncertainty

/// The text of `uncertainty`.
struct UncertaintyText {
  private static let mostOrders = 10
  private static let mostJudgements = 15
  private static let mostRanks = 8

  private let result: WeightUncertainty
  private let derivatives: WeightDerivatives?
  private let way: String
  /// What the weights are by.
  private let means: String

  init(
    _ result: WeightUncertainty, _ derivatives: WeightDerivatives?, way: String,
    synthesis: SynthesisKind? = nil
  ) {
    (self.result, self.derivatives, self.way) = (result, derivatives, way)
    means =
      synthesis.map { "alternatives by \($0.rawValue) synthesis" }
      ?? "weights by \(result.method?.rawValue ?? "")"
  }

  func text(of name: String) -> String {
    var parts = [
      """
      \(name)
      \(result.draws) draws, seed \(result.seed): \(way); \(means)

      \(bands)
      """,
      "in how many draws of a hundred each is first, second ...:\n\(ranks)",
      "orders, in how many draws of a hundred:\n\(orders)\n\(changes)",
    ]
    if let derivatives, !derivatives.rows.isEmpty { parts.append(moves(derivatives)) }
    return parts.joined(separator: "\n\n")
  }

  private var bands: String {
    let probabilities = WeightUncertainty.probabilities.map { "\(($0 * 100).brief) %" }
    var table = TextTable(
      [("", .left), ("weight", .right), ("mean", .right), ("error", .right)]
        + probabilities.map { ($0, .right) })
    for band in result.bands {
      table.add(
        [
          band.label, band.weight.rounded(to: 4), band.mean.rounded(to: 4),
          band.standardError.rounded(to: 5),
        ] + band.quantiles.map { $0.value.rounded(to: 4) })
    }
    return table.text()
  }

  private var ranks: String {
    let shown = 1...min(result.bands.count, Self.mostRanks)
    var table = TextTable([("", .left)] + shown.map { ("\($0)", .right) })
    for band in result.bands {
      table.add([band.label] + shown.map { (band.rankShares[$0 - 1] * 100).rounded(to: 2) })
    }
    return table.text()
  }

  private var orders: String {
    var table = TextTable([("", .right), ("", .left), ("", .left), ("", .left)])
    for order in result.orders.prefix(Self.mostOrders) {
      table.add([
        (order.share.value * 100).rounded(to: 2), error(order.share),
        order.order.joined(separator: " > "), order.order == result.order ? "as judged" : "",
      ])
    }
    let more = result.orders.count - Self.mostOrders
    return table.text() + (more > 0 ? "\n  and \(more) further orders" : "")
  }

  private var changes: String {
    let (order, first) = (result.orderChanged, result.firstChanged)
    return
      "the order changes in \((order.value * 100).rounded(to: 2)) \(error(order)) of a hundred "
      + "draws, what is first in \((first.value * 100).rounded(to: 2)) \(error(first))"
  }

  private func error(_ share: DrawShare) -> String {
    "± \((share.standardError * 100).rounded(to: 2))"
  }

  /// The judgements that move a weight most, in the order of the matrix.
  private func moves(_ derivatives: WeightDerivatives) -> String {
    let largest = { (row: WeightDerivatives.Row) in row.byLogarithm.map(\.magnitude).max() ?? 0 }
    let least =
      derivatives.rows.map(largest).sorted(by: >).prefix(Self.mostJudgements).last ?? 0
    let shown = derivatives.rows.filter { largest($0) >= least }.prefix(Self.mostJudgements)
    var table = TextTable(
      [("", .left), ("", .right)] + derivatives.labels.map { ($0, .right) })
    for row in shown {
      table.add(
        ["\(row.row) against \(row.column)", written(row.given)]
          + row.byLogarithm.map { $0.rounded(to: 4) })
    }
    let heading = "when a judgement rises by 1 %, each weight changes by so many hundredths:"
    let more = derivatives.rows.count - shown.count
    return "\(heading)\n\(table.text())"
      + (more > 0 ? "\n  and \(more) judgements that move the weights less" : "")
  }

  /// A judgement as it was written, or a few digits of what was computed.
  private func written(_ judgement: Judgement) -> String {
    judgement.text.count <= 6 ? judgement.text : judgement.value.brief
  }
}
