import AHP
import Glibc

/// Finds the fewest judgements to change so that a matrix becomes consistent, and proves that fewer do
/// not suffice.
///
/// Bozoki, S., Fulop, J., Poesz, A. (2015), On reducing inconsistency of pairwise comparison matrices
/// below an acceptance threshold, Central European Journal of Operations Research 23, 849-866,
/// doi:10.1007/s10100-014-0346-7, who solve it as a mixed integer program. Here sets of judgements are
/// gone through by their number; a set is left out only when a tangent of the logarithm of the Perron
/// root, which is convex in the logarithms of the judgements, proves that no values on the scale bring
/// the ratio below the limit.
public struct RepairSearch: Sendable {
  private let matrix: PairwiseComparisonMatrix
  private let randomIndex: RandomIndex
  private let analysis: JudgementAnalysis
  /// The limit of the Perron root.
  private let limit: Double

  /// Prepares the search.
  ///
  /// - Parameter maximumRatio: the consistency ratio, by the eigenvector, to come below.
  /// - Throws: a `RepairError`, or a `LinearAlgebraError`.
  public init(
    _ matrix: PairwiseComparisonMatrix, randomIndex: RandomIndex = .saaty1980,
    maximumRatio: Double = 0.1
  ) throws {
    guard maximumRatio > 0 else { throw RepairError.limitNotPositive(maximumRatio) }
    guard let index = randomIndex.value(size: matrix.size) else {
      throw RepairError.noRandomIndex(size: matrix.size, source: randomIndex.name)
    }
    self.matrix = matrix
    self.randomIndex = randomIndex
    analysis = try JudgementAnalysis(
      matrix, randomIndex: randomIndex, maximumRatio: maximumRatio)
    let size = Double(matrix.size)
    limit = size + maximumRatio * index * (size - 1)
  }

  /// Searches. The time grows with the number of judgements that must change, and not much with the
  /// size of the matrix.
  ///
  /// - Parameter progress: called now and then; what it throws ends the search.
  /// - Throws: a `LinearAlgebraError`, or what `progress` throws.
  public func report(
    progress: (RepairProgress) throws -> Void = { _ in }
  ) throws -> RepairReport {
    guard analysis.isConsistent == false else {
      return RepairReport(analysis: analysis, fewest: 0, proposals: [], singleChanges: [])
    }
    let proposals = try proposals(progress)
    return RepairReport(
      analysis: analysis, fewest: proposals[0].changes.count, proposals: proposals,
      singleChanges: try singleChanges())
  }

  /// All proposals with the fewest changes, the best first; there is one, since all judgements can
  /// become 1.
  private func proposals(
    _ progress: (RepairProgress) throws -> Void
  ) throws -> [RepairProposal] {
    var start = LogMatrix(matrix)
    start.solve()
    let given = start.logarithms
    let relaxation = Relaxation(given: given, limit: log(limit))
    var cuts = [
      Cut(at: start, given: given, logarithmOfRoot: log(start.root), limit: log(limit))
    ]
    let order = given.indices.sorted { (-cuts[0].most[$0], $0) < (-cuts[0].most[$1], $1) }
    var found: [RepairProposal] = []
    var size = 0
    while found.isEmpty, size < given.count {
      size += 1
      var search = SubsetSearch(size: size, order: order, cuts: cuts)
      try search.forEach { chosen, others in
        var freed = start
        let answer = relaxation.decide(
          chosen, with: size - chosen.count, of: others, from: &freed)
        guard case .excluded(let cut) = answer else { return nil }
        cuts.append(cut)
        return cut
      } watch: { share in
        try progress(RepairProgress(size: size, share: share, found: found.count))
      } _: { set in
        var freed = start
        if case .excluded(let cut) = relaxation.decide(set, from: &freed) {
          cuts.append(cut)
          return cut
        }
        if let proposal = try proposal(changing: set.sorted(), from: freed) {
          found.append(proposal)
        }
        return nil
      }
    }
    return found.sorted(by: Self.isBetter)
  }

  private func proposal(changing set: [Int], from freed: LogMatrix) throws -> RepairProposal? {
    let search = ValueSearch(
      free: set, limit: limit,
      givenSteps: matrix.upperTriangle.map(FundamentalScale.step))
    guard let values = search.values(from: freed) else { return nil }
    let proposal = try RepairProposal(
      zip(set, values).map { ($0, FundamentalScale.judgements[$1]) }, of: matrix, analysis,
      randomIndex)
    return proposal.analysis.isConsistent == true ? proposal : nil
  }

  /// The best value for each judgement alone.
  private func singleChanges() throws -> [RepairProposal] {
    let start = LogMatrix(matrix)
    var best: [RepairProposal] = []
    for pair in start.rows.indices {
      let roots = FundamentalScale.logarithms.map { value in
        var changed = start
        changed[pair] = value
        changed.solve()
        return changed.root
      }
      guard let value = roots.indices.min(by: { roots[$0] < roots[$1] }) else { continue }
      let proposal = try RepairProposal(
        [(pair, FundamentalScale.judgements[value])], of: matrix, analysis, randomIndex)
      if proposal.analysis.lambdaMax < analysis.lambdaMax { best.append(proposal) }
    }
    return best.enumerated().sorted {
      ($0.element.analysis.lambdaMax, $0.offset) < ($1.element.analysis.lambdaMax, $1.offset)
    }.map(\.element)
  }

  private static func isBetter(_ one: RepairProposal, _ other: RepairProposal) -> Bool {
    if one.steps != other.steps { return one.steps < other.steps }
    if one.analysis.lambdaMax != other.analysis.lambdaMax {
      return one.analysis.lambdaMax < other.analysis.lambdaMax
    }
    return one.changes.map(\.row).lexicographicallyPrecedes(other.changes.map(\.row))
  }
}
