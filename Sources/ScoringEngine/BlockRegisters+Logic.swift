import ScorecardPolicy
import ScoringPlan

extension BlockRegisters {
  func compare(_ symbol: ComparisonOperator, _ result: Int, _ left: Int, _ right: Int) {
    switch symbol {
    case .equal: choose(result, left, right) { $0 == $1 ? 1 : 0 }
    case .notEqual: choose(result, left, right) { $0 != $1 ? 1 : 0 }
    case .less: choose(result, left, right) { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: choose(result, left, right) { $0 <= $1 ? 1 : 0 }
    case .greater: choose(result, left, right) { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: choose(result, left, right) { $0 >= $1 ? 1 : 0 }
    }
  }

  func compareText(_ symbol: ComparisonOperator, _ result: Int, _ left: Int, _ right: Int) {
    switch symbol {
    case .equal: choose(result, left, right) { $0 == $1 ? 1 : 0 }
    case .notEqual: choose(result, left, right) { $0 != $1 ? 1 : 0 }
    case .less: order(result, left, right, isTrueWhenBefore: true)
    case .greaterOrEqual: order(result, left, right, isTrueWhenBefore: false)
    case .greater: order(result, right, left, isTrueWhenBefore: true)
    case .lessOrEqual: order(result, right, left, isTrueWhenBefore: false)
    }
    // The leftmost fault is the result's, whichever way the texts were compared.
    mergeStates(result, left, right)
  }

  /// Writes whether the texts of one slot come before those of the other, or the opposite.
  private func order(_ result: Int, _ one: Int, _ other: Int, isTrueWhenBefore: Bool) {
    let (first, second) = (maintainedStates(one), maintainedStates(other))
    for row in 0..<count where first[row] | second[row] == ValueState.present {
      let isBefore = texts.isOrderedBefore(Int32(values[one][row]), Int32(values[other][row]))
      values[result][row] = isBefore == isTrueWhenBefore ? 1 : 0
    }
  }

  func not(_ result: Int, _ only: Int) {
    let (input, output) = (values[only], values[result])
    for row in 0..<count { output[row] = 1 - input[row] }
    copyStates(result, only)
  }

  /// Three-valued and (`deciding` 0) and or (`deciding` 1), from left to right.
  func connect(_ result: Int, _ left: Int, _ right: Int, deciding: Double) {
    let (one, other, output) = (values[left], values[right], values[result])
    let neutral = 1 - deciding
    for row in 0..<count { output[row] = one[row] == deciding ? deciding : other[row] }
    isClean[result] = isClean[left] && isClean[right]
    if isClean[result] { return }
    let (first, second, after) = (
      maintainedStates(left), maintainedStates(right), states[result]
    )
    for row in 0..<count {
      switch first[row] {
      case ValueState.present:
        after[row] = one[row] == neutral ? second[row] : ValueState.present
      case ValueState.missing:
        let isDecided = second[row] == ValueState.present && other[row] == deciding
        output[row] = deciding
        after[row] = isDecided ? ValueState.present : max(second[row], ValueState.missing)
      case let fault:
        after[row] = fault
      }
    }
  }

  /// The value that the condition chooses, with its state.
  func select(_ result: Int, _ condition: Int, _ then: Int, _ otherwise: Int) {
    let (chooser, one, other) = (values[condition], values[then], values[otherwise])
    let output = values[result]
    for row in 0..<count { output[row] = chooser[row] != 0 ? one[row] : other[row] }
    isClean[result] = isClean[condition] && isClean[then] && isClean[otherwise]
    if isClean[result] { return }
    let (first, second, third) = (
      maintainedStates(condition), maintainedStates(then), maintainedStates(otherwise)
    )
    for row in 0..<count {
      let chosen = chooser[row] != 0 ? second[row] : third[row]
      states[result][row] = first[row] == ValueState.present ? chosen : first[row]
    }
  }

  /// The value where the condition is true, missing where it is false.
  func onlyIf(_ result: Int, _ condition: Int, _ value: Int) {
    let (chooser, output) = (values[condition], values[result])
    output.update(from: values[value], count: count)
    let (first, second) = (maintainedStates(condition), maintainedStates(value))
    for row in 0..<count {
      let chosen = chooser[row] != 0 ? second[row] : ValueState.missing
      states[result][row] = first[row] == ValueState.present ? chosen : first[row]
    }
    isClean[result] = Self.isPresent(states[result], count)
  }

  func ifMissing(_ result: Int, _ value: Int, _ substitute: Int) {
    let (one, other, output) = (values[value], values[substitute], values[result])
    output.update(from: one, count: count)
    isClean[result] = isClean[value]
    if isClean[result] { return }
    let (first, second) = (maintainedStates(value), maintainedStates(substitute))
    for row in 0..<count {
      let isMissing = first[row] == ValueState.missing
      if isMissing { output[row] = other[row] }
      states[result][row] = isMissing ? second[row] : first[row]
    }
  }

  func isMissing(_ result: Int, _ only: Int) {
    values[result].update(repeating: 0, count: count)
    isClean[result] = isClean[only]
    if isClean[result] { return }
    for row in 0..<count {
      let isMissing = states[only][row] == ValueState.missing
      values[result][row] = isMissing ? 1 : 0
      states[result][row] = isMissing ? ValueState.present : states[only][row]
    }
  }

  /// The number of each text, else the default's, else a fault.
  func lookup(_ lookup: PlanConstants.CodedLookup, _ result: Int, _ text: Int, default: Int?) {
    let (codes, before) = (values[text], maintainedStates(text))
    let (output, after) = (values[result], states[result])
    let fallback = `default`.map { (values: values[$0], states: maintainedStates($0)) }
    for row in 0..<count {
      after[row] = before[row]
      guard before[row] == ValueState.present else { continue }
      let code = Int(codes[row])
      if code < lookup.isKey.count, lookup.isKey[code] {
        output[row] = lookup.values[code]
      } else if let fallback {
        output[row] = fallback.values[row]
        after[row] = fallback.states[row]
      } else {
        after[row] = FaultKind.unknownText.rawValue
      }
    }
    isClean[result] = Self.isPresent(after, count)
  }
}
