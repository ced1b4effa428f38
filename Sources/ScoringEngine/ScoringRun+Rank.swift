import ScoringPlan

extension ScoringRun {
  /// Ranks the subjects that take part.
  func run(_ ranking: Ranking) {
    order(by: ranking.by, within: ranking.within, excluding: excluded(by: ranking.ineligible))
      .writeRanks(to: column(ranking.result, of: 0))
  }

  /// The order of the subjects that are not rejected or excluded and have a value to be ordered by.
  func order(
    by register: Register, within group: Register?, excluding excluded: [Bool]?
  ) -> RankOrder {
    let (scale, isRejected) = (ScoreKey.scale(plan.decimals), isRejected)
    let keys = withColumn(register, of: 0) { values, states in
      RankKeys(count: population.subjectCount, threads: options.threads) { subject in
        if isRejected[subject] || states[subject] != ValueState.present { return RankKeys.none }
        if let excluded, excluded[subject] { return RankKeys.none }
        return ScoreKey.key(of: values[subject], scale: scale) ?? RankKeys.none
      }
    }
    return RankOrder(
      keys: keys, groups: group.map { groups(by: $0) }, threads: options.threads)
  }

  /// For each subject whether one of some truths holds of it; nil when there are none.
  func excluded(by truths: [Register]) -> [Bool]? {
    if truths.isEmpty { return nil }
    var excluded = [Bool](repeating: false, count: population.subjectCount)
    excluded.withUnsafeMutableBufferPointer { excluded in
      for truth in truths {
        withColumn(truth, of: 0) { values, states in
          RowRanges.forEach(of: excluded.count, threads: options.threads) { subjects in
            for subject in subjects
            where states[subject] == ValueState.present && values[subject] != 0 {
              excluded[subject] = true
            }
          }
        }
      }
    }
    return excluded
  }
}
