/// A non-negative matrix D^-1 A D with positive diagonal, held by logarithms, whose diagonal D is moved
/// until all rows have one sum: then the sum is the Perron root and D the eigenvector.
///
/// Noda, T. (1971), Numerische Mathematik 17, 382-386, doi:10.1007/BF01436087: inverse iteration
/// shifted by the largest row sum converges quadratically from every positive vector.
struct PerronBalance {
  private let size: Int
  /// The logarithms of A, row by row; minus infinity where an element is 0.
  var logarithms: [Double]
  /// The logarithms of D.
  private(set) var scale: [Double]
  /// The elements of D^-1 A D, row by row.
  private(set) var elements: [Double]
  private(set) var rowSums: [Double]

  init(size: Int, logarithms: [Double], scale: [Double]) {
    self.size = size
    self.logarithms = logarithms
    self.scale = scale
    elements = logarithms
    rowSums = scale
    refresh()
  }

  /// The geometric middle of the smallest and the largest row sum, whose interval holds the Perron root.
  var logarithmOfRoot: Double {
    (naturalLogarithm(rowSums.min() ?? 1) + naturalLogarithm(rowSums.max() ?? 1)) / 2
  }

  /// Multiplies all logarithms, and the scaling, by a positive number.
  mutating func stretch(by factor: Double) {
    for index in logarithms.indices { logarithms[index] *= factor }
    for index in scale.indices { scale[index] *= factor }
  }

  /// Moves D until the row sums agree as well as rounding lets them. O(n^3) for each of a few steps.
  mutating func balance() {
    refresh()
    var best = (spread: spread, scale: scale)
    for _ in 0..<Self.mostSteps {
      if best.spread <= Double(size + 5) * .ulpOfOne { break }
      step()
      refresh()
      let spread = self.spread
      let isStuck = spread >= best.spread * 0.5 && spread < 1e-9
      if spread < best.spread { best = (spread, scale) }
      if isStuck { break }
    }
    if scale != best.scale {
      scale = best.scale
      refresh()
    }
  }

  private static let mostSteps = 100

  private var spread: Double {
    let largest = rowSums.max() ?? 1
    return (largest - (rowSums.min() ?? 1)) / largest
  }

  /// One Noda step: solves (largest row sum - D^-1 A D) z = 1 and multiplies D by z.
  private mutating func step() {
    let largest = rowSums.max() ?? 1
    var leaks = rowSums.map { largest - $0 }
    // A row may not be alone in leaking nothing: the barest leak keeps the system solvable.
    leaks[0] = max(leaks[0], largest * .ulpOfOne / 4)
    let factors = GroundedElimination(size: size, rates: elements, leaks: leaks)
      .potentials([Double](repeating: 1, count: size)).map(naturalLogarithm)
    let highest = factors.max() ?? 0
    for index in scale.indices { scale[index] += factors[index] - highest }
  }

  private mutating func refresh() {
    for row in 0..<size {
      var sum = 0.0
      for column in 0..<size {
        let element = exponential(logarithms[row * size + column] + scale[column] - scale[row])
        elements[row * size + column] = element
        sum += element
      }
      rowSums[row] = sum
    }
  }
}
