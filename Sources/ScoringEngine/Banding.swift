import ScorecardPolicy
import ScoringPlan

/// Who is in which band of one grade, group by group.
struct Banding: Sendable {
  /// The subjects of one band of a group.
  private struct Members {
    var count = 0
    var lowest = Int64.max
    var highest = Int64.min

    mutating func add(_ key: Int64) {
      count += 1
      lowest = min(lowest, key)
      highest = max(highest, key)
    }
  }

  private let grading: Grading
  /// For each group its bands from the top.
  private let groups: [Int32: [Members]]
  /// For each subject its band, -1 for none.
  private let bands: [Int16]
  private let keys: [Int64]

  init(_ grading: Grading, _ scored: ScoredPopulation) {
    self.grading = grading
    let count = scored.population.subjectCount
    let places = Dictionary(
      grading.bands.enumerated().map { ($1.grade, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [Int32: [Members]] = [:]
    var bands = [Int16](repeating: -1, count: count)
    var keys = [Int64](repeating: 0, count: count)
    let none = [Members](repeating: Members(), count: grading.bands.count)
    if let grades = scored.column(grading.result), let values = scored.column(grading.by) {
      for subject in 0..<count where !scored.isRejected(subject) {
        guard let band = grades.text(of: subject).flatMap({ places[$0] }),
          let value = values[subject],
          let key = ScoreKey.key(of: value, decimals: scored.plan.decimals)
        else { continue }
        (bands[subject], keys[subject]) = (Int16(band), key)
        let group = scored.group(of: subject, grading.within)
        groups[group, default: none][band].add(key)
      }
    }
    (self.groups, self.bands, self.keys) = (groups, bands, keys)
  }

  func place(
    of subject: Int, _ scored: ScoredPopulation, _ explanation: Explanation
  ) -> GradePlace {
    let group = scored.group(of: subject, grading.within)
    let members = groups[group] ?? []
    let band = Int(bands[subject])
    return GradePlace(
      name: grading.name, title: grading.title, band: band < 0 ? nil : grading.bands[band],
      count: members.reduce(0) { $0 + $1.count }, bandCount: band < 0 ? 0 : members[band].count,
      group: scored.groupText(of: subject, grading.within),
      decidedBy: band < 0 ? nil : decision(subject, band, group, members, scored),
      next: band < 0 ? nil : next(subject, band, members, scored, explanation))
  }

  // MARK: What decided

  /// What told a subject from those with the same published value in another band.
  private func decision(
    _ subject: Int, _ band: Int, _ group: Int32, _ members: [Members], _ scored: ScoredPopulation
  ) -> String? {
    let key = keys[subject]
    let isContested = members.indices.contains { other in
      other != band && members[other].count > 0
        && (members[other].lowest...members[other].highest).contains(key)
    }
    guard isContested else { return nil }
    let rivals = bands.indices.filter { other in
      bands[other] >= 0 && bands[other] != bands[subject] && keys[other] == key
        && scored.group(of: other, grading.within) == group
    }
    // The nearest rival shares the most; a few are enough to tell.
    let own = ties(of: subject, scored)
    let shared = rivals.prefix(200).map { other in
      zip(own, ties(of: other, scored)).prefix { $0 == $1 }.count
    }
    guard let most = shared.max() else { return nil }
    return most < grading.ties.count
      ? grading.ties[most].name : scored.plan.tables[0].keyName
  }

  private func ties(of subject: Int, _ scored: ScoredPopulation) -> [Value] {
    if grading.ties.isEmpty { return [] }
    let evaluation = scored.evaluation(of: subject)
    return grading.ties.map { evaluation[$0.register] }
  }

  // MARK: The next band

  private func next(
    _ subject: Int, _ band: Int, _ members: [Members], _ scored: ScoredPopulation,
    _ explanation: Explanation
  ) -> NextBand? {
    for above in (0..<band).reversed() {
      guard let needed = key(toReach: above, members, scored) else { continue }
      let gap = max(0, Double(needed - keys[subject]) / ScoreKey.scale(scored.plan.decimals))
      return NextBand(
        band: grading.bands[above],
        needed: Double(needed) / ScoreKey.scale(scored.plan.decimals), gap: gap,
        steps: gap > 0 ? steps(gap, scored.plan, explanation) : [])
    }
    return nil
  }

  /// The key that puts a subject into a band: its minimum, or that of the last who is in it; nil when
  /// nobody can be.
  private func key(
    toReach band: Int, _ members: [Members], _ scored: ScoredPopulation
  ) -> Int64? {
    if case .minimum(let slot) = grading.bands[band].limit {
      return ScoreKey.key(of: scored.values[slot], decimals: scored.plan.decimals)
    }
    return members[band].count > 0 ? members[band].lowest : nil
  }

  /// The measures that could bring so many points, the smallest change first.
  private func steps(
    _ gap: Double, _ plan: Plan, _ explanation: Explanation
  ) -> [NextBand.Step] {
    let isTotal = grading.by == plan.layout.total || grading.by == plan.layout.final
    // Where a gate caps the value, no measure can lift it above.
    let isCapped = explanation.gates.contains { $0.applied && $0.cap.map { $0 <= explanation.final } == true }
    if isTotal, grading.by != plan.layout.total, isCapped { return [] }
    let dimensions = zip(plan.layout.dimensions, explanation.dimensions).filter {
      isTotal || grading.by == $0.0.score
    }
    return dimensions.flatMap { _, dimension in
      dimension.measures.compactMap { measure -> NextBand.Step? in
        let share = (isTotal ? dimension.weight : 1) * (measure.weight ?? 0)
        guard share > 0, let score = measure.score else { return nil }
        let needed = score + gap / share
        return NextBand.Step(
          dimension: dimension.name, measure: measure.name, title: measure.title, score: score,
          needed: needed, isWithinCap: measure.cap.map { needed <= $0 } ?? true)
      }
    }.sorted { one, other in
      if one.isWithinCap != other.isWithinCap { return one.isWithinCap }
      return one.needed - one.score < other.needed - other.score
    }
  }
}
