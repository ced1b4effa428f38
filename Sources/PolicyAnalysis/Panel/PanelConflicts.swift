import ScoringEngine
import ScoringPlan

/// What happens when people judge the weights that they are appraised by: for each respondent who is a
/// subject too the standing by the own judgements beside that by the others', and for each respondent what
/// leaving out the judgements does to people.
///
/// A respondent's judgements are all that stand in the panels behind the policy's weights; weights that the
/// respondent has not judged stay those of the whole panel.
public struct PanelConflicts: Sendable {
  /// The run by the whole panel.
  public let scored: ScoredPopulation
  /// Every respondent, in the order of the judgement files.
  public let respondents: [PanelRespondent]

  /// Runs a plan for each respondent twice. Empty where no panel of two or more stands behind the weights.
  ///
  /// - Parameters:
  ///   - weighings: the plan's, from `JudgedWeighing.all`.
  ///   - keys: the subject that each respondent is, by the respondent's name; who is not named here is the
  ///     subject whose key is the name, if there is one.
  ///   - threads: how many threads to use, at least 1; it does not change the result.
  /// - Throws: a `LinearAlgebraError`.
  public init(
    _ plan: Plan, _ population: Population, weighings: [JudgedWeighing],
    keys: [String: String] = [:], threads: Int = 1
  ) throws {
    let judged = weighings.compactMap { weighing in
      WeighingPanel(weighing).map { WeighedPanel(weighing: weighing, panel: $0) }
    }
    let runs = PolicyRuns(
      plan, population, varying: Set(judged.flatMap(\.weighing.slots)), threads: threads)
    scored = runs.base
    let respondents = try Self.names(judged).map { name in
      (
        name: name, own: try Self.values(runs.base.values, judged) { try $0.weights(of: name) },
        others: try Self.values(runs.base.values, judged) { try $0.weights(without: name) }
      )
    }
    self.respondents = PolicyWork.map(respondents.count, threads: threads) { index in
      let (name, own, others) = respondents[index]
      return Self.respondent(
        name, key: keys[name] ?? name, judged, runs, own: own.map(runs.scored),
        others: others.map(runs.scored))
    }
  }

  /// The names of all respondents of the panels behind weighings, in the order of the files.
  public static func names(of weighings: [JudgedWeighing]) -> [String] {
    names(
      weighings.compactMap { weighing in
        WeighingPanel(weighing).map { WeighedPanel(weighing: weighing, panel: $0) }
      })
  }

  private struct WeighedPanel {
    let weighing: JudgedWeighing
    let panel: WeighingPanel
  }

  private static func names(_ judged: [WeighedPanel]) -> [String] {
    var seen: Set<String> = []
    return judged.flatMap(\.panel.names).filter { seen.insert($0).inserted }
  }

  /// Parameter values with the weights that a respondent, or the others, give; nil where they give none.
  private static func values(
    _ base: ParameterVector, _ judged: [WeighedPanel],
    _ weights: (WeighingPanel) throws -> [Double]?
  ) rethrows -> ParameterVector? {
    var values = base
    var isAny = false
    for one in judged {
      guard let weights = try weights(one.panel) else { continue }
      isAny = true
      for (slot, weight) in zip(one.weighing.slots, weights) { values[slot] = weight }
    }
    return isAny ? values : nil
  }

  private static func respondent(
    _ name: String, key: String, _ judged: [WeighedPanel], _ runs: PolicyRuns,
    own: ScoredPopulation?, others: ScoredPopulation?
  ) -> PanelRespondent {
    let row = runs.base.population.subject(withKey: key)
    let isScored = row.map { !runs.base.isRejected($0) } ?? false
    let standing = { (scored: ScoredPopulation?) in
      row.flatMap { row in isScored ? scored.map { PanelStanding(row, in: $0) } : nil }
    }
    return PanelRespondent(
      name: name,
      paths: judged.filter { $0.panel.names.contains(name) }.map(\.weighing.path),
      key: row.map { _ in key }, standing: standing(runs.base), own: standing(own),
      others: standing(others),
      absence: others.map { PanelRespondent.Absence(PolicyComparison.without(runs.base, $0)) })
  }
}

extension PolicyComparison {
  /// A comparison without anything that has to be explained.
  fileprivate static func without(
    _ before: ScoredPopulation, _ after: ScoredPopulation
  ) -> PolicyComparison {
    PolicyComparison(
      before: before, after: after, options: ComparisonOptions(tops: [], moverCount: 0))
  }
}

extension PanelRespondent.Absence {
  fileprivate init(_ comparison: PolicyComparison) {
    let subjects = comparison.subjects
    movements = subjects.rankings.map(\.movement)
    largestMoves = subjects.rankings.map { ranking in
      zip(ranking.ranks.before, ranking.ranks.after).reduce(0) { most, ranks in
        guard let before = ranks.0, let after = ranks.1 else { return most }
        return max(most, abs(after - before))
      }
    }
    gradeChanges = subjects.grades.map { grade in
      (0..<subjects.count).count { grade.places.before[$0] != grade.places.after[$0] }
    }
    payroll = comparison.payroll
  }
}
