import AnalysisReport
import ScoringEngine
import ScoringPlan

/// Which measures of a run have a cap, and who stands at one.
struct CappedMeasures: Sendable {
  /// One measure.
  struct Measure: Sendable {
    let layout: MeasureLayout
    let cap: Double
    let column: ScoredColumn
  }

  let measures: [Measure]

  /// The run must have kept the scores of measures.
  init(_ scored: ScoredPopulation) {
    measures = scored.plan.layout.dimensions.flatMap(\.measures).compactMap { layout in
      let cap = scored.values[layout.cap]
      guard cap.isFinite, let column = scored.column(layout.score) else { return nil }
      return Measure(layout: layout, cap: cap, column: column)
    }
  }

  /// How many of some subjects have a score in each measure, and how many of these stand at its cap.
  struct Counts: Sendable {
    private(set) var people: [Int]
    private(set) var capped: [Int]

    init(_ count: Int) {
      (people, capped) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    }

    mutating func add(_ other: Counts) {
      for index in people.indices {
        people[index] += other.people[index]
        capped[index] += other.capped[index]
      }
    }

    /// Counts a subject; whether it stands at any cap.
    mutating func add(_ subject: Int, _ measures: [Measure]) -> Bool {
      var isCapped = false
      for (index, measure) in measures.enumerated() {
        guard let score = measure.column[subject] else { continue }
        people[index] += 1
        if score >= measure.cap {
          capped[index] += 1
          isCapped = true
        }
      }
      return isCapped
    }
  }
}
