import ScoringPlan

extension BlockRegisters {
  /// The sum of weight times value, in the order of terms.
  func weightedSum(_ terms: [WeightedTerm], rescales: Bool, _ result: Int) {
    let weights = terms.map { term -> Double in
      if case .slot(let slot) = term.weight { return constants.parameters[slot] }
      return 0
    }
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
    var (gapCount, isMissing) = (0, false)
    for term in weights.indices {
      let state = states[term][row]
      if state > ValueState.missing { return (0, state) }
      guard state == ValueState.missing else { continue }
      gapCount += 1
      isMissing = isMissing || !excludesMissing[term]
    }
    if isMissing { return (0, ValueState.missing) }
    let scale = rescales && gapCount > 0 ? remainingWeight(at: row) : nil
    // Nothing may remain, or weights of 0 only.
    if gapCount == weights.count || scale == 0 {
      return (0, FaultKind.allMeasuresExcluded.rawValue)
    }
    var sum: Double?
    for term in weights.indices where states[term][row] == ValueState.present {
      let weight = scale.map { weights[term] / $0 } ?? weights[term]
      let product = weight * values[term][row]
      sum = sum.map { $0 + product } ?? product
    }
    guard let sum, sum.isFinite else { return (0, FaultKind.overflow.rawValue) }
    return (sum, ValueState.present)
  }

  /// The sum of the weights of the terms that are there, in order.
  private func remainingWeight(at row: Int) -> Double? {
    var sum: Double?
    for term in weights.indices where states[term][row] == ValueState.present {
      sum = sum.map { $0 + weights[term] } ?? weights[term]
    }
    return sum
  }
}
