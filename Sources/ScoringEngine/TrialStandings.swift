import ScoringPlan

/// The subjects that one ranking or grade compares, group by group, among whom one is put elsewhere.
struct TrialStandings {
  /// The subjects of a group in their order from the top.
  private struct Group {
    var subjects: [Int32] = []
    var keys: [Int64] = []

    /// How many have a key above one, or not below it.
    func count(above key: Int64, orEqual: Bool) -> Int {
      var (lower, upper) = (0, keys.count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if keys[middle] > key || (orEqual && keys[middle] == key) {
          lower = middle + 1
        } else {
          upper = middle
        }
      }
      return lower
    }
  }

  private var groups: [Int32: Group] = [:]
  /// For each subject its key; `RankKeys.none` where it takes no part.
  private let keys: [Int64]
  private let within: RegisterColumn?
  private let ties: TieOrder

  /// The standings of a run, in which nobody takes part of whom one of some truths holds.
  init(
    _ trials: CellTrials, by register: Register, within: Register?, _ ineligible: [Register],
    ties: [Grading.Tie]
  ) {
    let base = trials.base
    let values = trials.column(register, of: 0)
    let truths = ineligible.map { trials.column($0, of: 0) }
    let scale = ScoreKey.scale(base.plan.decimals)
    let keys = (0..<base.population.subjectCount).map { subject -> Int64 in
      let isOut = truths.contains {
        $0.states[subject] == ValueState.present && $0.values[subject] != 0
      }
      guard !isOut, !base.isRejected(subject), values.states[subject] == ValueState.present else {
        return RankKeys.none
      }
      return ScoreKey.key(of: values.values[subject], scale: scale) ?? RankKeys.none
    }
    self.keys = keys
    self.within = within.map { trials.column($0, of: 0) }
    let order = TieOrder(base, ties)
    self.ties = order
    let sorted = keys.indices.filter { keys[$0] != RankKeys.none }.sorted {
      keys[$0] != keys[$1] ? keys[$0] > keys[$1] : order.isBefore($0, $1)
    }
    for subject in sorted {
      let group = Self.group(of: subject, self.within)
      groups[group, default: Group()].subjects.append(Int32(subject))
      groups[group, default: Group()].keys.append(keys[subject])
    }
  }

  private static func group(of subject: Int, _ within: RegisterColumn?) -> Int32 {
    guard let within, within.states[subject] == ValueState.present else { return -1 }
    return Int32(within.values[subject])
  }

  /// How many of the others in its group have a larger key than a subject would have.
  func countAbove(_ key: Int64, of subject: Int) -> Int {
    let group = groups[Self.group(of: subject, within)] ?? Group()
    return group.count(above: key, orEqual: false) - (keys[subject] > key ? 1 : 0)
  }

  /// The band that a subject would be in with another key and other values of what decides between equals.
  func band(
    of subject: Int, at key: Int64, ties: () -> [(value: Double, state: UInt8)],
    _ filling: BandFilling
  ) -> Int {
    let group = groups[Self.group(of: subject, within)] ?? Group()
    let isIn = keys[subject] != RankKeys.none
    let ends = filling.ends(of: group.keys.count + (isIn ? 0 : 1)) { minimum in
      group.count(above: minimum, orEqual: true)
        - (isIn && keys[subject] >= minimum ? 1 : 0) + (key >= minimum ? 1 : 0)
    }
    let first = group.count(above: key, orEqual: false)
    var place = first - (keys[subject] > key ? 1 : 0)
    let equals = group.keys[first...].prefix { $0 == key }.indices
    if !equals.isEmpty {
      let changed = ties()
      for other in equals.lazy.map({ Int(group.subjects[$0]) }) where other != subject {
        if !self.ties.isBefore(other, subject, withTies: changed) { break }
        place += 1
      }
    }
    return ends.firstIndex { place < $0 } ?? ends.count - 1
  }
}
