import ScoringPlan

extension ScoringRun {
  /// Ranks the subjects that are not rejected and have a value to be ranked by.
  func run(_ ranking: Ranking) {
    let column = makeColumn(ranking.result, of: 0)
    column.values.update(repeating: 0, count: column.count)
    column.states.update(repeating: ValueState.missing, count: column.count)
    var order = RankOrder(count: column.count)
    withColumn(ranking.by, of: 0) { values, states in
      for subject in 0..<column.count
      where !isRejected(subject) && states[subject] == ValueState.present {
        guard let key = ScoreKey.key(of: values[subject], decimals: plan.decimals) else { continue }
        order.add(subject, key: key)
      }
    }
    if let group = ranking.within {
      withColumn(group, of: 0) { codes, states in
        for subject in 0..<column.count where states[subject] == ValueState.present {
          order.groups[subject] = UInt32(codes[subject]) + 1
        }
      }
    }
    order.forEachRank { subject, rank in
      column.values[subject] = Double(rank)
      column.states[subject] = ValueState.present
    }
  }
}
