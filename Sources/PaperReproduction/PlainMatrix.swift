import Glibc

/// Positive numbers in rows and columns that need not be reciprocal, as when a paper rounds its cells
/// and goes on with them.
struct PlainMatrix {
  let cells: [[Double]]

  /// The right eigenvector of the largest eigenvalue, by repeated multiplication; its sum is 1.
  var eigenvector: [Double] {
    var vector = geometricMeans
    for _ in 0..<Self.mostSteps {
      let next = Self.normalised(times(vector))
      let change = zip(next, vector).map { abs($0 - $1) / $1 }.max() ?? 0
      vector = next
      if change <= 4 * Double.ulpOfOne { break }
    }
    return vector
  }

  /// The geometric means of the rows; their sum is 1.
  var geometricMeans: [Double] {
    // Roots before the product, so that it stays a number.
    let power = 1 / Double(cells.count)
    return Self.normalised(cells.map { row in row.reduce(1) { $0 * pow($1, power) } })
  }

  /// The mean of each row after every column is divided by its sum; the quotients may be rounded first.
  func columnMeans(roundedTo decimals: Int? = nil) -> [Double] {
    let sums = columnSums
    return cells.map { row in
      let quotients = zip(row, sums).map { Self.rounded($0 / $1, to: decimals) }
      return quotients.reduce(0, +) / Double(cells.count)
    }
  }

  /// The sum of each column.
  var columnSums: [Double] {
    cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
  }

  /// The product with a vector.
  func times(_ vector: [Double]) -> [Double] {
    cells.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Every cell rounded to some decimals.
  func rounded(to decimals: Int) -> PlainMatrix {
    PlainMatrix(cells: cells.map { $0.map { Self.rounded($0, to: decimals) } })
  }

  /// Far more than inconsistent judgements need.
  private static let mostSteps = 10_000

  static func rounded(_ number: Double, to decimals: Int?) -> Double {
    guard let decimals else { return number }
    let unit = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    return (number * unit).rounded() / unit
  }

  /// The natural logarithm of a positive number.
  static func logarithm(_ number: Double) -> Double { log(number) }

  static func normalised(_ numbers: [Double]) -> [Double] {
    let sum = numbers.reduce(0, +)
    return numbers.map { $0 / sum }
  }
}
