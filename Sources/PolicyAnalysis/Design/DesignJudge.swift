import Diagnostics
import ScoringEngine
import ScoringPlan

/// Says of a run whether it meets what is required.
struct DesignJudge {
  private enum Test {
    case payroll(Double)
    case losers(Contest, Int)
    case ratio(Contest, bands: Set<String>, groups: [[Int]], Double)
    case ahead(Int, Int)
    case keep(Contest, Int)
    case consistency(Double)
  }

  /// The smallest group whose share counts.
  private static let leastGroup = 5

  private let tests: [(name: String, test: Test)]
  private let baseline: ScoredPopulation

  /// - Throws: `DiagnosedFailure` when a person who is named is not scored.
  init(_ problem: DesignProblem, _ baseline: ScoredPopulation) throws(DiagnosedFailure) {
    self.baseline = baseline
    var faults: [Diagnostic] = []
    let contests = Contest.all(baseline)
    func contest(_ name: String) -> Contest {
      guard let contest = contests.first(where: { $0.name == name && $0.isGrade }) else {
        preconditionFailure("the reader knows grades")
      }
      return contest
    }
    func subject(_ person: DesignProblem.Person) -> Int {
      let subject = baseline.population.subject(withKey: person.key)
      if let subject, !baseline.isRejected(subject) { return subject }
      faults.append(
        Diagnostic(
          code: "design.unknown-person", at: person.location,
          "nobody with the key \(person.key) is scored",
          suggestion: subject == nil ? "write the key as the data have it" : "mend the row first"))
      return 0
    }
    tests = problem.requirements.map { named in
      let test: Test =
        switch named.requirement {
        case .payroll(let most): .payroll(most)
        case .losers(let grade, let most): .losers(contest(grade), most)
        case .ratio(let grade, let bands, let column, let least):
          .ratio(
            contest(grade), bands: Set(bands), groups: Self.groups(column, baseline), least)
        case .ahead(let ahead, let of): .ahead(subject(ahead), subject(of))
        case .keep(let grade, let person): .keep(contest(grade), subject(person))
        case .consistency(let limit): .consistency(limit)
        }
      return (named.name, test)
    }
    if !faults.isEmpty { throw DiagnosedFailure(faults) }
  }

  private static func groups(_ name: String, _ scored: ScoredPopulation) -> [[Int]] {
    guard let column = scored.population.tables[0].column(named: name) else { return [] }
    var groups: [Int32: [Int]] = [:]
    for (subject, code) in column.codes.enumerated()
    where code >= 0 && !scored.isRejected(subject) {
      groups[code, default: []].append(subject)
    }
    return groups.filter { $0.value.count >= leastGroup }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is required beside what a run has.
  func checks(_ scored: ScoredPopulation, consistencyRatio: Double?) -> [DesignAnswer.Check] {
    tests.map { name, test in
      let (measure, value, isMet) = self.measure(test, scored, consistencyRatio)
      return DesignAnswer.Check(name: name, measure: measure, value: value, isMet: isMet)
    }
  }

  private func measure(
    _ test: Test, _ scored: ScoredPopulation, _ ratio: Double?
  ) -> (measure: String, value: Double?, isMet: Bool) {
    switch test {
    case .payroll(let most):
      let total = scored.payroll?.total ?? 0
      return ("payroll", total, total <= most)
    case .losers(let contest, let most):
      let count = (0..<baseline.population.subjectCount).count { subject in
        !baseline.isRejected(subject)
          && band(subject, contest, scored) > band(subject, contest, baseline)
      }
      return ("people who lose the grade \(contest.name)", Double(count), count <= most)
    case .ratio(let contest, let bands, let groups, let least):
      let shares = groups.map { group in
        Double(group.count { bands.contains(contest.award($0, in: scored)) }) / Double(group.count)
      }
      guard let most = shares.max(), let fewest = shares.min(), most > 0 else {
        return ("least share to largest", nil, true)
      }
      return ("least share to largest", fewest / most, fewest / most >= least)
    case .ahead(let one, let other):
      let lead = Self.key(one, scored) - Self.key(other, scored)
      let points = Double(lead) / ScoreKey.scale(scored.plan.decimals)
      return ("points ahead", points, lead >= 0)
    case .keep(let contest, let subject):
      let (before, after) = (band(subject, contest, baseline), band(subject, contest, scored))
      return (
        "grades below the present \(contest.name)", Double(max(0, after - before)), after <= before
      )
    case .consistency(let limit):
      return ("consistency ratio", ratio, ratio.map { $0 < limit } ?? true)
    }
  }

  /// The place of a subject's band from the top; behind all for who has none.
  private func band(_ subject: Int, _ contest: Contest, _ scored: ScoredPopulation) -> Int {
    guard case .grading(let grading) = contest.kind else { return 0 }
    let award = scored.isRejected(subject) ? "" : contest.award(subject, in: scored)
    return grading.bands.firstIndex { $0.grade == award } ?? grading.bands.count
  }

  private static func key(_ subject: Int, _ scored: ScoredPopulation) -> Int64 {
    let column = scored.column(scored.plan.layout.final ?? scored.plan.layout.total)
    return column?[subject].flatMap { ScoreKey.key(of: $0, decimals: scored.plan.decimals) }
      ?? .min / 2
  }
}
