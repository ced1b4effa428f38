import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// What one run gives everybody, in arrays that can be read quickly.
struct SubjectResults: Sendable {
  /// The run.
  let scored: ScoredPopulation
  let isRejected: [Bool]
  /// The value after the gates; 0 for who is rejected.
  let finals: [Double]
  /// The finals as whole units of the last published decimal.
  let keys: [Int64]
  /// For each grade of the policy the place of the band, the number of bands for who has none.
  let bands: [[Int16]]
  /// What is paid, nothing where it is missing; nil without a payroll.
  let pay: [Double]?

  /// O(subjects times grades).
  init(_ scored: ScoredPopulation, threads: Int) {
    self.scored = scored
    let plan = scored.plan
    let count = scored.population.subjectCount
    let parts = SubjectRanges(count, threads: threads)
    isRejected = parts.map { scored.isRejected($0) }
    let final = scored.column(plan.layout.final ?? plan.layout.total)
    let finals = parts.map { final?[$0] ?? 0 }
    self.finals = finals
    let scale = ScoreKey.scale(plan.decimals)
    keys = parts.map { place in
      let value = finals[place]
      return ScoreKey.key(of: value, scale: scale) ?? (value < 0 ? .min : .max)
    }
    bands = plan.gradings.map { Self.bands($0, scored, parts) }
    pay = plan.payroll.flatMap { scored.column($0.register) }.map { amounts in
      parts.map { amounts[$0] ?? 0 }
    }
  }

  private static func bands(
    _ grading: Grading, _ scored: ScoredPopulation, _ parts: SubjectRanges
  ) -> [Int16] {
    let none = Int16(clamping: grading.bands.count)
    guard let column = scored.column(grading.result) else { return parts.map { _ in none } }
    // A text has one code in a run: the few that there are are looked up once in each part.
    return parts.mapParts { range in
      var known: [Double: Int16] = [:]
      var (last, lastBand) = (-1.0, none)
      return range.map { subject in
        guard let code = column[subject] else { return none }
        if code == last { return lastBand }
        let band =
          known[code]
          ?? grading.bands.firstIndex { $0.grade == column.text(of: subject) }.map {
            Int16(clamping: $0)
          } ?? none
        known[code] = band
        (last, lastBand) = (code, band)
        return band
      }
    }
  }
}
