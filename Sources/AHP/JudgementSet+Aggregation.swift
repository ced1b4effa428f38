import Diagnostics
import LinearAlgebra

/// Forman, E., Peniwati, K. (1998), European Journal of Operational Research 108(1), 165-169,
/// doi:10.1016/S0377-2217(97)00244-0.
extension JudgementSet {
  /// The group's matrix: for each pair the weighted geometric mean of the judgements of those who
  /// compared it (AIJ); a judgement that all share is kept as written.
  ///
  /// The order of the file's lines changes no bit of it. O(judgements). The set must be complete, as
  /// every set is that was not read with gaps allowed.
  public func aggregatedJudgements() -> PairwiseComparisonMatrix {
    precondition(isComplete, "a set with gaps is to be completed: ask for its incomplete matrix")
    return PairwiseComparisonMatrix(labels: labels, upperTriangle: pairs.map(aggregatedJudgement))
  }

  /// The group's matrix, with a gap for each pair that nobody compared: else as `aggregatedJudgements`.
  public func aggregatedIncompleteMatrix() -> IncompleteMatrix {
    let judged = pairs.filter(isJudged).map { ($0, aggregatedJudgement($0)) }
    return IncompleteMatrix(labels: labels, judgements: Dictionary(uniqueKeysWithValues: judged))
  }

  /// The weighted geometric mean of the respondents' own priorities (AIP), normalised.
  ///
  /// The order of the file's lines changes no bit of it.
  ///
  /// - Parameter completion: how the pairs that a respondent has not compared are completed; nil where
  ///   every respondent must have compared every pair.
  /// - Throws: a `DiagnosedFailure` naming every pair that a respondent has not compared, or the groups
  ///   that a respondent's comparisons do not connect, or a `LinearAlgebraError`.
  public func aggregatedPriorities(
    method: PriorityMethod = .eigenvector, completion: CompletionMethod? = nil
  ) throws -> PriorityVector {
    let matrices = try completeMatrices(completion)
    let order = labels.sorted()
    let individual = try matrices.map { matrix in
      try PriorityVector(matrix.reordered(order) ?? matrix, method: method)
    }
    let combined = PriorityVector(
      labels: order,
      proportions: order.map { label in
        let terms = zip(individual, respondents).map { priorities, respondent in
          Term(logarithm: naturalLogarithm(priorities[label] ?? 0), weight: respondent.weight)
        }
        return exponential(Term.mean(terms))
      })
    return combined.reordered(labels) ?? combined
  }

  private func completeMatrices(
    _ completion: CompletionMethod?
  ) throws(DiagnosedFailure) -> [PairwiseComparisonMatrix] {
    var matrices: [PairwiseComparisonMatrix] = []
    var faults: [Diagnostic] = []
    for respondent in respondents {
      do throws(DiagnosedFailure) {
        if let completion {
          let given = try incompleteMatrix(of: respondent)
          matrices.append(try CompletedMatrix(given, method: completion).matrix)
        } else {
          matrices.append(try matrix(of: respondent))
        }
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw DiagnosedFailure(faults) }
    return matrices
  }

  private func aggregatedJudgement(_ pair: ComparedPair) -> Judgement {
    // One direction for each pair, whatever the order of the labels: so the same judgements give
    // the same bits.
    let isTurned = labels[pair.first] > labels[pair.second]
    let given = respondents.compactMap { respondent in
      respondent.judgements[pair].map {
        (judgement: isTurned ? $0.reciprocal : $0, weight: respondent.weight)
      }
    }
    let mean = Self.geometricMean(given)
    return isTurned ? mean.reciprocal : mean
  }

  private static func geometricMean(_ given: [(judgement: Judgement, weight: Double)]) -> Judgement
  {
    let written = given.map(\.judgement).min { $0.text < $1.text } ?? .equal
    if given.allSatisfy({ $0.judgement.value == written.value }) { return written }
    let mean = Term.mean(
      given.map { Term(logarithm: $0.judgement.logarithm, weight: $0.weight) })
    // The larger number is computed and the other is its reciprocal, so that judgements turned
    // round give the same matrix turned round.
    let larger = Judgement(computed: exponential(mean.magnitude))
    return mean < 0 ? larger.reciprocal : larger
  }
}

/// What one respondent adds to a geometric mean.
private struct Term {
  let logarithm: Double
  let weight: Double

  /// The weighted mean of the logarithms, summed in an order of their own.
  static func mean(_ terms: [Term]) -> Double {
    let sorted = terms.sorted { ($0.logarithm, $0.weight) < ($1.logarithm, $1.weight) }
    // Only proportions count; the largest weight made 1 keeps the sums finite.
    let largest = terms.map(\.weight).max() ?? 1
    let total = sorted.reduce(0) { $0 + $1.weight / largest }
    return sorted.reduce(0) { $0 + $1.weight / largest * $1.logarithm } / total
  }
}

extension PriorityVector {
  /// The same weights in another order; nil unless `newOrder` has exactly the same labels.
  public func reordered(_ newOrder: [String]) -> PriorityVector? {
    let byLabel = Dictionary(uniqueKeysWithValues: zip(labels, weights))
    let reordered = newOrder.compactMap { byLabel[$0] }
    guard reordered.count == labels.count, Set(newOrder) == Set(labels) else { return nil }
    return PriorityVector(labels: newOrder, weights: reordered)
  }
}
