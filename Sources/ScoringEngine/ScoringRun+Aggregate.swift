import ScorecardPolicy
import ScoringPlan

extension ScoringRun {
  /// Brings each subject's detail rows together into one value.
  func run(_ aggregate: Aggregate) {
    let column = makeColumn(aggregate.result, of: 0)
    let index = population.details[aggregate.table - 1]
    if aggregate.function == .count, aggregate.condition == nil {
      for subject in 0..<column.count {
        column.values[subject] = Double(index.range(of: subject).count)
      }
      return
    }
    let condition = aggregate.condition.map { self.column($0, of: aggregate.table) }
    // Only the condition matters for how many rows there are.
    let source =
      aggregate.function == .count
      ? condition : self.column(aggregate.source, of: aggregate.table)
    guard let source else { return }
    RowRanges.forEach(of: column.count, threads: options.threads) { subjects in
      var group = DetailGroup(aggregate.function, source, condition)
      for subject in subjects {
        let rows = index.rows[index.range(of: subject)]
        (column.values[subject], column.states[subject]) = group.value(of: rows)
      }
    }
  }
}
