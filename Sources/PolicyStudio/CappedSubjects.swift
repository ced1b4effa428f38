import ScoringEngine
import ScoringPlan

/// Which measures of a run have a cap, and who stands at one.
struct CappedSubjects: Sendable {
  /// One measure with a cap.
  struct Measure: Sendable {
    let layout: MeasureLayout
    let cap: Double
    /// How many people have a score in it.
    let people: Int
    /// How many of these stand at the cap.
    let count: Int
  }

  /// In the policy's order.
  private(set) var measures: [Measure] = []
  /// For each subject whether it stands at any cap.
  private(set) var isCapped: [Bool]

  /// The run must have kept the scores of measures. O(subjects) for each measure with a cap.
  init(_ scored: ScoredPopulation, threads: Int) {
    let parts = SubjectRanges(scored.population.subjectCount, threads: threads)
    var isCapped = scored.isRejected.map { _ in false }
    for layout in scored.plan.layout.dimensions.flatMap(\.measures) {
      let cap = scored.values[layout.cap]
      guard cap.isFinite, let column = scored.column(layout.score) else { continue }
      let (people, count) = Self.count(column, cap, scored.isRejected, parts)
      measures.append(Measure(layout: layout, cap: cap, people: people, count: count))
      if count > 0 { isCapped = Self.mark(column, cap, isCapped, parts) }
    }
    self.isCapped = isCapped
  }

  private static func count(
    _ column: ScoredColumn, _ cap: Double, _ isRejected: [Bool], _ parts: SubjectRanges
  ) -> (people: Int, count: Int) {
    column.withUnsafeValues { values, states in
      let counts = parts.map { range in
        var (people, count) = (0, 0)
        for subject in range where states[subject] == ValueState.present && !isRejected[subject] {
          people += 1
          if values[subject] >= cap { count += 1 }
        }
        return (people, count)
      }
      return counts.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    }
  }

  /// Whether each subject was marked, or stands at the cap.
  private static func mark(
    _ column: ScoredColumn, _ cap: Double, _ marked: [Bool], _ parts: SubjectRanges
  ) -> [Bool] {
    column.withUnsafeValues { values, states in
      parts.fill { range, isCapped in
        for subject in range {
          isCapped[subject] =
            marked[subject] || states[subject] == ValueState.present && values[subject] >= cap
        }
      }
    }
  }
}
