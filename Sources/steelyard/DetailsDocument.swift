import AHP

/// The JSON of `weights --details`: what stands beside the keys that are always there.
struct DetailsDocument: Encodable {
  struct Index: Encodable {
    let index: String
    let value: Double
    let threshold: Double?
    let acceptable: Bool?
    let source: String
    let thresholdSource: String?
  }

  struct Ratio: Encodable {
    let randomIndexSource: String
    let randomIndex: Double?
    let consistencyRatio: Double?
    let source: String
  }

  struct Judgement: Encodable {
    let row: String
    let column: String
    let given: Double
    let implied: Double
    let error: Double
    let congruence: Double?
    let dissonance: Double?
  }

  struct Cycle: Encodable {
    let labels: [String]
    let ties: Int
  }

  let indices: [Index]
  let consistencyRatios: [Ratio]
  let judgements: [Judgement]
  let cycles: [Cycle]
  let coefficientOfConsistence: Double?

  init(_ analysis: JudgementAnalysis, of matrix: PairwiseComparisonMatrix) {
    indices = InconsistencyReading.all(of: matrix).map {
      Index(
        index: $0.index.rawValue, value: $0.value, threshold: $0.threshold,
        acceptable: $0.isAcceptable, source: $0.index.source,
        thresholdSource: $0.threshold == nil ? nil : $0.index.thresholdSource)
    }
    consistencyRatios = RandomIndex.all.map {
      Ratio(
        randomIndexSource: $0.name, randomIndex: $0.value(size: matrix.size),
        consistencyRatio: analysis.consistencyRatio(by: $0), source: $0.source)
    }
    judgements = JudgementDetail.all(of: matrix, priorities: analysis.priorities).map {
      Judgement(
        row: $0.row, column: $0.column, given: $0.given.value, implied: $0.implied,
        error: $0.error, congruence: $0.congruence, dissonance: $0.dissonance)
    }
    let order = OrdinalConsistency(matrix)
    cycles = order.cycles.map { Cycle(labels: $0.labels, ties: $0.ties) }
    coefficientOfConsistence = order.coefficient
  }
}
