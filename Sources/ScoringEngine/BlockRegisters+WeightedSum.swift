import ScoringPlan

extension BlockRegisters {
  /// The sum of weight times value, in the order of terms.
  func weightedSum(_ terms: [WeightedTerm], rescales: Bool, _ result: Int) {
    let weights = terms.map { constants.parameters[$0.weight] }
    let operands = terms.map { self[$0.value] }
    let output = values[result]
    if let first = operands.first {
      let (input, weight) = (values[first], weights[0])
      for row in 0..<count { output[row] = weight * input[row] }
    }
    for (operand, weight) in zip(operands, weights).dropFirst() {
      let input = values[operand]
      for row in 0..<count { output[row] += weight * input[row] }
    }
    isClean[result] = operands.allSatisfy { isClean[$0] } && !operands.isEmpty && isFinite(result)
    if isClean[result] { return }
    for operand in operands { _ = maintainedStates(operand) }
    let sum = GappedSum(
      weights: weights, excludesMissing: terms.map(\.excludesMissing), rescales: rescales,
      values: operands.map { values[$0] }, states: operands.map { states[$0] })
    for row in 0..<count { (output[row], states[result][row]) = sum.value(at: row) }
  }
}

/// A weighted sum some of whose terms may be missing or at fault, row by row.
private struct GappedSum {
  let weights: [Double]
  let excludesMissing: [Bool]
  let rescales: Bool
  let values: [UnsafeMutablePointer<Double>]
  let states: [UnsafeMutablePointer<UInt8>]

  /// The sum in a row, and its state.
  func value(at row: Int) -> (Double, UInt8) {
    if let fault = states.first(where: { $0[row] > ValueState.missing })?[row] { return (0, fault) }
    let isGap = { (term: Int) in states[term][row] == ValueState.missing }
    if weights.indices.contains(where: { isGap($0) && !excludesMissing[$0] }) {
      return (0, ValueState.missing)
    }
    let present = weights.indices.filter { !isGap($0) }
    guard let first = present.first else { return (0, FaultKind.allMeasuresExcluded.rawValue) }
    var scale: Double?
    if rescales, present.count < weights.count {
      scale = present.dropFirst().reduce(weights[first]) { $0 + weights[$1] }
    }
    // Weights of 0 may be all that remains.
    if scale == 0 { return (0, FaultKind.allMeasuresExcluded.rawValue) }
    let product = { (term: Int) in
      (scale.map { weights[term] / $0 } ?? weights[term]) * values[term][row]
    }
    let sum = present.dropFirst().reduce(product(first)) { $0 + product($1) }
    return sum.isFinite ? (sum, ValueState.present) : (0, FaultKind.overflow.rawValue)
  }
}
