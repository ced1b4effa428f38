import AHP
import LinearAlgebra

/// Every way to the numbers that a paper may print about one matrix.
struct MatrixCandidates {
  let readings: [WeightReading]
  private let paper: PaperMatrix
  private let analyses: [JudgementAnalysis]

  init(_ paper: PaperMatrix) throws(LinearAlgebraError) {
    self.paper = paper
    readings = try WeightReading.all(of: paper)
    var analyses: [JudgementAnalysis] = []
    for method in PriorityMethod.allCases {
      analyses.append(try JudgementAnalysis(paper.matrix, method: method))
    }
    self.analyses = analyses
  }

  /// The ways to a quantity, the plainest first; those of weights are for one label.
  func candidates(_ quantity: PaperQuantity, label: String?, in print: PaperPrint)
    -> [PaperCandidate]
  {
    switch quantity {
    case .weight:
      guard let label, let position = paper.matrix.labels.firstIndex(of: label) else { return [] }
      return readings.map {
        PaperCandidate($0.weights[position], method: $0.method, basis: $0.basis)
      }
    case .lambda: return lambdas(print)
    case .consistencyIndex: return indices(print)
    case .randomIndex: return randomIndices
    case .consistencyRatio: return ratios(print)
    case .geometricIndex: return geometricIndices
    case .worstFactor:
      return analyses.compactMap { analysis in
        analysis.worstJudgement.map {
          PaperCandidate($0.factor, method: analysis.method, basis: WeightReading.exact)
        }
      }
    case .priority: return []
    }
  }

  private var size: Int { paper.matrix.size }

  // MARK: Eigenvalues

  private func lambdas(_ print: PaperPrint) -> [PaperCandidate] {
    var found = analyses.map { analysis in
      PaperCandidate(
        analysis.lambdaMax, method: analysis.method,
        formula: analysis.method == .eigenvector ? "Perron root" : Self.meanQuotient,
        basis: WeightReading.exact)
    }
    for reading in readings {
      found += lambdas(
        reading.cells, reading.weights, method: reading.method, basis: reading.basis,
        leavesOutMean: reading.basis == WeightReading.exact)
    }
    let printed = print.values(.weight, of: paper.matrix.labels) ?? paper.printedWeights
    if let printed, printed.allSatisfy({ $0 > 0 }) {
      found += lambdas(PlainMatrix(cells: paper.cells), printed, basis: "the printed weights")
    }
    return found
  }

  private func lambdas(
    _ cells: PlainMatrix, _ weights: [Double], method: PriorityMethod? = nil, basis: String,
    leavesOutMean: Bool = false
  ) -> [PaperCandidate] {
    let quotients = zip(cells.times(weights), weights).map { $0 / $1 }
    let mean = quotients.reduce(0, +) / Double(size)
    let columns = zip(cells.columnSums, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let sums = PaperCandidate(
      columns, method: method, formula: "sum of column sums times weights", basis: basis)
    guard !leavesOutMean else { return [sums] }
    return [
      PaperCandidate(mean, method: method, formula: Self.meanQuotient, basis: basis), sums,
    ]
  }

  private static let meanQuotient = "mean of (A w)_i / w_i"

  // MARK: Indices and ratios

  private func indices(_ print: PaperPrint) -> [PaperCandidate] {
    var found = lambdas(print).map { $0.leading(to: index($0.value)) }
    if let lambda = print.number(.lambda) {
      found.append(
        PaperCandidate(
          index(lambda.value),
          basis: lambda.meant == nil ? Self.printedLambda : "the lambda meant"))
    }
    return found
  }

  /// The basis of what goes on from the printed eigenvalue.
  static let printedLambda = "the printed lambda"

  private func index(_ lambda: Double) -> Double {
    size > 2 ? (lambda - Double(size)) / Double(size - 1) : 0
  }

  private var randomIndices: [PaperCandidate] {
    RandomIndex.all.compactMap { table in
      table.value(size: size).map {
        PaperCandidate($0, randomIndex: table.name, basis: "the table")
      }
    }
  }

  private func ratios(_ print: PaperPrint) -> [PaperCandidate] {
    guard size > 2 else { return [PaperCandidate(0, basis: "the definition for two labels")] }
    var indices = indices(print)
    if let index = print.number(.consistencyIndex) {
      indices.append(PaperCandidate(index.value, basis: "the printed CI"))
    }
    var tables = randomIndices
    if let printed = print.number(.randomIndex) {
      tables.append(
        PaperCandidate(printed.value, randomIndex: "the printed RI", basis: "the print"))
    }
    return indices.flatMap { index in
      tables.map { index.leading(to: index.value / $0.value, randomIndex: $0.randomIndex) }
    }
  }

  private var geometricIndices: [PaperCandidate] {
    guard size > 2 else { return [] }
    let pairs = Double((size - 1) * (size - 2)) / 2
    // The definition takes row geometric means; papers have put other weights into it.
    let definition = analyses.first?.geometricConsistencyIndex.map {
      [PaperCandidate($0, method: .geometricMean, basis: WeightReading.exact)]
    }
    let others = readings.filter {
      $0.method != .geometricMean || $0.basis != WeightReading.exact
    }
    return (definition ?? [])
      + others.map { reading in
        let sum = (0..<size).reduce(0) { sum, row in
          sum
            + (row + 1..<max(size, row + 1)).reduce(0) { sum, column in
              let error = PlainMatrix.logarithm(
                reading.cells.cells[row][column] * reading.weights[column] / reading.weights[row])
              return sum + error * error
            }
        }
        return PaperCandidate(sum / pairs, method: reading.method, basis: reading.basis)
      }
  }
}
