import ScorecardPolicy
import ScoringPlan

/// Finds where subjects stand; made once for the results of a population.
///
/// Making it takes time in proportion to subjects times rankings and grades; a question then takes
/// the time of a few of one subject's evaluations.
public struct Standings: Sendable {
  private let scored: ScoredPopulation
  private let trace: PlanTrace
  /// For each ranking how many are ranked in each group.
  private let rankCounts: [[Int32: Int]]
  private let rankColumns: [ScoredColumn?]
  private let bandings: [Banding]
  private let interpreter: SubjectInterpreter
  private let search: NextBandSearch

  /// The standings of all subjects of some results.
  public init(_ scored: ScoredPopulation) {
    self.scored = scored
    trace = PlanTrace(scored.plan)
    interpreter = SubjectInterpreter(scored)
    search = NextBandSearch(scored, interpreter)
    let rankColumns = scored.plan.rankings.map { scored.column($0.result) }
    self.rankColumns = rankColumns
    rankCounts = zip(scored.plan.rankings, rankColumns).map { ranking, ranks in
      guard let ranks else { return [:] }
      var counts: [Int32: Int] = [:]
      for subject in 0..<scored.population.subjectCount
      where !scored.isRejected(subject) && ranks[subject] != nil {
        counts[scored.group(of: subject, ranking.within), default: 0] += 1
      }
      return counts
    }
    bandings = scored.plan.gradings.map { Banding($0, scored) }
  }

  /// The explanation of a subject and where it stands, ranks, grades and results included; nil when
  /// it is rejected.
  public func account(of subject: Int) -> SubjectAccount? {
    guard !scored.isRejected(subject) else { return nil }
    let evaluation = interpreter.evaluation(of: subject)
    guard
      let explanation = scored.plan.explanation(
        of: evaluation, values: scored.values, trace: trace)
    else { return nil }
    let texts = zip(scored.plan.tables[0].columns, evaluation.subject.dropFirst())
      .compactMap { column, value in
        if case .text(let text) = value { (name: column.name, value: text) } else { nil }
      }
    let standing = SubjectStanding(
      texts: texts,
      places: scored.plan.rankings.indices.map { place(of: subject, $0, explanation) },
      grades: bandings.map { grade(of: subject, $0, evaluation, explanation) })
    return SubjectAccount(explanation: explanation, standing: standing)
  }

  private func place(of subject: Int, _ index: Int, _ explanation: Explanation) -> RankPlace {
    let ranking = scored.plan.rankings[index]
    let group = scored.group(of: subject, ranking.within)
    return RankPlace(
      ranking: ranking.name, title: ranking.title,
      rank: rankColumns[index]?[subject].map { Int($0) },
      barredBy: explanation.gates(barring: ranking.name),
      count: rankCounts[index][group] ?? 0, group: scored.groupText(of: subject, ranking.within))
  }

  private func grade(
    of subject: Int, _ banding: Banding, _ evaluation: Evaluation, _ explanation: Explanation
  ) -> GradePlace {
    let grading = banding.grading
    let counts = banding.counts(inGroup: scored.group(of: subject, grading.within))
    let band = banding.band(of: subject)
    return GradePlace(
      name: grading.name, title: grading.title, band: band.map { grading.bands[$0] },
      barredBy: explanation.gates(barring: grading.name),
      count: counts.reduce(0, +), bandCount: band.map { counts[$0] } ?? 0,
      group: scored.groupText(of: subject, grading.within),
      decidedBy: band == nil ? nil : banding.decision(on: subject, scored),
      value: band == nil ? nil : published(banding.key(of: subject)),
      next: next(subject, banding, evaluation, explanation),
      lower: banding.lower(below: subject, scored).map {
        LowerBand(band: $0.band, margin: $0.margin / ScoreKey.scale(scored.plan.decimals))
      },
      isFirstInBand: banding.isFirst(subject, scored),
      isLastInBand: banding.isLast(subject, scored))
  }

  /// How the bands of a grade, by its place in the policy, are filled in the group of a subject.
  public func bandUses(ofGrade index: Int, inGroupOf subject: Int) -> [BandUse] {
    let banding = bandings[index]
    let counts = banding.counts(inGroup: scored.group(of: subject, banding.grading.within))
    return zip(banding.grading.bands, counts).map { band, count in
      BandUse(band: band, count: count, limit: limit(band.limit))
    }
  }

  private func limit(_ limit: Grading.Limit) -> BandUse.Limit {
    switch limit {
    case .seats(let slot): .seats(Int(max(0, min(scored.values[slot], 1e15)).rounded(.down)))
    case .share(let slot): .share(scored.values[slot])
    case .minimum(let slot): .minimum(scored.values[slot])
    case .rest: .rest
    }
  }

  private func next(
    _ subject: Int, _ banding: Banding, _ evaluation: Evaluation, _ explanation: Explanation
  ) -> NextBand? {
    guard let (band, needed) = banding.next(above: subject, scored) else { return nil }
    let steps = search.steps(
      for: subject, banding.grading, to: needed, evaluation, explanation)
    return NextBand(
      band: band, needed: published(needed),
      gap: -banding.distance(of: subject, above: needed) / ScoreKey.scale(scored.plan.decimals),
      steps: steps)
  }

  private func published(_ units: Int64) -> Double {
    Double(units) / ScoreKey.scale(scored.plan.decimals)
  }
}

extension Explanation {
  /// The gates that leave the subject out of a ranking or grade.
  fileprivate func gates(barring name: String) -> [ExplainedGate] {
    gates.filter { $0.applied && $0.ineligible.includes(name) }
  }
}

extension ScoredPopulation {
  /// The code of the text that groups a subject; -1 for the group without one, and for all together.
  func group(of subject: Int, _ within: Register?) -> Int32 {
    within.map { population.tables[0].columns[$0.index - 1].codes[subject] } ?? -1
  }

  /// The text that groups a subject; nil without one, and when all are together.
  func groupText(of subject: Int, _ within: Register?) -> String? {
    let code = group(of: subject, within)
    return code < 0 ? nil : population.pool.text(of: code)
  }
}
