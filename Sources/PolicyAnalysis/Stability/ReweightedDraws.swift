import ScoringEngine
import ScoringPlan

/// Counts draws by running the plan for each: right for every policy.
struct ReweightedDraws: DrawCounter {
  let plan: DrawPlan
  let draws: PolicyDraws
  let runs: PolicyRuns

  func count(
    draws range: Range<Int>, chunk: Int, _ tally: inout DrawTally, _ records: DrawRecords
  ) {
    let codes = plan.labels.map(GradeCodes.init)
    for draw in range {
      let scored = runs.scored(with: draws.values(runs.base.values, draw: draw))
      let bit = UInt64(1) << UInt64(draw - range.lowerBound)
      for ranking in plan.rankings.indices {
        count(ranking, scored, draw, bit, chunk, &tally.ranks[ranking], records)
      }
      for grade in plan.gradings.indices {
        let places = codes[grade].places(plan.gradings[grade], scored, plan.rows)
        count(grade, places, bit, chunk, &tally.grades[grade], records)
      }
    }
  }

  private func count(
    _ ranking: Int, _ scored: ScoredPopulation, _ draw: Int, _ bit: UInt64, _ chunk: Int,
    _ tally: inout RankTally, _ records: DrawRecords
  ) {
    guard let column = scored.column(plan.rankings[ranking].result) else {
      preconditionFailure("a run keeps the ranks that it gives")
    }
    let first = plan.keepsRecords ? records.first[ranking].chunk(chunk) : nil
    let sample = plan.keepsRecords ? plan.sampleOf[draw] : -1
    let kept = sample < 0 ? nil : records.samples[ranking].ranks(in: sample)
    for (subject, row) in plan.rows.enumerated() {
      let rank = scored.isRejected(row) ? RankTally.none : column[row].map { UInt32($0) } ?? 0
      tally.add(rank, of: subject)
      if rank == 1 { first?[subject] |= bit }
      kept?[subject] = rank
    }
  }

  private func count(
    _ grade: Int, _ places: [UInt8], _ bit: UInt64, _ chunk: Int, _ tally: inout GradeTally,
    _ records: DrawRecords
  ) {
    let kept = plan.keepsRecords ? records.kept[grade].chunk(chunk) : nil
    let top = plan.keepsRecords ? records.top[grade].chunk(chunk) : nil
    let given = plan.given[grade]
    for (subject, place) in places.enumerated() where place != GradeCodes.none {
      tally.counts[subject * tally.labelCount + Int(place)] += 1
      if place == given[subject] { kept?[subject] |= bit }
      if place == 0 { top?[subject] |= bit }
    }
  }
}
