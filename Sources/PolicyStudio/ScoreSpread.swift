import AnalysisReport
import ScoringEngine
import ScoringPlan

/// How the finals of one run are spread over everybody and over some groups.
struct ScoreSpread: Sendable {
  /// One group; the first is everybody.
  struct Group: Sendable {
    var count = 0
    /// How many people are in each bin.
    var counts: [Int]
    /// Of these, how many have a measure at its cap.
    var capped: [Int]
    /// The lowest final in each band.
    var cuts: [Double?]
    /// The middle of their finals.
    var median = 0.0

    fileprivate init(bins: Int, bands: Int) {
      counts = [Int](repeating: 0, count: bins)
      capped = counts
      cuts = [Double?](repeating: nil, count: bands)
    }

    fileprivate mutating func add(_ final: Double, _ bin: Int, _ band: Int, _ isCapped: Bool) {
      count += 1
      counts[bin] += 1
      if isCapped { capped[bin] += 1 }
      if band < cuts.count { cuts[band] = min(cuts[band] ?? .infinity, final) }
    }

    fileprivate mutating func add(_ other: Group) {
      count += other.count
      for bin in counts.indices {
        counts[bin] += other.counts[bin]
        capped[bin] += other.capped[bin]
      }
      for band in cuts.indices {
        if let cut = other.cuts[band] { cuts[band] = min(cuts[band] ?? .infinity, cut) }
      }
    }
  }

  private(set) var groups: [Group]
  private(set) var caps: CappedMeasures.Counts

  /// Counts the published people of a run.
  ///
  /// - Parameters:
  ///   - shown: the numbers of the groups of `column` that are counted by themselves.
  /// - Complexity: O(subjects times measures with a cap).
  init(
    _ results: SubjectResults, _ measures: CappedMeasures, _ bins: ScoreBins,
    column: SubjectGroups?, shown: [Int], threads: Int
  ) {
    let bands = max(0, (results.scored.plan.gradings.first?.bands.count ?? 0) - 1)
    let empty = Group(bins: bins.count, bands: bands)
    var places = [Int](repeating: 0, count: column?.groups.count ?? 0)
    for (place, group) in shown.enumerated() { places[group] = place + 1 }
    let parts = SubjectRanges(results.finals.count, threads: threads)
    let counted = parts.mapRanges { range in
      var groups = [Group](repeating: empty, count: shown.count + 1)
      var caps = CappedMeasures.Counts(measures.measures.count)
      for subject in range where !results.isRejected[subject] {
        let isCapped = caps.add(subject, measures.measures)
        let final = results.finals[subject]
        let band = results.bands.first.map { Int($0[subject]) } ?? bands
        let bin = bins.bin(of: final)
        groups[0].add(final, bin, band, isCapped)
        let place = column.map { places[Int($0.numbers[subject])] } ?? 0
        if place > 0 { groups[place].add(final, bin, band, isCapped) }
      }
      return (groups, caps)
    }
    var (groups, caps) = counted[0]
    for (others, otherCaps) in counted.dropFirst() {
      for index in groups.indices { groups[index].add(others[index]) }
      caps.add(otherCaps)
    }
    (self.groups, self.caps) = (groups, caps)
    setMedians(results, column, shown)
  }

  private mutating func setMedians(
    _ results: SubjectResults, _ column: SubjectGroups?, _ shown: [Int]
  ) {
    let published = { (subjects: [Int]) in
      subjects.filter { !results.isRejected[$0] }.map { results.finals[$0] }
    }
    groups[0].median = Median.of(published(Array(results.finals.indices)))
    guard let column else { return }
    for (place, group) in shown.enumerated() {
      groups[place + 1].median = Median.of(published(column.members(of: group)))
    }
  }
}
