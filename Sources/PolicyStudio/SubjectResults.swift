import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// What one run gives everybody, in arrays that can be read quickly.
struct SubjectResults: Sendable {
  /// The run.
  let scored: ScoredPopulation
  /// The value after the gates; 0 for who is rejected.
  let finals: [Double]
  /// The finals as whole units of the last published decimal.
  let keys: [Int64]
  /// For each grade of the policy, one after the other, the place of everybody's band: the number of bands for
  /// who has none.
  let bands: [Int16]
  /// What is paid, nothing where it is missing; empty without a payroll.
  let pay: [Double]

  /// For each subject whether it is not published.
  let isRejected: [Bool]

  /// O(subjects times grades).
  init(_ scored: ScoredPopulation, threads: Int) {
    self.scored = scored
    let plan = scored.plan
    let parts = SubjectRanges(scored.population.subjectCount, threads: threads)
    let finals = Self.numbers(plan.layout.final ?? plan.layout.total, scored, parts)
    self.finals = finals
    let scale = ScoreKey.scale(plan.decimals)
    keys = parts.fill { range, keys in
      for subject in range {
        let final = finals[subject]
        keys[subject] = ScoreKey.key(of: final, scale: scale) ?? (final < 0 ? .min : .max)
      }
    }
    bands = plan.gradings.flatMap { Self.bands($0, scored, parts) }
    pay = plan.payroll.map { Self.numbers($0.register, scored, parts) } ?? []
    isRejected = scored.isRejected
  }

  /// The number of subjects, rejected ones included.
  var count: Int { finals.count }
  /// Whether the policy pays.
  var hasPay: Bool { scored.plan.payroll != nil }
  /// Whether the policy gives grades.
  var hasGrades: Bool { !scored.plan.gradings.isEmpty }

  /// The place of a subject's band in the first grade; nil without grades.
  func band(of subject: Int) -> Int? { bands.isEmpty ? nil : Int(bands[subject]) }

  /// The numbers in a register; 0 where there is none, and for who is rejected.
  private static func numbers(
    _ register: Register, _ scored: ScoredPopulation, _ parts: SubjectRanges
  ) -> [Double] {
    guard let column = scored.column(register) else {
      return scored.isRejected.map { _ in 0 }
    }
    let isRejected = scored.isRejected
    return column.withUnsafeValues { values, states in
      parts.fill { range, numbers in
        for subject in range {
          let isThere = states[subject] == ValueState.present && !isRejected[subject]
          numbers[subject] = isThere ? values[subject] : 0
        }
      }
    }
  }

  private static func bands(
    _ grading: Grading, _ scored: ScoredPopulation, _ parts: SubjectRanges
  ) -> [Int16] {
    let none = Int16(clamping: grading.bands.count)
    guard let column = scored.column(grading.result) else {
      return scored.isRejected.map { _ in none }
    }
    return column.withUnsafeValues { values, states in
      parts.fill { range, bands in
        // A text has one code in a run: the few that there are are looked up once in each range.
        var known: [Double: Int16] = [:]
        var (last, lastBand) = (-1.0, none)
        for subject in range {
          let code = states[subject] == ValueState.present ? values[subject] : -1
          if code != last {
            last = code
            lastBand = known[code] ?? band(column.text(of: subject), grading) ?? none
            known[code] = lastBand
          }
          bands[subject] = lastBand
        }
      }
    }
  }

  private static func band(_ text: String?, _ grading: Grading) -> Int16? {
    grading.bands.firstIndex { $0.grade == text }.map { Int16(clamping: $0) }
  }
}
