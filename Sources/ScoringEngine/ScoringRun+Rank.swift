import ScoringPlan

extension ScoringRun {
  /// Ranks the subjects that take part.
  func run(_ ranking: Ranking) {
    let column = column(ranking.result, of: 0)
    let order = order(
      by: ranking.by, within: ranking.within, excluding: excluded(by: ranking.ineligible))
    order.forEachRank { subject, rank in
      column.values[subject] = Double(rank)
      column.states[subject] = ValueState.present
    }
  }

  /// The subjects that are not rejected or excluded and have a value to be ordered by.
  func order(by register: Register, within group: Register?, excluding excluded: [Bool]?)
    -> RankOrder
  {
    var order = RankOrder(count: population.subjectCount)
    withColumn(register, of: 0) { values, states in
      for subject in 0..<population.subjectCount
      where !isRejected[subject] && states[subject] == ValueState.present {
        if let excluded, excluded[subject] { continue }
        guard let key = ScoreKey.key(of: values[subject], decimals: plan.decimals) else { continue }
        order.add(subject, key: key)
      }
    }
    if let group { order.groups = SubjectGroups(self, by: group).numbers }
    return order
  }

  /// For each subject whether one of some truths holds of it; nil when there are none.
  func excluded(by truths: [Register]) -> [Bool]? {
    if truths.isEmpty { return nil }
    var excluded = [Bool](repeating: false, count: population.subjectCount)
    for truth in truths {
      withColumn(truth, of: 0) { values, states in
        for subject in excluded.indices
        where states[subject] == ValueState.present && values[subject] != 0 {
          excluded[subject] = true
        }
      }
    }
    return excluded
  }
}
