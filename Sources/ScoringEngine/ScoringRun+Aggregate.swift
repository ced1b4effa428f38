import ScorecardPolicy
import ScoringPlan

extension ScoringRun {
  /// Brings each subject's detail rows together into one value.
  func run(_ aggregate: Aggregate) {
    guard case .indexed(let indices) = population.details else {
      preconditionFailure("a population without its detail rows has its aggregates")
    }
    let column = makeColumn(aggregate.result, of: 0)
    let index = indices[aggregate.table - 1]
    aggregate.run(over: index, into: column, threads: options.threads) {
      self.column($0, of: aggregate.table)
    }
  }
}

extension Aggregate {
  /// Brings the rows of each subject together, one subject after another.
  ///
  /// - Parameter operand: the values of a register of the detail table.
  func run(
    over index: DetailIndex, into column: RegisterColumn, threads: Int,
    operand: (Register) -> RegisterColumn
  ) {
    let condition = condition.map(operand)
    // Only the condition matters for how many rows there are.
    guard let source = function == .count ? condition : operand(source) else {
      for subject in 0..<column.count {
        column.values[subject] = Double(index.range(of: subject).count)
      }
      return
    }
    RowRanges.forEach(of: column.count, threads: threads) { subjects in
      var group = DetailGroup(function, source, condition)
      for subject in subjects {
        let rows = index.rows[index.range(of: subject)]
        (column.values[subject], column.states[subject]) = group.value(of: rows)
      }
    }
  }
}
