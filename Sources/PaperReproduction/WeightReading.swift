import AHP
import LinearAlgebra

/// Weights by one method from one reading of the cells of a matrix.
struct WeightReading {
  let method: PriorityMethod
  let basis: String
  let weights: [Double]
  /// The cells that were read.
  let cells: PlainMatrix

  /// What a matrix gives when nothing is rounded.
  static let exact = "the judgements"

  /// Every reading of a matrix, the plainest first: exact by every method; then from cells as printed,
  /// from cells rounded, and from rounded quotients of column means, which people compute by hand.
  static func all(of paper: PaperMatrix) throws(LinearAlgebraError) -> [WeightReading] {
    let exact = PlainMatrix(cells: paper.cells)
    var readings: [WeightReading] = []
    for method in PriorityMethod.allCases {
      let weights = try PriorityVector(paper.matrix, method: method).weights
      readings.append(
        WeightReading(method: method, basis: Self.exact, weights: weights, cells: exact))
    }
    if let printed = paper.printedCells {
      readings += plain(PlainMatrix(cells: printed), basis: "the cells as printed")
    }
    for decimals in roundings {
      let rounded = exact.rounded(to: decimals)
      guard rounded.cells != exact.cells, rounded.cells.allSatisfy({ $0.allSatisfy { $0 > 0 } })
      else { continue }
      readings += plain(rounded, basis: "cells rounded to \(decimals) decimals")
    }
    return readings
      + roundings.map { decimals in
        WeightReading(
          method: .columnMean, basis: "quotients rounded to \(decimals) decimals",
          weights: exact.columnMeans(roundedTo: decimals), cells: exact)
      }
  }

  /// How many decimals people keep of what they go on with.
  static let roundings = 2...4

  private static func plain(_ cells: PlainMatrix, basis: String) -> [WeightReading] {
    [
      (PriorityMethod.eigenvector, cells.eigenvector),
      (.geometricMean, cells.geometricMeans),
      (.columnMean, cells.columnMeans()),
    ].map { WeightReading(method: $0, basis: basis, weights: $1, cells: cells) }
  }
}

extension PaperMatrix {
  /// All judgements and their reciprocals, row by row.
  var cells: [[Double]] {
    (0..<matrix.size).map { row in (0..<matrix.size).map { matrix[row, $0] } }
  }
}
