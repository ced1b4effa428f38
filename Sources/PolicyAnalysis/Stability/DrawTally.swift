/// What one thread counts over its draws, and where all threads mark what belongs to a draw.
struct DrawTally: Sendable {
  var ranks: [RankTally]
  var grades: [GradeTally]

  init(_ plan: DrawPlan) {
    ranks = plan.rankings.map { _ in RankTally(count: plan.rows.count) }
    grades = plan.labels.map { GradeTally(count: plan.rows.count, labelCount: $0.count) }
  }

  /// Adds what another thread has counted.
  mutating func add(_ other: DrawTally) {
    for index in ranks.indices { ranks[index].add(other.ranks[index]) }
    for index in grades.indices { grades[index].add(other.grades[index]) }
  }
}

/// What is kept of each draw.
struct DrawRecords: Sendable {
  /// For each ranking the ranks of the draws that are kept.
  let samples: [RankSamples]
  /// For each ranking who is first.
  let first: [DrawMarks]
  /// For each grade who has that by the judgements as they are.
  let kept: [DrawMarks]
  /// For each grade who has the highest.
  let top: [DrawMarks]

  init(_ plan: DrawPlan) {
    let count = plan.rows.count
    guard plan.keepsRecords else {
      (samples, first, kept, top) = ([], [], [], [])
      return
    }
    samples = plan.rankings.map { _ in
      RankSamples(subjectCount: count, count: plan.sampleCount)
    }
    let marks = { DrawMarks(subjectCount: count, drawCount: plan.drawCount) }
    first = plan.rankings.map { _ in marks() }
    kept = plan.gradings.map { _ in marks() }
    top = plan.gradings.map { _ in marks() }
  }
}
