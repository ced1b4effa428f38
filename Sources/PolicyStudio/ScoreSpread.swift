import AnalysisReport
import ScoringPlan

/// How the finals of one run are spread over everybody and over some groups.
struct ScoreSpread: Sendable {
  /// One group; the first is everybody.
  struct Group: Sendable {
    let count: Int
    /// How many people are in each bin.
    let counts: [Int]
    /// Of these, how many have a measure at its cap.
    let capped: [Int]
    /// The lowest final in each band.
    let cuts: [Double?]
    /// The middle of their finals.
    let median: Double
  }

  /// What is counted: for each group one number for each bin, one group after the other.
  private struct Counts: Sendable {
    var counts: [Int]
    var capped: [Int]
    /// For each group the lowest final in each band.
    var cuts: [Double]

    mutating func add(_ other: Counts) {
      for place in counts.indices {
        counts[place] += other.counts[place]
        capped[place] += other.capped[place]
      }
      for place in cuts.indices { cuts[place] = min(cuts[place], other.cuts[place]) }
    }
  }

  let groups: [Group]

  /// Counts the published people of a run.
  ///
  /// - Parameter shown: the numbers of the groups of `column` that are counted by themselves.
  /// - Complexity: O(subjects).
  init(
    _ results: SubjectResults, _ caps: CappedSubjects, _ bins: ScoreBins,
    column: SubjectGroups?, shown: [Int], threads: Int
  ) {
    let bands = max(0, (results.scored.plan.gradings.first?.bands.count ?? 0) - 1)
    let parts = SubjectRanges(results.count, threads: threads)
    let everybody = parts.map { Self.count($0, results, caps, bins, bands, nil) }
    var counted = [everybody]
    if let column, !shown.isEmpty {
      var places = [Int](repeating: -1, count: column.groups.count)
      for (place, group) in shown.enumerated() { places[group] = place }
      let grouping = (numbers: column.numbers, places: places, count: shown.count)
      counted.append(parts.map { Self.count($0, results, caps, bins, bands, grouping) })
    }
    let members = [nil] + (column == nil ? [] : shown.map { $0 as Int? })
    let sums = counted.map { parts in parts.dropFirst().reduce(into: parts[0]) { $0.add($1) } }
    groups = members.enumerated().map { place, group in
      let (sums, number) = place == 0 ? (sums[0], 0) : (sums[1], place - 1)
      let own = number * bins.count..<(number + 1) * bins.count
      let people = group.flatMap { column?.members(of: $0) } ?? Array(0..<results.count)
      return Group(
        count: sums.counts[own].reduce(0, +), counts: Array(sums.counts[own]),
        capped: Array(sums.capped[own]),
        cuts: sums.cuts[number * bands..<(number + 1) * bands].map { $0.isFinite ? $0 : nil },
        median: Median.of(
          people.filter { !results.isRejected[$0] }.map { results.finals[$0] }))
    }
  }

  /// Counts everybody of a range together, or each in the place of their group; none where that is below 0.
  private static func count(
    _ range: Range<Int>, _ results: SubjectResults, _ caps: CappedSubjects, _ bins: ScoreBins,
    _ bands: Int, _ grouping: (numbers: [Int32], places: [Int], count: Int)?
  ) -> Counts {
    let groups = grouping?.count ?? 1
    let empty = [Int](repeating: 0, count: groups * bins.count)
    var sums = Counts(
      counts: empty, capped: empty, cuts: [Double](repeating: .infinity, count: groups * bands))
    let (finals, isRejected, isCapped) = (results.finals, results.isRejected, caps.isCapped)
    let (numbers, places) = (grouping?.numbers ?? [], grouping?.places ?? [])
    for subject in range where !isRejected[subject] {
      let group = numbers.isEmpty ? 0 : places[Int(numbers[subject])]
      if group < 0 { continue }
      let final = finals[subject]
      let bin = group * bins.count + bins.bin(of: final)
      sums.counts[bin] += 1
      if isCapped[subject] { sums.capped[bin] += 1 }
      if bands > 0, let band = results.band(of: subject), band < bands,
        final < sums.cuts[group * bands + band]
      {
        sums.cuts[group * bands + band] = final
      }
    }
    return sums
  }
}
