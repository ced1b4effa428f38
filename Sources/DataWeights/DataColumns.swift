/// Numbers in columns, each where more is better, all with the same rows.
public struct DataColumns: Sendable {
  /// The names of the columns.
  public let labels: [String]
  /// The numbers of each column, row by row.
  public let columns: [[Double]]

  /// At least one column, with finite numbers.
  public init(labels: [String], columns: [[Double]]) {
    precondition(!labels.isEmpty && labels.count == columns.count, "each column has a label")
    precondition(
      columns.allSatisfy { $0.count == columns[0].count }, "all columns have the same rows")
    self.labels = labels
    self.columns = columns
  }

  /// How many rows there are.
  public var rowCount: Int { columns[0].count }

  /// Whether each column holds one and the same number.
  var isConstant: [Bool] {
    columns.map { column in column.allSatisfy { $0 == column.first } }
  }

  /// Each column stretched to 0 ... 1; a constant one is 0.
  var stretched: DataColumns {
    DataColumns(
      labels: labels,
      columns: columns.map { column in
        guard let least = column.min(), let most = column.max(), most > least else {
          return column.map { _ in 0 }
        }
        return column.map { ($0 - least) / (most - least) }
      })
  }

  /// For each row the sum of weights times numbers.
  public func totals(_ weights: [Double]) -> [Double] {
    var totals = [Double](repeating: 0, count: rowCount)
    for (column, weight) in zip(columns, weights) where weight != 0 {
      for row in totals.indices { totals[row] += weight * column[row] }
    }
    return totals
  }
}
