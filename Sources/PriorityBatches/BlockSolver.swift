import AHP
import CPerron

/// Solves a block of matrices by the kernel, and by LAPACK those that it cannot prove.
struct BlockSolver: Sendable {
  let size: Int

  private var each: Int { BatchPriorities.judgementCount(size: size) }

  /// Solves as many matrices as `results` has room for; how many of them LAPACK had to solve.
  ///
  /// - Parameter firstIndex: the number of the first matrix, for what is said of a fault.
  func solve(
    _ judgements: UnsafeBufferPointer<Double>, into results: BlockResults, firstIndex: Int
  ) -> Result<Int, BatchError> {
    if size < 3 {
      if let fault = firstOutOfRange(judgements, firstIndex) { return .failure(fault) }
      solveSmall(judgements, results)
      return .success(0)
    }
    runKernel(judgements, results)
    widen(results)
    var fallbacks = 0
    for index in results.values.indices where results.values[index].isNaN {
      fallbacks += 1
      let matrix = UnsafeBufferPointer(rebasing: judgements[index * each..<(index + 1) * each])
      if let fault = firstOutOfRange(matrix, firstIndex + index) { return .failure(fault) }
      guard fallBack(matrix, results, index) else {
        return .failure(.notConverged(matrix: firstIndex + index))
      }
    }
    return .success(fallbacks)
  }

  private func runKernel(_ judgements: UnsafeBufferPointer<Double>, _ results: BlockResults) {
    perron_solve(
      Int32(size), results.values.count, judgements.baseAddress,
      Judgement.range.lowerBound, Judgement.range.upperBound,
      perron_results(
        right: results.weights.baseAddress, left: results.left?.baseAddress,
        value: results.values.baseAddress, lower: results.lower.baseAddress,
        upper: results.upper.baseAddress))
  }

  private func firstOutOfRange(
    _ judgements: UnsafeBufferPointer<Double>, _ firstIndex: Int
  ) -> BatchError? {
    guard let place = judgements.firstIndex(where: { !(Judgement.range ~= $0) }) else {
      return nil
    }
    var (row, rest) = (0, place % each)
    while rest >= size - 1 - row {
      rest -= size - 1 - row
      row += 1
    }
    return .outOfRange(
      matrix: firstIndex + place / each, row: row, column: row + 1 + rest,
      value: judgements[place])
  }

  /// One and two rows are always consistent.
  private func solveSmall(_ judgements: UnsafeBufferPointer<Double>, _ results: BlockResults) {
    for index in results.values.indices {
      results.values[index] = Double(size)
      results.lower[index] = Double(size)
      results.upper[index] = Double(size)
      if size == 1 {
        results.weights[index] = 1
      } else {
        // No judgement is so large that one of them would be lost.
        let (judgement, sum) = (judgements[index], judgements[index] + 1)
        results.weights[2 * index] = judgement / sum
        results.weights[2 * index + 1] = 1 / sum
      }
    }
  }

  /// Makes the bounds rigorous: moves them apart by the most that rounding can have moved them, and
  /// keeps in mind that the eigenvalue of a reciprocal matrix is at least n.
  private func widen(_ results: BlockResults) {
    let (least, down, up) = (Double(size), 1 - rounding, 1 + rounding)
    for index in results.values.indices {
      let (lower, upper) = (results.lower[index] * down, results.upper[index] * up)
      results.lower[index] = lower > least ? lower : least
      results.upper[index] = upper > least ? upper : least
      // Where there is no value it is not a number, and stays that.
      if results.values[index] < least { results.values[index] = least }
    }
  }

  /// The a-priori bound of the relative error of a quotient (A x)_i / x_i.
  ///
  /// All terms are positive, so relative errors only add up (Higham, N. J. (2002), Accuracy and
  /// Stability of Numerical Algorithms, 2nd ed., SIAM, section 3.1, doi:10.1137/1.9780898718027): a
  /// judgement's own rounding and that of its reciprocal, n in the sum of products, one in the
  /// quotient. Each is at most half of `ulpOfOne`; a whole one for each covers the widening too.
  private var rounding: Double { Double(size + 5) * .ulpOfOne }

  /// Solves one matrix by LAPACK; whether there is a result.
  private func fallBack(
    _ judgements: UnsafeBufferPointer<Double>, _ results: BlockResults, _ index: Int
  ) -> Bool {
    guard let analysis = analysis(of: judgements.map { $0 }) else { return false }
    for (row, weight) in analysis.weights.enumerated() {
      results.weights[index * size + row] = weight
    }
    if let left = results.left {
      // The left eigenvector is the right one of the transpose, whose judgements are reciprocals.
      guard let transposed = self.analysis(of: judgements.map { 1 / $0 }) else { return false }
      for (row, weight) in transposed.weights.enumerated() { left[index * size + row] = weight }
    }
    results.values[index] = analysis.lambdaMax
    results.lower[index] = analysis.lambdaMaxBounds.lowerBound
    results.upper[index] = analysis.lambdaMaxBounds.upperBound
    return true
  }

  private func analysis(of judgements: [Double]) -> JudgementAnalysis? {
    try? JudgementAnalysis(
      PairwiseComparisonMatrix(
        labels: (1...size).map(String.init), upperTriangle: judgements.compactMap(Judgement.init)))
  }
}
