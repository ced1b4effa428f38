import AHP

/// Priorities and consistency of many complete pairwise comparison matrices of one size at once, by
/// the principal eigenvector.
///
/// Eight matrices are solved side by side in the lanes of vectors, by inverse iteration from both
/// sides with the Rayleigh quotient as shift. Each result is proved by an interval round its
/// eigenvalue (Collatz and Wielandt), narrower than a relative 1e-12; where that fails, LAPACK's
/// `dgeev` solves the matrix. What comes out for a matrix is the same, to the bit, whatever stands
/// beside it, on any number of threads, and on any processor.
public struct BatchPriorities: Sendable {
  /// The number of rows of each matrix.
  public let size: Int
  private let randomIndex: RandomIndex
  private let threads: Int

  /// A solver for matrices of `size` rows, at least one, on so many threads at most.
  public init(size: Int, randomIndex: RandomIndex = .saaty1980, threads: Int = 1) {
    precondition(size >= 1, "a pairwise comparison matrix has at least one row")
    precondition(threads >= 1, "work needs at least one thread")
    self.size = size
    self.randomIndex = randomIndex
    self.threads = threads
  }

  /// The number of judgements above the diagonal of a matrix of `size` rows.
  public static func judgementCount(size: Int) -> Int { size * (size - 1) / 2 }

  /// Solves matrices that stand one after another, each by its judgements above the diagonal, row by
  /// row; those below are their reciprocals. O(n^3) for each matrix.
  ///
  /// - Parameter count: how many matrices there are; `judgements` has n (n - 1) / 2 numbers for each.
  /// - Throws: `outOfRange` for the first judgement that is not in `Judgement.range`, `notConverged`
  ///   when LAPACK finds no eigenvalues of a matrix that it is asked about.
  public func solve(_ judgements: [Double], count: Int) throws(BatchError) -> PriorityBatch {
    let each = Self.judgementCount(size: size)
    precondition(judgements.count == count * each, "each matrix has n (n - 1) / 2 judgements")
    let solver = BlockSolver(size: size)
    let layout = BatchLayout(size: size, count: count)
    let outcomes = Outcomes()
    let numbers = [Double](unsafeUninitializedCapacity: layout.total) { numbers, filled in
      filled = layout.total
      LargePages.ask(for: numbers)
      let room = SharedNumbers(numbers)
      judgements.withUnsafeBufferPointer { judgements in
        let given = SharedJudgements(judgements)
        Workers.run(blocks: (count + Self.blockSize - 1) / Self.blockSize, threads: threads) {
          block in
          let range = block * Self.blockSize..<min(count, (block + 1) * Self.blockSize)
          let judgements = UnsafeBufferPointer(
            rebasing: given.numbers[range.lowerBound * each..<range.upperBound * each])
          let results = layout.results(in: room.numbers, range)
          outcomes.add(block, solver.solve(judgements, into: results, firstIndex: range.lowerBound))
        }
      }
    }
    return PriorityBatch(
      layout: layout, numbers: numbers, fallbackCount: try outcomes.fallbackCount(),
      randomIndex: randomIndex)
  }

  /// So few that a block's judgements and results stay in the cache, so many that a thread is not
  /// asked for work all the time.
  private static let blockSize = 1024
}

/// Lets several threads read the judgements.
private struct SharedJudgements: @unchecked Sendable {
  let numbers: UnsafeBufferPointer<Double>

  init(_ numbers: UnsafeBufferPointer<Double>) { self.numbers = numbers }
}

/// Lets several threads write their own parts of the results.
private struct SharedNumbers: @unchecked Sendable {
  let numbers: UnsafeMutableBufferPointer<Double>

  init(_ numbers: UnsafeMutableBufferPointer<Double>) { self.numbers = numbers }
}
