import AHP
import LinearAlgebra
import ScorecardPolicy
import ScoringPlan

/// A policy with some of its numbers moved.
struct DesignPolicy {
  private(set) var values: ParameterVector
  private(set) var changes: [DesignAnswer.Change] = []
  /// The largest consistency ratio of the dimensions' judgements; nil where there is none.
  private(set) var consistencyRatio: Double?

  init(values: ParameterVector) { self.values = values }

  mutating func setWeights(_ weights: [Double], of weighing: Weighing) {
    values = weighing.setting(weights, in: values)
    for (label, (before, after)) in zip(weighing.labels, zip(weighing.weights, weights))
    where before != after {
      changes.append(
        DesignAnswer.Change(
          kind: .weight, path: weighing.path, row: label, column: nil, before: before.asWritten,
          after: after.asWritten))
    }
  }

  mutating func setParameter(_ value: Double, _ slot: ParameterSlot, _ path: String) {
    let before = values[slot]
    values[slot] = value
    changes.append(
      DesignAnswer.Change(
        kind: .parameter, path: path, row: nil, column: nil,
        before: before.isFinite ? before.asWritten : nil, after: value.asWritten))
  }

  /// Sets the judgements at some places of a matrix by their steps, and notes the consistency ratio.
  mutating func setJudgements(
    _ steps: [Int: Int], of weighing: Weighing, _ declaration: JudgementsDeclaration
  ) throws {
    let matrix = declaration.matrix
    let judgements = matrix.upperTriangle.enumerated().map { place, judgement in
      JudgementLadder(judgement)[steps[place] ?? 0] ?? judgement
    }
    let analysis = try JudgementAnalysis(
      PairwiseComparisonMatrix(labels: matrix.labels, upperTriangle: judgements),
      method: declaration.method, randomIndex: declaration.randomIndex,
      maximumRatio: declaration.maximumConsistencyRatio)
    if let ratio = analysis.consistencyRatio {
      consistencyRatio = max(consistencyRatio ?? 0, ratio)
    }
    guard !steps.isEmpty else { return }
    values = weighing.setting(analysis.weights, in: values)
    let labels = matrix.labels.indices
    let pairs = labels.flatMap { row in labels.filter { $0 > row }.map { (row, $0) } }
    for place in steps.keys.sorted() {
      changes.append(
        DesignAnswer.Change(
          kind: .judgement, path: weighing.path, row: matrix.labels[pairs[place].0],
          column: matrix.labels[pairs[place].1], before: matrix.upperTriangle[place].text,
          after: judgements[place].text))
    }
  }
}
