import AHP
import Synchronization

/// Finds the random index of matrices of one size by drawing them: the mean consistency index of
/// reciprocal matrices whose judgements are drawn evenly from the scale 1/9 ... 9.
///
/// Where comparisons are missing, each drawn matrix is completed so that its principal eigenvalue is
/// the least possible (Agoston, K. Cs., Csato, L. (2022), Inconsistency thresholds for incomplete
/// pairwise comparison matrices, Omega 108, 102576, doi:10.1016/j.omega.2021.102576).
///
/// The same size, samples and seed give the same numbers on any number of threads.
public struct RandomIndexSimulation: Sendable {
  /// The number of rows.
  public let size: Int
  /// How many matrices are drawn.
  public let samples: Int
  /// Which comparisons they lack.
  public let missing: MissingComparisons
  private let seed: UInt64
  private let isBounded: Bool
  private let threads: Int

  /// A simulation of at least one matrix of at least one row, on so many threads at most.
  ///
  /// - Parameter isBounded: whether what completes a matrix stays on the scale, from 1/9 to 9.
  /// - Throws: a fault where the comparisons that are not missing do not connect all rows.
  public init(
    size: Int, samples: Int, seed: UInt64 = 1, missing: MissingComparisons = .none,
    isBounded: Bool = true, threads: Int = 1
  ) throws(RandomIndexFault) {
    precondition(size >= 1 && samples >= 1 && threads >= 1, "a simulation draws matrices")
    self.size = size
    self.samples = samples
    self.seed = seed
    self.missing = missing
    self.isBounded = isBounded
    self.threads = threads
    try check()
  }

  private func check() throws(RandomIndexFault) {
    switch missing {
    case .count(let count):
      if !(0...ComparisonGraph.mostMissing(size: size) ~= count) {
        throw .tooManyMissing(count: count, size: size)
      }
    case .pairs(let pairs):
      for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) })
      where pair.first < 0 || pair.second >= size {
        throw .noSuchPair(pair, size: size)
      }
      let graph = ComparisonGraph(size: size, without: pairs)
      if !graph.isConnected { throw .disconnected(graph.groups) }
    }
  }

  /// Draws and solves.
  ///
  /// - Parameter progress: called with how many matrices are done, by any thread.
  /// - Throws: `notConverged` when LAPACK finds no eigenvalues of a matrix that it is asked about.
  public func run(
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws(BatchError) -> RandomIndexEstimate {
    let blocks = (samples + Self.blockSize - 1) / Self.blockSize
    let sums = BlockSums(count: blocks)
    let outcomes = Outcomes()
    let done = Atomic(0)
    Workers.run(blocks: blocks, threads: threads) { block in
      let count = min(Self.blockSize, samples - block * Self.blockSize)
      switch indices(block, count: count) {
      case .success(let indices): sums.set(block, indices)
      case .failure(let error): outcomes.add(block, .failure(error))
      }
      progress(done.add(count, ordering: .relaxed).newValue)
    }
    _ = try outcomes.fallbackCount()
    // In the order of the blocks, so that the sum is the same however threads took turns.
    let (sum, sumOfSquares) = sums.total
    return RandomIndexEstimate(
      size: size, samples: samples, sum: sum, sumOfSquares: sumOfSquares)
  }

  /// The consistency indices of a block of random matrices.
  private func indices(_ block: Int, count: Int) -> Result<[Double], BatchError> {
    var matrices = RandomMatrices(size: size, missing: missing, seed: seed, block: block)
    var judgements = matrices.judgements(count: count)
    let solver = BlockSolver(size: size)
    let first = block * Self.blockSize
    var completed: Result<Void, BatchError> = .success(())
    if missing.count > 0 {
      var completion = BatchCompletion(
        solver: solver, places: (0..<count).map { _ in matrices.missingPlaces() },
        largest: isBounded ? 9 : .infinity)
      completed = completion.complete(&judgements, firstIndex: first)
    }
    let size = Double(size)
    return completed.flatMap {
      solver.eigenvalues(judgements, count: count, firstIndex: first)
    }.map { values in values.map { size > 2 ? ($0 - size) / (size - 1) : 0 } }
  }

  /// The numbers drawn depend on it.
  private static let blockSize = 1024
}
