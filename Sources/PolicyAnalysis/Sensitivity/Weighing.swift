import AHP
import ScorecardPolicy
import ScoringPlan

/// Weights that add up to 1, with the slots of a plan that hold them.
struct Weighing: Sendable {
  /// Where they stand, such as `scorecard.weights`.
  let path: String
  let weights: ResolvedWeights
  let slots: [ParameterSlot]

  /// The weighings of a policy: of dimensions, then of the measures of each; those of each text where
  /// they differ by a column. What is alone, or added up unweighed, is not among them.
  static func all(of resolved: ResolvedPolicy, _ plan: Plan) -> [Weighing] {
    let slots = Dictionary(
      zip(plan.parameters.map(\.path), plan.parameters.indices.map { ParameterSlot($0) }),
      uniquingKeysWith: { first, _ in first })
    let measures = zip(resolved.policy.scorecard.dimensions, resolved.measureWeights).map {
      ("scorecard.dimensions.\($0.name).weights", $1)
    }
    return ([("scorecard.weights", resolved.dimensionWeights)] + measures)
      .flatMap { leaves(path: $0, $1) }
      .compactMap { path, weights in
        let own = weights.labels.compactMap { slots["\(path).\($0)"] }
        let isSum = abs(weights.weights.reduce(0, +) - 1) <= 1e-9
        guard weights.labels.count > 1, isSum, own.count == weights.labels.count else { return nil }
        return Weighing(path: path, weights: weights, slots: own)
      }
  }

  private static func leaves(
    path: String, _ weights: ResolvedWeights
  ) -> [(String, ResolvedWeights)] {
    guard weights.column != nil else { return [(path, weights)] }
    return weights.choices.flatMap { leaves(path: "\(path).\($0.value)", $0.weights) }
  }

  /// Why the judgements cannot be varied; nil where they can, or where there are none.
  var reasonAgainstJudgements: String? {
    weights.declaration?.panel == nil
      ? nil
      : "the priorities of each respondent are aggregated, so that no judgement of the group leads to "
        + "the weights"
  }

  /// The judgements given, in the order of the upper triangle.
  var judgements: [PolicyNumber] {
    guard let declaration = weights.declaration, reasonAgainstJudgements == nil else { return [] }
    let matrix = declaration.matrix
    return matrix.labels.indices.flatMap { row in
      matrix.labels.indices.dropFirst(row + 1).compactMap { column -> PolicyNumber? in
        let given = declaration.completed?.given
        guard given.map({ $0.judgement(row, column) != nil }) ?? true else { return nil }
        let (one, other) = (matrix.labels[row], matrix.labels[column])
        let judgement = matrix.judgement(row, column)
        return PolicyNumber(
          path: "\(path).judgements.\(one).\(other)", kind: .judgement, value: judgement.value,
          text: judgement.text,
          comparison: PolicyNumber.Comparison(weights: path, row: one, column: other))
      }
    }
  }

  /// The weights themselves.
  var numbers: [PolicyNumber] {
    zip(weights.labels, weights.weights).map {
      PolicyNumber(path: "\(path).\($0)", kind: .weight, value: $1)
    }
  }

  /// The values of a plan's parameters with one weight replaced and the others rescaled; or why there are
  /// none.
  func values(
    _ values: ParameterVector, with weight: Double, at path: String
  ) -> Result<ParameterVector, PolicyVariant.Refusal> {
    guard 0...1 ~= weight else {
      return .failure(.init("a weight lies between 0 and 1, for the weights add up to 1"))
    }
    let place = weights.labels.firstIndex { "\(self.path).\($0)" == path } ?? 0
    let rest = weights.weights.enumerated().filter { $0.offset != place }.reduce(0) {
      $0 + $1.element
    }
    guard rest > 0 || weight == 1 else {
      return .failure(.init("the other weights are 0 and cannot be rescaled"))
    }
    var changed = values
    for (index, slot) in slots.enumerated() {
      changed[slot] =
        index == place
        ? weight : rest > 0 ? weights.weights[index] * ((1 - weight) / rest) : 0
    }
    return .success(changed)
  }
}
