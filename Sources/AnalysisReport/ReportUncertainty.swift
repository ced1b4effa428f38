import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What becomes of weights and grades when all judgements are drawn within half a step, and of weights within
/// a whole step.
package struct ReportUncertainty {
  /// Below what share of draws a grade is not safe.
  private static let limit = 0.9

  private let half: PolicyDraws
  private let whole: PolicyDraws
  private let stability: PolicyStability

  /// How many draws there are.
  package var draws: Int { half.count }
  /// What they depend on.
  package var seed: UInt64 { half.seed }

  /// Nil where no weights come from judgements.
  package init?(
    _ policy: VariablePolicy, _ population: Population, draws: Int, seed: UInt64, threads: Int,
    progress: @escaping @Sendable (WorkProgress) -> Void
  ) throws {
    let weighings = JudgedWeighing.all(of: policy.resolved, in: policy.plan)
    guard !weighings.isEmpty else { return nil }
    half = try PolicyDraws(
      weighings, drawing: .steps(0.5), count: draws, seed: seed, threads: threads)
    whole = try PolicyDraws(
      weighings, drawing: .steps(1), count: draws, seed: seed, threads: threads)
    stability = try PolicyStability(
      policy.plan, population, draws: half, limit: Self.limit, threads: threads
    ) { progress(WorkProgress(activity: "drawing", done: $0, total: draws)) }
  }

  /// Between which ends 95 of 100 draws of each weight lie; nil where the weights at a path are not drawn.
  package func bands(at path: String) -> (half: [[Double]], whole: [[Double]])? {
    guard let half = Self.ends(half, path), let whole = Self.ends(whole, path) else { return nil }
    return (half, whole)
  }

  private static func ends(_ draws: PolicyDraws, _ path: String) -> [[Double]]? {
    zip(draws.weighings, draws.bands).first { $0.0.path == path }.map { _, bands in
      bands.map { [$0.low, $0.high] }
    }
  }

  /// Whose grade is not safe; nil where the policy gives none.
  package func fragile(_ labels: NumberLabels, column: String?) -> FragilePart? {
    guard let grading = stability.grades.first else { return nil }
    let population = stability.scored.population
    let codes = column.flatMap { population.tables[0].column(named: $0)?.codes }
    let titles = GradeTitles(stability.scored.plan.gradings.filter { $0.name == grading.name })
    let fragile = stability.fragile.filter { $0.grade == 0 }
    let people = fragile.prefix(FragilePart.most).map { person in
      let code = codes.map { $0[stability.rows[person.subject]] } ?? -1
      return FragilePart.Person(
        key: stability.key(of: person.subject),
        group: code < 0 ? nil : population.pool.text(of: code),
        grade: titles.text(grading.labels[grading.given[person.subject]]),
        keptShare: person.keptShare, other: person.other.map { titles.text(grading.labels[$0]) },
        flip: person.flip.flatMap { flip($0, labels) })
    }
    let graded = grading.given.count { $0 < grading.labels.count && !grading.labels[$0].isEmpty }
    return FragilePart(
      limit: Self.limit, draws: half.count, graded: graded, total: fragile.count, people: people)
  }

  private func flip(_ move: JudgementMove, _ labels: NumberLabels) -> FragilePart.Flip? {
    guard let place = move.input, let to = move.judgement else { return nil }
    let input = stability.inputs[place]
    guard let path = input.path, let row = input.row, let column = input.column,
      let given = input.given
    else { return nil }
    let label = labels.label(at: "\(path).judgements.\(row).\(column)")
    return FragilePart.Flip(
      label: input.respondent.map { name in
        .joined([label], { "\($0[0]) (\(name))" }, { "\($0[0])（\(name)）" })
      } ?? label, from: Self.text(given), to: Self.text(to))
  }

  /// A judgement as people read it: below 1 as a fraction, with two decimals.
  private static func text(_ value: Double) -> String {
    let hundredths = { (number: Double) in ((number * 100).rounded() / 100).asWritten }
    return value < 1 ? "1/\(hundredths(1 / value))" : hundredths(value)
  }
}
