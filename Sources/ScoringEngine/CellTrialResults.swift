import ScoringPlan

/// What comes of trials: a value of each register that was asked for.
public struct CellTrialResults {
  /// For each trial whether the subject would be rejected.
  public internal(set) var isRejected: [Bool] = []
  /// For each register the values, in the order of trials.
  var values: [[Double]]
  var states: [[UInt8]]

  init(registerCount: Int) {
    values = Array(repeating: [], count: registerCount)
    states = values.map { _ in [] }
  }

  /// The value of a register, by its place among those asked for, in a trial: a number, a truth as 1 or 0,
  /// a text or grade as its code; nil where it is missing or at fault.
  public subscript(register: Int, trial: Int) -> Double? {
    states[register][trial] == ValueState.present ? values[register][trial] : nil
  }

  mutating func removeAll() {
    isRejected.removeAll(keepingCapacity: true)
    for index in values.indices {
      values[index].removeAll(keepingCapacity: true)
      states[index].removeAll(keepingCapacity: true)
    }
  }
}
