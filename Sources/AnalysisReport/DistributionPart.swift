import Glibc
import ScoringEngine
import ScoringPlan

/// How finals are spread over everybody and over groups, where grades are cut, and who stands at a cap.
package struct DistributionPart: Encodable, Sendable {
  /// One group; the first is everybody.
  package struct Group: Encodable, Sendable {
    /// Nil for everybody.
    package let name: String?
    /// How many people there are.
    package let count: Int
    /// How many people are in each bin.
    package let counts: [Int]
    /// Of these, how many have a measure at its cap.
    package let capped: [Int]
    /// The median of their finals.
    package let median: Double
    /// The lowest final that has each grade but the last; nil where nobody has it, or it is not given within
    /// the group.
    package let cuts: [Double?]
    /// The same by another policy, where there is one to compare with.
    package let before: [Int]?
    let medianBefore: Double?
    let cutsBefore: [Double?]?

    /// A group; without the last three there is no policy to compare with.
    package init(
      name: String?, count: Int, counts: [Int], capped: [Int], median: Double, cuts: [Double?],
      before: [Int]? = nil, medianBefore: Double? = nil, cutsBefore: [Double?]? = nil
    ) {
      (self.name, self.count, self.counts, self.capped) = (name, count, counts, capped)
      (self.median, self.cuts) = (median, cuts)
      (self.before, self.medianBefore, self.cutsBefore) = (before, medianBefore, cutsBefore)
    }
  }

  /// A measure with a cap.
  package struct Measure: Encodable, Sendable {
    let title: PageText
    let cap: Double
    /// How many people stand at it.
    package let count: Int
    /// How many have a score in it.
    package let people: Int
    /// How many stand at the cap that another policy sets.
    let countBefore: Int?

    /// A measure with a cap; without `countBefore` there is no policy to compare with.
    package init(
      title: PageText, cap: Double, count: Int, people: Int, countBefore: Int? = nil
    ) {
      (self.title, self.cap, self.count) = (title, cap, count)
      (self.people, self.countBefore) = (people, countBefore)
    }
  }

  let column: String?
  let decimals: Int
  /// Where the first bin begins.
  let start: Double
  let width: Double
  let grades: [PageText]
  /// Everybody, then the groups that are large enough to be shown.
  package let groups: [Group]
  /// The measures with a cap, in the order of the policy.
  package let measures: [Measure]
  let hiddenGroups: Int
  let hiddenPeople: Int

  /// Nil where nobody is scored. The run must have kept the measures.
  package init?(_ scored: ScoredPopulation, column: String?) {
    let plan = scored.plan
    let rows = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    guard let finals = scored.column(plan.layout.final ?? plan.layout.total), !rows.isEmpty else {
      return nil
    }
    let values = rows.map { finals[$0] ?? 0 }
    let bins = ScoreBins(values)
    let caps = CappedMeasures(scored, rows)
    let texts = Self.texts(scored, rows, column: column)
    let small = SmallGroups(texts)
    let grading = plan.gradings.first
    let places = grading.map { GradePlaces($0, scored, rows) }
    let within = grading?.within.map { plan.tables[0].columns[$0.index - 1].name }
    let bands = grading.map { max(0, $0.bands.count - 1) } ?? 0
    let group = { (name: String?, members: [Int], isCut: Bool) in
      var (counts, capped) = (
        [Int](repeating: 0, count: bins.count), [Int](repeating: 0, count: bins.count)
      )
      var cuts = [Double?](repeating: nil, count: bands)
      for person in members {
        let bin = bins.bin(of: values[person])
        counts[bin] += 1
        if caps.isCapped[person] { capped[bin] += 1 }
        if isCut, let place = places?.places[person], place < bands {
          cuts[place] = min(cuts[place] ?? .infinity, values[person])
        }
      }
      return Group(
        name: name, count: members.count, counts: counts, capped: capped,
        median: Self.median(members.map { values[$0] }), cuts: cuts)
    }
    self.column = column
    decimals = plan.decimals
    (start, width) = (bins.start, bins.width)
    grades =
      grading.map { grading in
        grading.bands.dropLast().map { PageText($0.title, name: $0.grade) }
      } ?? []
    let isCutWithin = grading != nil && (within == nil || within == column)
    groups =
      [group(nil, Array(rows.indices), grading != nil && within == nil)]
      + (column == nil ? [] : small.shown.map { group($0.name, $0.members, isCutWithin) })
    measures = caps.measures
    (hiddenGroups, hiddenPeople) = column == nil ? (0, 0) : (small.hiddenGroups, small.hiddenPeople)
  }

  /// The bins of everybody and of groups, everybody first.
  package init(
    column: String?, decimals: Int, bins: ScoreBins, grades: [PageText], groups: [Group],
    measures: [Measure], hidden: (groups: Int, people: Int)
  ) {
    (self.column, self.decimals) = (column, decimals)
    (start, width) = (bins.start, bins.width)
    (self.grades, self.groups, self.measures) = (grades, groups, measures)
    (hiddenGroups, hiddenPeople) = hidden
  }

  private static func texts(
    _ scored: ScoredPopulation, _ rows: [Int], column: String?
  ) -> [String?] {
    let population = scored.population
    guard let codes = column.flatMap({ population.tables[0].column(named: $0)?.codes }) else {
      return rows.map { _ in nil }
    }
    return rows.map { codes[$0] < 0 ? nil : population.pool.text(of: codes[$0]) }
  }

  /// The middle one, or the mean of the middle two.
  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    return low == high ? low : (low + high) / 2
  }
}

/// Who stands at the cap of which measure.
private struct CappedMeasures {
  /// For each person whether any of the scores is at its cap.
  private(set) var isCapped: [Bool]
  private(set) var measures: [DistributionPart.Measure] = []

  init(_ scored: ScoredPopulation, _ rows: [Int]) {
    isCapped = rows.map { _ in false }
    for measure in scored.plan.layout.dimensions.flatMap(\.measures) {
      let cap = scored.values[measure.cap]
      guard cap.isFinite, let column = scored.column(measure.score) else { continue }
      var (count, people) = (0, 0)
      for (person, row) in rows.enumerated() {
        guard let score = column[row] else { continue }
        people += 1
        if score >= cap {
          count += 1
          isCapped[person] = true
        }
      }
      measures.append(
        DistributionPart.Measure(
          title: PageText(measure.title, name: measure.name), cap: cap, count: count,
          people: people))
    }
  }
}

/// The places of people's grades among the bands; nil for who is not eligible.
private struct GradePlaces {
  let places: [Int?]

  init(_ grading: Grading, _ scored: ScoredPopulation, _ rows: [Int]) {
    var known: [Double: Int?] = [:]
    let column = scored.column(grading.result)
    places = rows.map { row in
      guard let column, let code = column[row] else { return nil }
      if let place = known[code] { return place }
      let place = grading.bands.firstIndex { $0.grade == column.text(of: row) }
      known[code] = place
      return place
    }
  }
}
