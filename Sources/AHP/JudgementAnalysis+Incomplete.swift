import Diagnostics
import LinearAlgebra

extension JudgementAnalysis {
  /// How a matrix with gaps came to be complete.
  public struct Completion: Hashable, Sendable {
    /// What was given and what was filled in.
    public let matrix: CompletedMatrix
    /// What the consistency index was divided by.
    public let randomIndex: IncompleteRandomIndex

    /// The comparison not yet made that would tell most; nil where none is left.
    public var nextComparison: NextComparison? { matrix.given.nextComparisons.first }
  }

  /// Analyses a completed matrix, counting only what was given as judgements.
  ///
  /// Weights and eigenvalue are those of the completed matrix. The ratio is by the random index of such
  /// gaps, 0 where the comparisons form a tree: they cannot contradict each other. The geometric index
  /// sums over the judgements given, and divides by how many of them are more than a tree needs. The
  /// worst judgement is one that was given; its revised ratio is that after completing anew.
  ///
  /// - Parameters:
  ///   - method: how priorities are derived; nil for the one that belongs to the completion.
  ///   - randomIndex: nil for that simulated for the very comparisons made.
  /// - Throws: `notConverged` when LAPACK finds no eigenvalues.
  public init(
    _ completed: CompletedMatrix, method: PriorityMethod? = nil,
    randomIndex: IncompleteRandomIndex? = nil, maximumRatio: Double = 0.1
  ) throws(LinearAlgebraError) {
    let (given, method) = (completed.given, method ?? completed.method.priorityMethod)
    self = try JudgementAnalysis(completed.matrix, method: method, maximumRatio: maximumRatio)
    let index = randomIndex ?? IncompleteRandomIndex.simulated(given.graph)
    completion = Completion(matrix: completed, randomIndex: index)
    self.randomIndex = index.value
    randomIndexSource = index.source
    if given.graph.isTree {
      // Exactly so, whatever rounding has made of products along chains.
      lambdaMax = Double(given.size)
      consistencyIndex = 0
    }
    consistencyRatio = Self.ratio(consistencyIndex, index)
    geometricConsistencyIndex = given.geometricIndex
    worstJudgement = given.graph.isTree ? nil : try worst(completed, index)
  }

  private static func ratio(_ index: Double, _ random: IncompleteRandomIndex) -> Double {
    random.value > 0 ? index / random.value : 0
  }

  private func worst(
    _ completed: CompletedMatrix, _ index: IncompleteRandomIndex
  ) throws(LinearAlgebraError) -> WorstJudgement? {
    let given = completed.given
    let implied = { (pair: ComparedPair) in weights[pair.first] / weights[pair.second] }
    let factors = given.graph.compared.map { pair in
      let error = (given.judgements[pair]?.value ?? 1) / implied(pair)
      return max(error, 1 / error)
    }
    guard let largest = factors.max(), largest > 1 + 1e-12,
      let place = factors.firstIndex(where: { $0 >= largest * (1 - 1e-12) })
    else { return nil }
    let pair = given.graph.compared[place]
    guard let judgement = given.judgements[pair] else { return nil }
    let revised = given.replacing(pair, with: Judgement(computed: implied(pair)))
    return WorstJudgement(
      row: labels[pair.first], column: labels[pair.second], given: judgement,
      implied: implied(pair), factor: factors[place],
      ratioIfRevised: try ratio(of: revised, like: completed, index))
  }

  private func ratio(
    of given: IncompleteMatrix, like completed: CompletedMatrix, _ index: IncompleteRandomIndex
  ) throws(LinearAlgebraError) -> Double? {
    guard let matrix = try? CompletedMatrix(given, method: completed.method).matrix else {
      return nil
    }
    return Self.ratio(try JudgementAnalysis(matrix, method: method).consistencyIndex, index)
  }
}

extension IncompleteMatrix {
  /// The sum of the squared errors of the judgements' logarithms by least squares, divided by how many
  /// judgements there are beyond a tree: the geometric consistency index when every pair is compared; 0
  /// for a tree, nil below three labels.
  fileprivate var geometricIndex: Double? {
    guard size > 2 else { return nil }
    let spare = graph.comparisonCount - (size - 1)
    guard spare > 0 else { return 0 }
    let weights = LogarithmicLeastSquares(graph).logarithms(observations)
    let squares = observations.map { observation in
      let error =
        observation.logarithm - weights[observation.pair.first]
        + weights[observation.pair.second]
      return error * error
    }
    return squares.reduce(0, +) / Double(spare)
  }
}
