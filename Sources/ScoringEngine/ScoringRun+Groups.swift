import ScoringPlan

extension ScoringRun {
  /// Groups of equal texts, those without a text being one; without a register all are one group.
  func groups(by register: Register?) -> SubjectGroups {
    let count = population.subjectCount
    guard let register else {
      return groupCache.groups(by: nil) { SubjectGroups(subjectCount: count) }
    }
    let table = population.tables[0]
    if register.index > table.columns.count {
      // Computed texts may change from one round of the stages to the next.
      return withColumn(register, of: 0) { codes, states in
        SubjectGroups(subjectCount: count) {
          states[$0] == ValueState.present ? Int32(codes[$0]) : -1
        }
      }
    }
    return groupCache.groups(by: register) {
      let codes = register == .key ? table.keys : table.columns[register.index - 1].codes
      return codes.withUnsafeBufferPointer { codes in
        SubjectGroups(subjectCount: count) { codes[$0] }
      }
    }
  }
}
