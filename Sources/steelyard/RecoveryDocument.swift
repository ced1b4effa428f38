import AHP
import JudgementRepair

/// The JSON of `recover`.
struct RecoveryDocument: Encodable {
  let weights: [String]
  let lambda: String?
  let size: Int
  let methods: [Method]

  struct Method: Encodable {
    let method: String
    let matricesByWeights: Int?
    let matrices: [Matrix]
    let refused: String?
  }

  struct Matrix: Encodable {
    let judgements: [String]
    let weights: [Double]
    let lambdaMax: Double
    let consistencyRatio: Double?
  }

  init(_ weights: [PrintedNumber], _ eigenvalue: PrintedNumber?, _ found: [RecoveryByMethod]) {
    self.weights = weights.map(\.text)
    lambda = eigenvalue?.text
    size = weights.count
    methods = found.map { found in
      Method(
        method: found.method.rawValue, matricesByWeights: found.byWeights,
        matrices: found.fitting.map { recovered in
          Matrix(
            judgements: recovered.matrix.upperTriangle.map(\.text),
            weights: recovered.analysis.weights, lambdaMax: recovered.analysis.lambdaMax,
            consistencyRatio: recovered.analysis.consistencyRatio)
        }, refused: found.refusal.map { "\($0)" })
    }
  }
}
