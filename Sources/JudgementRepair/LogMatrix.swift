import AHP
import Glibc

/// A reciprocal matrix as logarithms of its upper triangle, with its Perron root and both vectors.
///
/// The logarithm of the Perron root is a convex function of these logarithms, and this is what the
/// whole search rests on: Bozoki, S., Fulop, J., Ronyai, L. (2010), Mathematical and Computer
/// Modelling 52(1-2), 318-333, doi:10.1016/j.mcm.2010.02.047.
struct LogMatrix {
  let size: Int
  /// Row and column of each judgement above the diagonal, in reading order.
  let rows: [Int]
  let columns: [Int]
  /// The natural logarithms of the judgements.
  private(set) var logarithms: [Double]
  /// The elements, row by row and column by column.
  private var byRow: [Double]
  private var byColumn: [Double]
  /// The Perron root; right after `solve`.
  private(set) var root: Double
  /// The right vector, with sum 1.
  private(set) var right: [Double]
  /// The left vector, with sum 1.
  private(set) var left: [Double]

  init(_ matrix: PairwiseComparisonMatrix) {
    size = matrix.size
    let pairs = Self.pairs(size)
    rows = pairs.map(\.row)
    columns = pairs.map(\.column)
    logarithms = pairs.map { log(matrix[$0.row, $0.column]) }
    byRow = [Double](repeating: 1, count: size * size)
    byColumn = byRow
    root = Double(size)
    right = [Double](repeating: 1 / Double(size), count: size)
    left = right
    for index in pairs.indices { self[index] = logarithms[index] }
  }

  /// Row and column of each judgement above the diagonal, in reading order.
  static func pairs(_ size: Int) -> [(row: Int, column: Int)] {
    (0..<size).flatMap { row in (row + 1..<max(size, row + 1)).map { (row, $0) } }
  }

  /// The logarithm of a judgement.
  subscript(index: Int) -> Double {
    get { logarithms[index] }
    set {
      logarithms[index] = newValue
      let (row, column) = (rows[index], columns[index])
      let (value, reciprocal) = (exp(newValue), exp(-newValue))
      byRow[row * size + column] = value
      byRow[column * size + row] = reciprocal
      byColumn[column * size + row] = value
      byColumn[row * size + column] = reciprocal
    }
  }

  /// Finds the Perron root and both vectors by the power method, from those found before. O(n^2) for
  /// each of a few dozen steps.
  mutating func solve() {
    (root, _) = Self.power(byColumn, &right, below: nil)
    _ = Self.power(byRow, &left, below: nil)
  }

  /// Whether the Perron root is below a limit; the power method is ended as soon as that is certain.
  mutating func isBelow(_ limit: Double) -> Bool {
    let (middle, isBelow) = Self.power(byColumn, &right, below: limit)
    root = middle
    return isBelow
  }

  /// The power method, by the columns of a matrix, until the Collatz-Wielandt bounds of the root meet
  /// or lie on one side of a limit.
  private static func power(
    _ columns: [Double], _ vector: inout [Double], below limit: Double?
  ) -> (root: Double, isBelow: Bool) {
    let size = vector.count
    var (root, isBelow) = (0.0, false)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { next in
      columns.withUnsafeBufferPointer { columns in
        vector.withUnsafeMutableBufferPointer { vector in
          for step in 1...mostSteps {
            for row in 0..<size { next[row] = 0 }
            for column in 0..<size {
              let (factor, start) = (vector[column], column * size)
              for row in 0..<size { next[row] += columns[start + row] * factor }
            }
            // To divide costs more than to multiply: the bounds are looked at now and then.
            let isLookedAt = step % stepsBetween == 0
            var (lower, upper, sum) = (Double.infinity, 0.0, 0.0)
            if isLookedAt {
              for row in 0..<size {
                let quotient = next[row] / vector[row]
                lower = min(lower, quotient)
                upper = max(upper, quotient)
              }
            }
            for row in 0..<size { sum += next[row] }
            let scale = 1 / sum
            for row in 0..<size { vector[row] = next[row] * scale }
            guard isLookedAt else { continue }
            root = (lower + upper) / 2
            isBelow = limit.map { root < $0 } ?? false
            if upper - lower <= 1e-12 * upper { return }
            if let limit, upper < limit || lower >= limit { return }
          }
        }
      }
    }
    return (root, isBelow)
  }

  /// Steps after which the power method gives what it has; only a matrix with judgements of many
  /// powers of ten needs as many.
  private static let mostSteps = 500
  private static let stepsBetween = 4

  /// The derivatives of the logarithm of the root by the logarithms of the judgements; right after
  /// `solve`.
  var gradient: [Double] {
    var product = 0.0
    for row in 0..<size { product += left[row] * right[row] }
    let scale = 1 / (root * product)
    var gradient = [Double](repeating: 0, count: rows.count)
    for index in rows.indices {
      let (row, column) = (rows[index], columns[index])
      gradient[index] =
        scale
        * (left[row] * byRow[row * size + column] * right[column]
          - left[column] * byColumn[row * size + column] * right[row])
    }
    return gradient
  }

  /// The logarithm at which the root would no longer change with a judgement, were the vectors to stay.
  func stationary(_ index: Int) -> Double {
    let (row, column) = (rows[index], columns[index])
    return 0.5 * log(left[column] * right[row] / (left[row] * right[column]))
  }
}
