/// Where the results of a batch stand in one array: all weights, then all eigenvalues, lower bounds and
/// upper bounds.
struct BatchLayout: Hashable, Sendable {
  let size: Int
  let count: Int

  var total: Int { count * (size + 3) }
  var values: Int { count * size }
  var lower: Int { count * (size + 1) }
  var upper: Int { count * (size + 2) }

  /// The parts for some of the matrices.
  func results(
    in numbers: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>
  ) -> BlockResults {
    func part(_ start: Int, _ width: Int) -> UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(
        rebasing: numbers[start + range.lowerBound * width..<start + range.upperBound * width])
    }
    return BlockResults(
      weights: part(0, size), left: nil, values: part(values, 1), lower: part(lower, 1),
      upper: part(upper, 1))
  }
}
