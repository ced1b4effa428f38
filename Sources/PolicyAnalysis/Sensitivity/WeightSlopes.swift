import AHP
import JudgementUncertainty
import LinearAlgebra
import ScoringPlan

/// How the weights of a policy move with its judgements.
struct WeightSlopes {
  /// The judgements by which derivatives are taken.
  let judgements: [PolicyNumber]
  /// For the slot of each weight that moves its derivative by each judgement.
  let slopes: [ParameterSlot: JudgementSlope]
  /// The weights that come of judgements otherwise, with the reason why there are no derivatives.
  let excluded: [(path: String, reason: String)]

  /// - Throws: when an eigenvector is not found.
  init(_ policy: VariablePolicy) throws(LinearAlgebraError) {
    var found: [(Weighing, WeightDerivatives)] = []
    var excluded: [(path: String, reason: String)] = []
    for weighing in policy.weighings {
      guard let declaration = weighing.judgements else { continue }
      if let reason = weighing.reasonAgainstJudgements {
        excluded.append((weighing.path, reason))
      } else if declaration.completed != nil {
        excluded.append((weighing.path, "pairs that nobody compared are completed from the others"))
      } else if let derivatives = try WeightDerivatives(
        declaration.matrix, method: declaration.method)
      {
        found.append((weighing, derivatives))
      } else {
        excluded.append(
          (
            weighing.path,
            "weights by \(declaration.method.rawValue) have no derivative in closed form"
          ))
      }
    }
    judgements = found.flatMap(\.0.judgementNumbers)
    self.excluded = excluded
    slopes = Self.slopes(found, count: judgements.count)
  }

  private static func slopes(
    _ found: [(Weighing, WeightDerivatives)], count: Int
  ) -> [ParameterSlot: JudgementSlope] {
    var slopes: [ParameterSlot: JudgementSlope] = [:]
    var first = 0
    for (weighing, derivatives) in found {
      let rows = derivatives.rows.map(\.byJudgement)
      for (label, slot) in weighing.slots.enumerated() {
        var slope = [Double](repeating: 0, count: count)
        for (index, row) in rows.enumerated() { slope[first + index] = row[label] }
        slopes[slot] = .smooth(slope)
      }
      first += rows.count
    }
    return slopes
  }
}
