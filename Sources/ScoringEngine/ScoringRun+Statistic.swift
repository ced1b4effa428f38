import ScorecardPolicy
import ScoringPlan

extension ScoringRun {
  /// Compares the subjects that are not rejected with their groups.
  func run(_ statistic: Statistic) {
    switch statistic.function {
    case .count: count(statistic)
    case .rank, .percentRank: rank(statistic)
    case .sum, .average, .minimum, .maximum, .median, .standardDeviation: summarise(statistic)
    }
  }

  private func count(_ statistic: Statistic) {
    let column = column(statistic.result, of: 0)
    let groups = groups(by: statistic.group)
    var counts = [Int](repeating: 0, count: groups.count)
    let subjects = isRejected.indices.filter { !isRejected[$0] }
    for subject in subjects { counts[Int(groups.numbers[subject])] += 1 }
    for subject in subjects {
      column.values[subject] = Double(counts[Int(groups.numbers[subject])])
      column.states[subject] = ValueState.present
    }
  }

  /// Gives each subject its group's value, or its own fault.
  private func summarise(_ statistic: Statistic) {
    let column = column(statistic.result, of: 0)
    let groups = groups(by: statistic.group)
    withColumn(statistic.source, of: 0) { values, states in
      let results = summaries(statistic.function, groups, values, states)
      RowRanges.forEach(of: column.count, threads: options.threads) { subjects in
        for subject in subjects where !isRejected[subject] {
          let group = Int(groups.numbers[subject])
          let isFaulty = states[subject] > ValueState.missing
          column.values[subject] = results.values[group]
          column.states[subject] = isFaulty ? states[subject] : results.states[group]
        }
      }
    }
  }

  /// The value of each group.
  private func summaries(
    _ function: PopulationFunction, _ groups: SubjectGroups, _ values: UnsafePointer<Double>,
    _ states: UnsafePointer<UInt8>
  ) -> RegisterColumn {
    var grouped = GroupedValues(groups, isRejected, values, states)
    let starts = grouped.starts
    let results = RegisterColumn(count: groups.count)
    grouped.values.withUnsafeMutableBufferPointer { all in
      RowRanges.forEach(of: groups.count, threads: options.threads) { range in
        var summary = GroupSummary(function)
        for group in range {
          let members = UnsafeMutableBufferPointer(rebasing: all[starts[group]..<starts[group + 1]])
          (results.values[group], results.states[group]) = summary.value(of: members)
        }
      }
    }
    return results
  }

  private func rank(_ statistic: Statistic) {
    let column = column(statistic.result, of: 0)
    let (scale, isRejected) = (ScoreKey.scale(statistic.decimals), isRejected)
    let keys = withColumn(statistic.source, of: 0) { values, states in
      RankKeys(count: column.count, threads: options.threads) { subject in
        if isRejected[subject] { return RankKeys.none }
        column.states[subject] = states[subject]
        if states[subject] != ValueState.present { return RankKeys.none }
        if let key = ScoreKey.key(of: values[subject], scale: scale) { return key }
        column.states[subject] = FaultKind.overflow.rawValue
        return RankKeys.none
      }
    }
    let order = RankOrder(
      keys: keys, groups: statistic.group.map { groups(by: $0) }, threads: options.threads)
    order.forEachGroup { group in
      group.forEachRun { run in
        let value = Self.standing(of: run, among: group.count, statistic.function)
        for place in run { column.values[group.subject(at: place)] = value }
      }
    }
  }

  /// The rank of a run of equals in its group, or the share of the others that are below it.
  private static func standing(
    of run: Range<Int>, among count: Int, _ function: PopulationFunction
  ) -> Double {
    if function == .rank { return Double(run.lowerBound + 1) }
    if count == 1 { return 1 }
    return Double(count - run.upperBound) / Double(count - 1)
  }
}
