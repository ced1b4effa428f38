import CGLPK

extension LinearProgram {
  /// The least cost. At least one variable must be there.
  ///
  /// - Throws: `solverFailed` when GLPK gives up.
  public func solved() throws(LinearProgramError) -> LinearOutcome {
    precondition(!lower.isEmpty, "a linear program has variables")
    var values = [Double](repeating: 0, count: lower.count)
    var (cost, bound) = (0.0, 0.0)
    switch Int(run(&values, &cost, &bound)) {
    case glpk_optimal: return .optimal(values: values, cost: cost)
    case glpk_infeasible: return .infeasible
    case glpk_unbounded: return .unbounded
    case glpk_stopped:
      return .stopped(found: LinearOutcome.Found(values: values, cost: cost), bound: bound)
    case glpk_stopped_without_solution: return .stopped(found: nil, bound: bound)
    default: throw .solverFailed
    }
  }

  private func run(_ values: inout [Double], _ cost: inout Double, _ bound: inout Double) -> Int32 {
    let terms = merged
    let rowNumbers = terms.map { Int32($0.row + 1) }
    let columnNumbers = terms.map { Int32($0.column + 1) }
    let coefficients = terms.map(\.coefficient)
    let rowLower = rows.map(\.bounds.lowerBound)
    let rowUpper = rows.map(\.bounds.upperBound)
    let integers = isInteger.map { $0 ? UInt8(1) : 0 }
    return rowNumbers.withUnsafeBufferPointer { rowNumbers in
      columnNumbers.withUnsafeBufferPointer { columnNumbers in
        coefficients.withUnsafeBufferPointer { coefficients in
          rowLower.withUnsafeBufferPointer { rowLower in
            rowUpper.withUnsafeBufferPointer { rowUpper in
              lower.withUnsafeBufferPointer { lower in
                upper.withUnsafeBufferPointer { upper in
                  costs.withUnsafeBufferPointer { costs in
                    integers.withUnsafeBufferPointer { integers in
                      var program = glpk_program(
                        row_count: Int32(rows.count), column_count: Int32(lower.count),
                        term_count: Int32(terms.count), rows: rowNumbers.baseAddress,
                        columns: columnNumbers.baseAddress, coefficients: coefficients.baseAddress,
                        row_lower: rowLower.baseAddress, row_upper: rowUpper.baseAddress,
                        lower: lower.baseAddress, upper: upper.baseAddress,
                        costs: costs.baseAddress, is_integer: integers.baseAddress,
                        node_limit: Int32(clamping: nodeLimit))
                      return glpk_solve(&program, &values, &cost, &bound)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The coefficients, each place once and none 0, row by row.
  private var merged: [(row: Int, column: Int, coefficient: Double)] {
    rows.enumerated().flatMap { row, entry in
      var sums: [Int: Double] = [:]
      for term in entry.terms { sums[term.variable.index, default: 0] += term.coefficient }
      return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { (row: row, column: $0.key, coefficient: $0.value) }
    }
  }
}
