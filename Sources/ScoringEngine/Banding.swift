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

  /// The subjects of a group whose published value is the same.
  private struct Equals: Hashable {
    let group: Int32
    let key: Int64
  }

  /// Of the equals in one band the first and the last, as the ties order them.
  fileprivate struct Ends {
    var first: Int
    var last: Int
  }

  let grading: Grading
  /// For each group its bands from the top.
  private let groups: [Int32: [Members]]
  /// For each subject its band, -1 for none.
  private let bands: [Int16]
  private let keys: [Int64]
  /// Equals that stand in several bands: the ends of each band.
  private let divided: [Equals: [Int16: Ends]]
  private let order: TieOrder?

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
        groups[scored.group(of: subject, grading.within), default: none][band].add(key)
      }
    }
    (self.groups, self.bands, self.keys) = (groups, bands, keys)
    var divided = Self.divided(groups)
    order = divided.isEmpty ? nil : TieOrder(scored, grading.ties)
    if let order {
      for subject in bands.indices where bands[subject] >= 0 {
        let group = scored.group(of: subject, grading.within)
        divided[Equals(group: group, key: keys[subject])]?.add(subject, to: bands[subject], order)
      }
    }
    self.divided = divided
  }

  /// The equals between whom a band ends.
  private static func divided(_ groups: [Int32: [Members]]) -> [Equals: [Int16: Ends]] {
    var divided: [Equals: [Int16: Ends]] = [:]
    for (group, members) in groups {
      let filled = members.filter { $0.count > 0 }
      for (above, below) in zip(filled, filled.dropFirst()) where above.lowest == below.highest {
        divided[Equals(group: group, key: above.lowest)] = [:]
      }
    }
    return divided
  }

  /// The band of a subject; nil where it is in none.
  func band(of subject: Int) -> Int? { bands[subject] < 0 ? nil : Int(bands[subject]) }

  /// The published value of a subject that is in a band, in units of its last decimal.
  func key(of subject: Int) -> Int64 { keys[subject] }

  /// How many are in each band of a group.
  func counts(inGroup group: Int32) -> [Int] {
    groups[group]?.map(\.count) ?? grading.bands.map { _ in 0 }
  }

  /// What told a subject from those with the same published value in another band: in the better
  /// one, or in the next lower where there is none.
  func decision(on subject: Int, _ scored: ScoredPopulation) -> String? {
    let group = scored.group(of: subject, grading.within)
    guard let order, let ends = divided[Equals(group: group, key: keys[subject])] else {
      return nil
    }
    let own = bands[subject]
    let above = ends.filter { $0.key < own }.max { $0.key < $1.key }
    let below = ends.filter { $0.key > own }.min { $0.key < $1.key }
    guard let rival = above?.value.last ?? below?.value.first else { return nil }
    return order.deciding(subject, rival)?.name ?? scored.plan.tables[0].keyName
  }

  /// Whether nobody in a subject's band has a larger value; false where it is in none.
  func isFirst(_ subject: Int, _ scored: ScoredPopulation) -> Bool {
    members(with: subject, scored).map { $0.highest == keys[subject] } ?? false
  }

  /// Whether nobody in a subject's band has a smaller value; false where it is in none.
  func isLast(_ subject: Int, _ scored: ScoredPopulation) -> Bool {
    members(with: subject, scored).map { $0.lowest == keys[subject] } ?? false
  }

  private func members(with subject: Int, _ scored: ScoredPopulation) -> Members? {
    band(of: subject).flatMap { groups[scored.group(of: subject, grading.within)]?[$0] }
  }

  /// The band below that a subject could fall to, and by how many units it is above the cut: from its
  /// band's minimum, or from the value of the first below, where there is one.
  func lower(
    below subject: Int, _ scored: ScoredPopulation
  ) -> (band: Grading.Band, margin: Double)? {
    guard let band = band(of: subject), band + 1 < grading.bands.count,
      let members = groups[scored.group(of: subject, grading.within)]
    else { return nil }
    if case .minimum(let slot) = grading.bands[band].limit {
      let key = ScoreKey.key(of: scored.values[slot], decimals: scored.plan.decimals)
      return key.map { (grading.bands[band + 1], distance(of: subject, above: $0) + 1) }
    }
    for below in grading.bands.indices.dropFirst(band + 1) where members[below].count > 0 {
      return (grading.bands[below], distance(of: subject, above: members[below].highest))
    }
    return nil
  }

  /// How many units a subject's value lies above another; in doubles, as both may be near the ends of
  /// the range of whole numbers.
  func distance(of subject: Int, above key: Int64) -> Double { Double(keys[subject]) - Double(key) }

  /// The next better band that someone can be in, and the published value that surely leads to it or
  /// higher: its minimum, or one unit more than that of the last who has a seat in it.
  func next(
    above subject: Int, _ scored: ScoredPopulation
  ) -> (band: Grading.Band, needed: Int64)? {
    guard let band = band(of: subject),
      let members = groups[scored.group(of: subject, grading.within)]
    else { return nil }
    for above in (0..<band).reversed() {
      if case .minimum(let slot) = grading.bands[above].limit {
        let key = ScoreKey.key(of: scored.values[slot], decimals: scored.plan.decimals)
        if let key { return (grading.bands[above], key) }
      } else if members[above].count > 0 {
        return (grading.bands[above], members[above].lowest + 1)
      }
    }
    return nil
  }
}

extension [Int16: Banding.Ends] {
  fileprivate mutating func add(_ subject: Int, to band: Int16, _ order: TieOrder) {
    guard let ends = self[band] else {
      self[band] = Banding.Ends(first: subject, last: subject)
      return
    }
    if order.isBefore(subject, ends.first) { self[band]?.first = subject }
    if order.isBefore(ends.last, subject) { self[band]?.last = subject }
  }
}
