import AHP
import LinearAlgebra
import ScorecardPolicy
import ScoringEngine

/// Tries all changes of judgements, those of the fewest steps first.
struct JudgementFlipSearch {
  /// The judgements of one weighing.
  private struct Judged {
    let weighing: Int
    let path: String
    let declaration: JudgementsDeclaration
    let ladders: [JudgementLadder]
    let pairs: [(row: Int, column: Int)]

    /// The matrix after steps.
    func matrix(_ steps: ArraySlice<Int>) -> PairwiseComparisonMatrix {
      PairwiseComparisonMatrix(
        labels: declaration.matrix.labels,
        upperTriangle: zip(ladders, steps).map { $0[$1] ?? .equal })
    }
  }

  /// What decides about weights: whether they have the effect.
  typealias Effect = (_ weights: [[Double]]) -> Bool

  private let laboratory: FlipLaboratory
  private let judged: [Judged]
  /// The most ways that are listed.
  private static let mostWays = 100

  /// A search over the judgements of some weighings; nil when none has any that can be changed one by
  /// one.
  init?(_ laboratory: FlipLaboratory, weighings: Set<Int>) {
    self.laboratory = laboratory
    judged = weighings.sorted().compactMap { index in
      let weighing = laboratory.weighings[index]
      guard let declaration = weighing.judgements, declaration.canChangeOneByOne else { return nil }
      let matrix = declaration.matrix
      let pairs = matrix.labels.indices.flatMap { row in
        matrix.labels.indices.filter { $0 > row }.map { (row: row, column: $0) }
      }
      return Judged(
        weighing: index, path: weighing.path, declaration: declaration,
        ladders: matrix.upperTriangle.map(JudgementLadder.init), pairs: pairs)
    }
    if judged.allSatisfy({ $0.ladders.isEmpty }) { return nil }
  }

  /// The fewest steps with an effect, up to a limit.
  ///
  /// - Parameter outcome: what the engine says of weights: what is given, and whether that is another
  ///   thing than now.
  func fewest(
    upTo limit: Int, _ effect: Effect, outcome: ([[Double]]) -> (text: String, isOther: Bool)
  ) throws -> JudgementFlip {
    let ladders = judged.flatMap(\.ladders)
    var tried = 0
    for steps in 1...max(1, limit) where steps <= limit {
      var found: [[Int]] = []
      try JudgementLadder.each(ladders, steps: steps) { taken in
        tried += 1
        if effect(try weights(taken)) { found.append(taken) }
      }
      found.sort { one, other in
        one.count { $0 != 0 } < other.count { $0 != 0 }
      }
      let ways = try found.prefix(Self.mostWays).compactMap { try way($0, outcome) }
      if !ways.isEmpty {
        return JudgementFlip(
          steps: steps, ways: ways, wayCount: max(ways.count, found.count), tried: tried,
          limit: limit)
      }
    }
    return JudgementFlip(steps: nil, ways: [], wayCount: 0, tried: tried, limit: limit)
  }

  /// The steps of each judged weighing.
  private func parts(_ taken: [Int]) -> [(judged: Judged, steps: ArraySlice<Int>)] {
    var start = 0
    return judged.map { judged in
      let steps = taken[start..<(start + judged.ladders.count)]
      start += judged.ladders.count
      return (judged, steps)
    }
  }

  private func weights(_ taken: [Int]) throws -> [[Double]] {
    var weights = laboratory.weighings.map(\.weights)
    for (judged, steps) in parts(taken) where steps.contains(where: { $0 != 0 }) {
      weights[judged.weighing] = try PriorityVector(
        judged.matrix(steps), method: judged.declaration.method
      ).weights
    }
    return weights
  }

  /// What a change comes to; nil when the engine does not find the effect.
  private func way(
    _ taken: [Int], _ outcome: ([[Double]]) -> (text: String, isOther: Bool)
  ) throws -> JudgementFlip.Way? {
    let weights = try weights(taken)
    let (text, isOther) = outcome(weights)
    guard isOther else { return nil }
    var changes: [JudgementFlip.Change] = []
    var ratios: [Double] = []
    var areConsistent: [Bool] = []
    for (judged, steps) in parts(taken) where steps.contains(where: { $0 != 0 }) {
      let declaration = judged.declaration
      let matrix = judged.matrix(steps)
      let analysis = try JudgementAnalysis(
        matrix, method: declaration.method, randomIndex: declaration.randomIndex,
        maximumRatio: declaration.maximumConsistencyRatio)
      ratios += [analysis.consistencyRatio].compactMap(\.self)
      areConsistent += [analysis.isConsistent].compactMap(\.self)
      for (place, step) in steps.enumerated() where step != 0 {
        let pair = judged.pairs[place]
        changes.append(
          JudgementFlip.Change(
            path: judged.path, row: matrix.labels[pair.row], column: matrix.labels[pair.column],
            from: declaration.matrix.upperTriangle[place].text,
            to: matrix.upperTriangle[place].text, steps: step))
      }
    }
    return JudgementFlip.Way(
      changes: changes, weights: weights, consistencyRatio: ratios.max(),
      isConsistent: areConsistent.isEmpty ? nil : areConsistent.allSatisfy(\.self), outcome: text)
  }
}

extension JudgementsDeclaration {
  /// Whether each judgement stands for itself: pairs that were completed follow from the others, and
  /// priorities of respondents have no judgements in common.
  var canChangeOneByOne: Bool { completed == nil && panel == nil }
}
