import AHP
import ScoringPlan

// The numbers of a set of weights that can be varied.
extension Weighing {
  /// Whether one weight can be moved and the others rescaled: there are several, of sum 1.
  var isSum: Bool { labels.count > 1 && abs(weights.reduce(0, +) - 1) <= 1e-9 }

  /// Why the judgements cannot be varied; nil where they can, or where there are none.
  var reasonAgainstJudgements: String? {
    judgements?.panel == nil
      ? nil
      : "the priorities of each respondent are aggregated, so that no judgement of the group leads to "
        + "the weights"
  }

  /// The judgements given, in the order of the upper triangle.
  var judgementNumbers: [PolicyNumber] {
    guard let declaration = judgements, reasonAgainstJudgements == nil else { return [] }
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
  var weightNumbers: [PolicyNumber] {
    zip(labels, weights).map {
      PolicyNumber(path: "\(path).\($0)", kind: .weight, value: $1)
    }
  }

  /// The values of a plan's parameters with one weight, by its place, replaced and the others rescaled; or
  /// why there are none.
  func values(
    _ values: ParameterVector, with weight: Double, at place: Int
  ) -> Result<ParameterVector, PolicyVariant.Refusal> {
    guard 0...1 ~= weight else {
      return .failure(.init("a weight lies between 0 and 1, for the weights add up to 1"))
    }
    let rest = weights.enumerated().filter { $0.offset != place }.reduce(0) {
      $0 + $1.element
    }
    guard rest > 0 || weight == 1 else {
      return .failure(.init("the other weights are 0 and cannot be rescaled"))
    }
    var changed = values
    for (index, slot) in slots.enumerated() {
      changed[slot] =
        index == place
        ? weight : rest > 0 ? weights[index] * ((1 - weight) / rest) : 0
    }
    return .success(changed)
  }
}
