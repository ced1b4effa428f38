import Glibc

extension ColumnWeights {
  /// One less the entropy of each column's shares.
  ///
  /// A share of 0 adds nothing, as p ln p goes to 0 with p.
  static func entropyImportance(_ data: DataColumns) throws(DataWeightError) -> [Double] {
    var importance: [Double] = []
    let largest = log(Double(data.rowCount))
    for (label, column) in zip(data.labels, data.columns) {
      if let negative = column.first(where: { $0 < 0 }) {
        throw .negative(label: label, value: negative)
      }
      let sum = column.reduce(0, +)
      let entropy = column.reduce(0) { total, number in
        let share = number / sum
        return share > 0 ? total - share * log(share) : total
      }
      importance.append(max(0, 1 - entropy / largest))
    }
    return importance
  }

  /// The standard deviation of each column stretched to 0 ... 1, times its conflict with the others.
  static func criticImportance(_ data: DataColumns) throws(DataWeightError) -> [Double] {
    let columns = data.stretched.columns
    let isConstant = data.isConstant
    if isConstant.count(where: { !$0 }) == 1 { return isConstant.map { $0 ? 0 : 1 } }
    let centred = columns.map { column in
      let mean = mean(column)
      return column.map { $0 - mean }
    }
    let squares = centred.map { product($0, $0) }
    let importance = centred.indices.map { column -> Double in
      guard !isConstant[column] else { return 0 }
      // A constant column agrees and disagrees with none.
      let conflict = centred.indices.reduce(0) { sum, other -> Double in
        guard other != column, !isConstant[other] else { return sum }
        let correlation =
          product(centred[column], centred[other])
          / (squares[column].squareRoot() * squares[other].squareRoot())
        let difference = 1 - correlation
        return difference > 1e-12 ? sum + difference : sum
      }
      return squares[column].squareRoot() * conflict
    }
    guard importance.contains(where: { $0 > 0 }) else { throw .noConflict }
    return importance
  }

  /// The standard deviation of each column divided by its mean.
  static func variationImportance(_ data: DataColumns) throws(DataWeightError) -> [Double] {
    var importance: [Double] = []
    for (label, column) in zip(data.labels, data.columns) {
      let mean = mean(column)
      guard mean > 0 else { throw .meanNotPositive(label: label, mean: mean) }
      let centred = column.map { $0 - mean }
      importance.append((product(centred, centred) / Double(column.count)).squareRoot() / mean)
    }
    return importance
  }

  private static func mean(_ column: [Double]) -> Double {
    column.reduce(0, +) / Double(column.count)
  }

  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
