import ScoringPlan

/// Finds by which measures a subject could reach a better band.
///
/// Every way is tried: the plan is evaluated with the measure's score held at what it would have to
/// be, through weights, gates and whatever else stands between it and what is graded.
struct NextBandSearch: Sendable {
  /// A measure that may lead to a band.
  private struct Candidate {
    let dimension: DimensionLayout
    let layout: MeasureLayout
    let score: Double
    /// The highest score that cap and formula allow.
    let highest: Double
    /// The score that would be needed, were all in between linear.
    let estimate: Double
  }

  /// How many ways are told.
  static let shown = 5
  private static let tries = 12

  private let scored: ScoredPopulation
  private let interpreter: SubjectInterpreter
  private let highest: HighestValues
  private let scale: Double

  init(_ scored: ScoredPopulation, _ interpreter: SubjectInterpreter) {
    (self.scored, self.interpreter) = (scored, interpreter)
    highest = HighestValues(scored.plan, scored.values)
    scale = ScoreKey.scale(scored.plan.decimals)
  }

  /// The measures that would bring the value that is graded to `needed` published units, the
  /// smallest change of a score first. O(measures) and some evaluations.
  func steps(
    for subject: Int, _ grading: Grading, to needed: Int64, _ evaluation: Evaluation,
    _ explanation: Explanation
  ) -> [NextBand.Step] {
    guard case .number(let value) = evaluation[grading.by] else { return [] }
    let gap = (Double(needed) - 0.5) / scale - value
    let candidates = candidates(subject, grading, gap, value, explanation)
      .filter { $0.estimate <= $0.highest }
      .sorted { $0.estimate - $0.score < $1.estimate - $1.score }
    var steps: [NextBand.Step] = []
    for candidate in candidates.prefix(Self.tries) where steps.count < Self.shown {
      if let score = score(candidate, for: subject, grading, to: needed) {
        steps.append(
          NextBand.Step(
            dimension: candidate.dimension.name, dimensionTitle: candidate.dimension.title,
            measure: candidate.layout.name, title: candidate.layout.title,
            score: candidate.score, needed: score))
      }
    }
    return steps.enumerated().sorted {
      ($0.element.change, $0.offset) < ($1.element.change, $1.offset)
    }.map(\.element)
  }

  private func candidates(
    _ subject: Int, _ grading: Grading, _ gap: Double, _ value: Double,
    _ explanation: Explanation
  ) -> [Candidate] {
    zip(scored.plan.layout.dimensions, explanation.dimensions).flatMap { layout, dimension in
      zip(layout.measures, dimension.measures).compactMap { measureLayout, measure in
        guard let score = measure.score,
          let share = share(of: measure, measureLayout, in: dimension, layout, grading)
            ?? probe(measureLayout, score, subject, grading, value),
          share > 0
        else { return nil }
        return Candidate(
          dimension: layout, layout: measureLayout, score: score,
          highest: min(scored.values[measureLayout.cap], highest[measureLayout.raw]),
          estimate: score + gap / share)
      }
    }
  }

  /// How much one point more of a measure adds to what is graded, where that is plain to see.
  private func share(
    of measure: ExplainedMeasure, _ layout: MeasureLayout, in dimension: ExplainedDimension,
    _ dimensionLayout: DimensionLayout, _ grading: Grading
  ) -> Double? {
    let plan = scored.plan.layout
    let weight = measure.weight ?? 0
    if grading.by == plan.total || grading.by == plan.final { return dimension.weight * weight }
    if plan.dimensions.contains(where: { $0.score == grading.by }) {
      return dimensionLayout.score == grading.by ? weight : 0
    }
    return nil
  }

  /// The same found by trying.
  private func probe(
    _ layout: MeasureLayout, _ score: Double, _ subject: Int, _ grading: Grading, _ value: Double
  ) -> Double? {
    self.value(of: subject, grading, with: layout, at: score + 1).map { $0 - value }
  }

  /// The least score in published units that is found to do; nil when none is found.
  private func score(
    _ candidate: Candidate, for subject: Int, _ grading: Grading, to needed: Int64
  ) -> Double? {
    var score = published(candidate.estimate, atMost: candidate.highest)
    if score <= candidate.score { score += 1 / scale }
    for _ in 0..<3 {
      guard score <= candidate.highest,
        let value = value(of: subject, grading, with: candidate.layout, at: score)
      else { return nil }
      if let key = ScoreKey.key(of: value, decimals: scored.plan.decimals), key >= needed {
        return score
      }
      // Between a measure and what is graded something is not linear: once more from here.
      guard case let gained = value - self.value(candidate, subject, grading), gained > 0 else {
        return nil
      }
      let gap = (Double(needed) - 0.5) / scale - value
      let share = gained / (score - candidate.score)
      score = max(
        published(score + gap / share, atMost: candidate.highest), score + 1 / scale)
    }
    return nil
  }

  private func value(_ candidate: Candidate, _ subject: Int, _ grading: Grading) -> Double {
    value(of: subject, grading, with: candidate.layout, at: candidate.score) ?? .infinity
  }

  /// A score rounded up to the decimals that people see, but not beyond a bound that it keeps.
  private func published(_ score: Double, atMost highest: Double) -> Double {
    let rounded = ((score * scale - 1e-6).rounded(.up)) / scale
    return score <= highest ? min(rounded, highest) : rounded
  }

  /// What would be graded if a measure had that score, all else equal.
  private func value(
    of subject: Int, _ grading: Grading, with layout: MeasureLayout, at score: Double
  ) -> Double? {
    var values = scored.values
    (values[layout.floor], values[layout.cap]) = (score, score)
    let evaluation = interpreter.evaluation(of: subject, values: values)
    guard evaluation.rejection == nil, case .number(let number) = evaluation[grading.by] else {
      return nil
    }
    return number
  }
}
