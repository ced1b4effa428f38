import ScoringPlan

extension BlockRegisters {
  /// The sum of weight times value, in the order of terms.
  func weightedSum(_ terms: [WeightedTerm], rescales: Bool, _ result: Int) {
    if terms.allSatisfy(takesPart), let first = terms.first {
      multiply(first, into: result)
      for term in terms.dropFirst() { addProduct(of: term, to: result) }
      isClean[result] = isFinite(result)
      if isClean[result] { return }
    }
    let sum = GappedSum(terms: terms.map(gappedTerm), rescales: rescales)
    let (output, after) = (values[result], states[result])
    for row in 0..<count { (output[row], after[row]) = sum.value(at: row) }
    isClean[result] = Self.isPresent(after, count)
  }

  /// Whether a term counts, with value and weight, in every row of the block.
  private func takesPart(_ term: WeightedTerm) -> Bool {
    guard isClean[self[term.value]] else { return false }
    if case .register(let weight) = term.weight, !isClean[self[weight]] { return false }
    guard let applies = term.applies else { return true }
    return isClean[self[applies]] && isTrue(self[applies])
  }

  /// Whether a clean slot of truths holds nothing but true.
  private func isTrue(_ slot: Int) -> Bool {
    let truths = values[slot]
    var all = true
    for row in 0..<count { all = all && truths[row] != 0 }
    return all
  }

  private func multiply(_ term: WeightedTerm, into result: Int) {
    let (input, output) = (values[self[term.value]], values[result])
    switch term.weight {
    case .slot(let slot):
      let weight = constants.parameters[slot]
      for row in 0..<count { output[row] = weight * input[row] }
    case .register(let register):
      let weights = values[self[register]]
      for row in 0..<count { output[row] = weights[row] * input[row] }
    }
  }

  private func addProduct(of term: WeightedTerm, to result: Int) {
    let (input, output) = (values[self[term.value]], values[result])
    switch term.weight {
    case .slot(let slot):
      let weight = constants.parameters[slot]
      for row in 0..<count { output[row] += weight * input[row] }
    case .register(let register):
      let weights = values[self[register]]
      for row in 0..<count { output[row] += weights[row] * input[row] }
    }
  }

  private func gappedTerm(_ term: WeightedTerm) -> GappedSum.Term {
    let value = operand(term.value)
    let applies = term.applies.map(operand)
    switch term.weight {
    case .slot(let slot):
      return GappedSum.Term(
        value: value, weight: constants.parameters[slot], weights: nil, applies: applies,
        excludesMissing: term.excludesMissing)
    case .register(let register):
      return GappedSum.Term(
        value: value, weight: 0, weights: operand(register), applies: applies,
        excludesMissing: term.excludesMissing)
    }
  }

  private func operand(_ register: Register) -> GappedSum.Operand {
    GappedSum.Operand(values: values[self[register]], states: maintainedStates(self[register]))
  }
}

/// A weighted sum some of whose terms may be missing, at fault or left out, row by row.
private struct GappedSum {
  struct Operand {
    let values: UnsafeMutablePointer<Double>
    let states: UnsafeMutablePointer<UInt8>
  }

  struct Term {
    let value: Operand
    /// The weight of all rows, unless each has its own.
    let weight: Double
    let weights: Operand?
    let applies: Operand?
    let excludesMissing: Bool

    @inline(__always)
    func applies(at row: Int) -> Bool {
      applies.map { $0.states[row] != ValueState.present || $0.values[row] != 0 } ?? true
    }

    /// What the term does to the state of the sum: nothing where its missing value is left out.
    @inline(__always)
    func state(at row: Int) -> UInt8 {
      let state = value.states[row]
      let own = state == ValueState.missing && excludesMissing ? ValueState.present : state
      return weights.map { BlockRegisters.merged(own, $0.states[row]) } ?? own
    }

    @inline(__always)
    func isKept(at row: Int) -> Bool {
      value.states[row] == ValueState.present && applies(at: row)
    }

    @inline(__always)
    func weight(at row: Int) -> Double { weights.map { $0.values[row] } ?? weight }
  }

  let terms: [Term]
  let rescales: Bool

  /// The sum in a row, and its state.
  func value(at row: Int) -> (Double, UInt8) {
    var (applyingCount, keptCount) = (0, 0)
    var state = ValueState.present
    for term in terms where term.applies(at: row) {
      applyingCount += 1
      if term.value.states[row] == ValueState.present { keptCount += 1 }
      state = BlockRegisters.merged(state, term.state(at: row))
    }
    if state != ValueState.present { return (0, state) }
    if keptCount == 0, applyingCount == 0, !rescales { return (0, ValueState.present) }
    let isRescaled = rescales && keptCount < terms.count
    let divisor = isRescaled ? keptWeight(at: row) : 1
    // Nothing may remain, or weights of 0 only.
    if keptCount == 0 || divisor == 0 { return (0, FaultKind.allMeasuresExcluded.rawValue) }
    var sum: Double?
    for term in terms where term.isKept(at: row) {
      let own = term.weight(at: row)
      let product = (isRescaled ? own / divisor : own) * term.value.values[row]
      sum = sum.map { $0 + product } ?? product
    }
    guard let sum, sum.isFinite else { return (0, FaultKind.overflow.rawValue) }
    return (sum, ValueState.present)
  }

  /// The sum of the weights of the terms that are kept, in order.
  private func keptWeight(at row: Int) -> Double {
    var sum: Double?
    for term in terms where term.isKept(at: row) {
      sum = sum.map { $0 + term.weight(at: row) } ?? term.weight(at: row)
    }
    return sum ?? 0
  }
}
