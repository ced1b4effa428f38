import ScoringEngine
import ScoringPlan

/// The groups that a text column makes of everybody, whatever the draft.
struct SubjectGroups: Sendable {
  /// One group.
  struct Group: Sendable {
    /// The text; nil for those without one.
    let name: String?
    /// How many people the baseline scores.
    let count: Int
  }

  /// The fewest people of whom sums are shown.
  static let fewest = 5

  /// The column.
  let column: String
  /// The groups in the order of their texts' bytes, those without a text last.
  let groups: [Group]
  /// For each subject the number of its group.
  let numbers: [Int32]
  /// Where each group's subjects begin among `members`, and at last their number.
  private let starts: [Int]
  private let order: [Int32]

  /// Nil where the column is no text column of the subject table.
  init?(_ column: String, _ scored: ScoredPopulation) {
    let population = scored.population
    guard let codes = population.tables[0].column(named: column)?.codes,
      population.tables[0].column(named: column)?.type == .text
    else { return nil }
    let present = Set(codes)
    let sorted = present.filter { $0 >= 0 }.sorted { population.pool.isOrderedBefore($0, $1) }
    let all = sorted + (present.contains(-1) ? [-1] : [])
    let places = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    let numbers = codes.map { Int32(places[$0] ?? 0) }
    var (counts, sizes) = (all.map { _ in 0 }, all.map { _ in 0 })
    for (subject, number) in numbers.enumerated() {
      sizes[Int(number)] += 1
      if !scored.isRejected(subject) { counts[Int(number)] += 1 }
    }
    var starts = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    self.starts = starts
    var order = [Int32](repeating: 0, count: codes.count)
    for (subject, number) in numbers.enumerated() {
      order[starts[Int(number)]] = Int32(subject)
      starts[Int(number)] += 1
    }
    (self.column, self.numbers, self.order) = (column, numbers, order)
    groups = zip(all, counts).map { code, count in
      Group(name: code < 0 ? nil : population.pool.text(of: code), count: count)
    }
  }

  /// The subjects of a group, rejected ones included, in order.
  func members(of group: Int) -> [Int] {
    order[starts[group]..<starts[group + 1]].map(Int.init)
  }

  /// The number of the group of that name; nil where there is none.
  func number(named name: String?) -> Int? { groups.firstIndex { $0.name == name } }

  /// The groups large enough to be told of, as many as are wanted, the largest first, and always one that
  /// is asked for.
  func largest(_ most: Int, with wanted: Int?) -> [Int] {
    let large = groups.indices.filter { groups[$0].count >= Self.fewest }
      .sorted { (-groups[$0].count, $0) < (-groups[$1].count, $1) }
    let first = Array(large.prefix(most))
    guard let wanted, large.contains(wanted), !first.contains(wanted) else { return first }
    return first.dropLast() + [wanted]
  }

  /// For each group where its people are counted: its own number, or -1 for all groups that are put together
  /// because some are too small to be told of.
  var shownNumbers: [Int] {
    var merged = Set(groups.indices.filter { groups[$0].count < Self.fewest })
    guard !merged.isEmpty else { return Array(groups.indices) }
    let bySize = groups.indices.filter { !merged.contains($0) }
      .sorted { (groups[$0].count, $0) < (groups[$1].count, $1) }
    // The sum of all is shown: what is put together must not be one group, nor too few.
    for group in bySize {
      let people = merged.reduce(0) { $0 + groups[$1].count }
      if people >= Self.fewest, merged.count > 1 { break }
      merged.insert(group)
    }
    return groups.indices.map { merged.contains($0) ? -1 : $0 }
  }
}
