import AHP
import Glibc

/// Completes matrices with missing judgements so that the principal eigenvalue of each is the least
/// possible.
///
/// The logarithm of the eigenvalue is a convex function of the logarithms of the missing judgements
/// (Bozoki, S., Fulop, J., Ronyai, L. (2010), On optimal completion of incomplete pairwise comparison
/// matrices, Mathematical and Computer Modelling 52(1-2), 318-333, doi:10.1016/j.mcm.2010.02.047). With
/// right and left eigenvectors x and y its derivative by that of a_ij is proportional to
/// y_i a_ij x_j - y_j a_ji x_i; were x and y to stay, it would vanish for a_ij^2 = x_i y_j / (x_j y_i).
/// Steps to that point, held inside the bounds, are speeded up by momentum that starts anew where it
/// leads uphill (O'Donoghue, B., Candes, E. (2015), Foundations of Computational Mathematics 15,
/// 715-732, doi:10.1007/s10208-013-9150-3).
struct BatchCompletion {
  private static let tolerance = 1e-8
  private static let mostSteps = 20_000
  /// Momentum that starts anew again and again means steps that are too long.
  private static let patience = 200

  private let solver: BlockSolver
  /// The missing places of each matrix; as many in each.
  private let places: [[Int]]
  private let pairs: [ComparedPair]
  /// The largest absolute logarithm.
  private let bound: Double
  private let width: Int
  private let each: Int

  /// The logarithms found so far, of one matrix after another.
  private var current: [Double]
  /// Where the next step begins.
  private var ahead: [Double]
  private var momentum: [Double]
  private var stride: [Double]

  /// A completion of as many matrices as there are lists of places above the diagonal.
  ///
  /// - Parameter largest: the largest judgement that may complete a matrix, and by its reciprocal the
  ///   smallest.
  init(solver: BlockSolver, places: [[Int]], largest: Double) {
    self.solver = solver
    self.places = places
    pairs = ComparedPair.all(size: solver.size)
    bound = log(largest)
    width = places.first?.count ?? 0
    each = pairs.count
    current = Array(repeating: 0, count: places.count * width)
    ahead = current
    momentum = Array(repeating: 1, count: places.count)
    stride = momentum
  }

  /// Writes what completes them into the missing places of matrices that stand one after another.
  ///
  /// - Parameter firstIndex: the number of the first matrix, for what is said of a fault.
  mutating func complete(
    _ judgements: inout [Double], firstIndex: Int
  ) -> Result<Void, BatchError> {
    for matrix in places.indices { write(ahead, matrix, into: &judgements) }
    var active = Array(places.indices)
    for step in 0..<Self.mostSteps where !active.isEmpty {
      let some = active.flatMap { judgements[$0 * each..<($0 + 1) * each] }
      let pairs: BlockEigenpairs
      switch solver.eigenpairs(some, count: active.count, firstIndex: firstIndex) {
      case .success(let found): pairs = found
      case .failure(let error): return .failure(error)
      }
      var rest: [Int] = []
      for (index, matrix) in active.enumerated() {
        let isDone = advance(matrix, by: pairs, index, step)
        write(isDone ? current : ahead, matrix, into: &judgements)
        if !isDone { rest.append(matrix) }
      }
      active = rest
    }
    if let matrix = active.first { return .failure(.notConverged(matrix: firstIndex + matrix)) }
    return .success(())
  }

  private func write(_ logarithms: [Double], _ matrix: Int, into judgements: inout [Double]) {
    for (offset, place) in places[matrix].enumerated() {
      judgements[matrix * each + place] = exp(logarithms[matrix * width + offset])
    }
  }

  /// Takes one step; whether the matrix is done.
  private mutating func advance(
    _ matrix: Int, by eigenpairs: BlockEigenpairs, _ index: Int, _ step: Int
  ) -> Bool {
    let start = matrix * width
    var (largest, uphill) = (0.0, 0.0)
    var reached: [Double] = []
    for (offset, place) in places[matrix].enumerated() {
      let from = ahead[start + offset]
      let goal = stationary(pairs[place], eigenpairs, index)
      let next = min(max(from + stride[matrix] * (goal - from), -bound), bound)
      largest = max(largest, abs(next - from) / stride[matrix])
      uphill += (from - next) * (next - current[start + offset])
      reached.append(next)
    }
    if uphill > 0 {
      momentum[matrix] = 1
      if step > Self.patience { stride[matrix] = max(stride[matrix] * 0.9, 0.05) }
    }
    let nextMomentum = (1 + (1 + 4 * momentum[matrix] * momentum[matrix]).squareRoot()) / 2
    let share = (momentum[matrix] - 1) / nextMomentum
    momentum[matrix] = nextMomentum
    for (offset, next) in reached.enumerated() {
      ahead[start + offset] = next + share * (next - current[start + offset])
      current[start + offset] = next
    }
    return largest < Self.tolerance
  }

  /// The logarithm of the judgement at which the derivative would vanish if the eigenvectors stayed.
  private func stationary(
    _ pair: ComparedPair, _ eigenpairs: BlockEigenpairs, _ index: Int
  ) -> Double {
    let (first, second) = (index * solver.size + pair.first, index * solver.size + pair.second)
    let (right, left) = (eigenpairs.right, eigenpairs.left)
    return log(right[first] / right[second] * (left[second] / left[first])) / 2
  }
}
