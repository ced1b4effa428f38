import ScorecardPolicy
import ScoringPlan

/// A statistic over a population in which one subject has another value.
struct TrialStatistic {
  /// What the others of a group bring.
  private struct Group {
    /// How many subjects that count it has, whatever their values.
    var count = 0
    /// The values that are there.
    var values: [Double] = []
    /// The keys of the values from the top, where ranks are asked for.
    var keys: [Int64] = []
  }

  let statistic: Statistic
  private var groups: [Int32: Group] = [:]
  /// For each subject its group, and its place among the group's values; -1 for none.
  private let codes: [Int32]
  private var places: [Int32]

  init(_ statistic: Statistic, _ trials: CellTrials) {
    self.statistic = statistic
    let base = trials.base
    let count = base.population.subjectCount
    let source = trials.column(statistic.source, of: 0)
    let group = statistic.group.map { trials.column($0, of: 0) }
    codes = (0..<count).map { Self.code(group, $0) }
    places = [Int32](repeating: -1, count: count)
    let scale = ScoreKey.scale(statistic.decimals)
    for subject in 0..<count where !base.isRejected(subject) {
      var own = groups.removeValue(forKey: codes[subject]) ?? Group()
      own.count += 1
      if source.states[subject] == ValueState.present {
        places[subject] = Int32(own.values.count)
        own.values.append(source.values[subject])
        own.keys.append(
          ScoreKey.key(of: source.values[subject], scale: scale) ?? RankKeys.none)
      }
      groups[codes[subject]] = own
    }
    for code in groups.keys { groups[code]?.keys.sort(by: >) }
  }

  private static func code(_ group: RegisterColumn?, _ subject: Int) -> Int32 {
    guard let group, group.states[subject] == ValueState.present else { return -1 }
    return Int32(group.values[subject])
  }

  /// The value for a subject whose own would be another, in a group that may be another; and its state.
  ///
  /// O(group).
  func value(
    for subject: Int, _ value: Double, _ state: UInt8, group code: Int32
  ) -> (Double, UInt8) {
    let group = groups[code] ?? Group()
    let isHome = code == codes[subject]
    if statistic.function == .count {
      return (Double(group.count + (isHome ? 0 : 1)), ValueState.present)
    }
    if state > ValueState.missing { return (0, state) }
    if statistic.function == .rank || statistic.function == .percentRank {
      return standing(value, state, among: group, own: isHome ? places[subject] : -1)
    }
    var values = group.values
    let place = isHome ? Int(places[subject]) : -1
    if state == ValueState.present {
      if place >= 0 { values[place] = value } else { values.append(value) }
    } else if place >= 0 {
      values.remove(at: place)
    }
    var summary = GroupSummary(statistic.function)
    return values.withUnsafeMutableBufferPointer { summary.value(of: $0) }
  }

  private func standing(
    _ value: Double, _ state: UInt8, among group: Group, own: Int32
  ) -> (Double, UInt8) {
    if state != ValueState.present { return (0, state) }
    let scale = ScoreKey.scale(statistic.decimals)
    guard let key = ScoreKey.key(of: value, scale: scale) else {
      return (0, FaultKind.overflow.rawValue)
    }
    let ownKey = own < 0 ? nil : ScoreKey.key(of: group.values[Int(own)], scale: scale)
    let above = group.keys.count { $0 > key } - (ownKey.map { $0 > key } ?? false ? 1 : 0)
    if statistic.function == .rank { return (Double(above + 1), ValueState.present) }
    let others = group.keys.count { $0 != RankKeys.none } - (ownKey == nil ? 0 : 1)
    if others == 0 { return (1, ValueState.present) }
    let below =
      group.keys.count { $0 < key && $0 != RankKeys.none }
      - (ownKey.map { $0 < key } ?? false ? 1 : 0)
    return (Double(below) / Double(others), ValueState.present)
  }
}
