import ScoringPlan

extension BlockRegisters {
  /// Writes `body` of one slot to another, value by value; missing and faults pass through, and
  /// where `body` was not finite `fault` says why.
  @inline(__always)
  func map(
    _ result: Int, _ only: Int, _ body: (Double) -> Double, fault: (Double) -> FaultKind
  ) {
    let (input, output) = (values[only], values[result])
    for row in 0..<count { output[row] = body(input[row]) }
    if isClean[only], isFinite(result) {
      isClean[result] = true
      return
    }
    let (before, after) = (maintainedStates(only), states[result])
    for row in 0..<count {
      let isSound = before[row] != ValueState.present || output[row].isFinite
      after[row] = isSound ? before[row] : fault(input[row]).rawValue
    }
    isClean[result] = false
  }

  /// Writes `body` of two slots to a third, value by value; missing and faults pass through, and
  /// where `body` was not finite `fault` says why.
  @inline(__always)
  func map(
    _ result: Int, _ left: Int, _ right: Int, _ body: (Double, Double) -> Double,
    fault: (Double, Double) -> FaultKind
  ) {
    let (one, other, output) = (values[left], values[right], values[result])
    for row in 0..<count { output[row] = body(one[row], other[row]) }
    if isClean[left], isClean[right], isFinite(result) {
      isClean[result] = true
      return
    }
    let (first, second, after) = (
      maintainedStates(left), maintainedStates(right), states[result]
    )
    for row in 0..<count {
      let state = Self.merged(first[row], second[row])
      let isSound = state != ValueState.present || output[row].isFinite
      after[row] = isSound ? state : fault(one[row], other[row]).rawValue
    }
    isClean[result] = false
  }

  /// Writes a sound `body` of two slots to a third, value by value: bounds that are not set may be
  /// infinite, and picking one is no fault.
  @inline(__always)
  func choose(_ result: Int, _ left: Int, _ right: Int, _ body: (Double, Double) -> Double) {
    let (one, other, output) = (values[left], values[right], values[result])
    for row in 0..<count { output[row] = body(one[row], other[row]) }
    mergeStates(result, left, right)
  }

  /// Gives the result the states of two operands: the leftmost fault, else missing, else present.
  func mergeStates(_ result: Int, _ left: Int, _ right: Int) {
    isClean[result] = isClean[left] && isClean[right]
    if isClean[result] { return }
    let (first, second, after) = (
      maintainedStates(left), maintainedStates(right), states[result]
    )
    for row in 0..<count { after[row] = Self.merged(first[row], second[row]) }
  }

  /// Gives the result the states of one operand.
  func copyStates(_ result: Int, _ only: Int) {
    isClean[result] = isClean[only]
    if !isClean[result] { states[result].update(from: states[only], count: count) }
  }

  /// The state of what depends on two values: the leftmost fault, else missing, else present.
  @inline(__always)
  static func merged(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left > ValueState.missing { return left }
    return right > ValueState.missing ? right : left | right
  }

  /// Whether no value of a slot is infinite or not a number.
  func isFinite(_ slot: Int) -> Bool {
    let input = values[slot]
    // Adding one to the exponent carries into the sign bit only when all its bits were set.
    let (exponent, one): (UInt64, UInt64) = (0x7FF0_0000_0000_0000, 0x0010_0000_0000_0000)
    var any: UInt64 = 0
    for row in 0..<count { any |= (input[row].bitPattern & exponent) + one }
    return any >> 63 == 0
  }
}
