import ScoringEngine

/// What doing better in one column brings to everybody, where they stand.
public struct ColumnIncentives: Sendable {
  /// The column.
  public let column: TriedColumn
  /// Which way it is better: as said, or as most rows have it; nil where it changes nothing.
  public let direction: IncentiveDirection?
  /// For how many rows each direction pays.
  public let votes: DirectionVotes
  /// Who sits where, in the order of regions; within one by causes, the most rows first.
  public let regions: [RegionCount]
  /// The cliffs: those at one number by that number, then all others together.
  public let cliffs: [IncentiveCliff]
  /// For each person who could reach a better band by this column, in the order of people.
  let steps: [GradeStep]
  /// What was found about each filled cell, in the order of rows.
  let findings: [CellFinding]

  /// A number below which a threshold counts as somebody's own.
  private static let sharedBy = 5

  init(
    _ column: TriedColumn, at index: Int, _ direction: IncentiveDirection?, _ votes: DirectionVotes,
    _ findings: [CellFinding]
  ) {
    (self.column, self.direction, self.votes) = (column, direction, votes)
    self.findings = findings
    regions = Self.regions(column, findings)
    cliffs = Self.cliffs(column, findings, isDown: direction == .down)
    steps = Self.steps(column, index, findings)
  }

  // MARK: Regions

  private static func regions(_ column: TriedColumn, _ findings: [CellFinding]) -> [RegionCount] {
    let groups = Dictionary(grouping: findings.indices) {
      RegionKey(region: findings[$0].region, cause: findings[$0].cause)
    }
    let counts = groups.map { key, places in
      RegionCount(
        region: key.region, cause: key.cause, rows: places.count,
        people: Set(places.map { findings[$0].subject }).count,
        medianDistance: median(places.map { findings[$0] }, key.region, column))
    }
    let blank =
      column.blankRows == 0
      ? []
      : [
        RegionCount(
          region: .blank, cause: nil, rows: column.blankRows, people: column.blankPeople,
          medianDistance: nil)
      ]
    let order = IncentiveRegion.allCases
    return (counts + blank).sorted { one, other in
      let places = (order.firstIndex(of: one.region) ?? 0, order.firstIndex(of: other.region) ?? 0)
      if places.0 != places.1 { return places.0 < places.1 }
      if one.rows != other.rows { return one.rows > other.rows }
      return (one.cause?.order ?? "") < (other.cause?.order ?? "")
    }
  }

  private struct RegionKey: Hashable {
    let region: IncentiveRegion
    let cause: IncentiveCause?
  }

  private static func median(
    _ findings: [CellFinding], _ region: IncentiveRegion, _ column: TriedColumn
  ) -> Double? {
    guard [.waits, .capped, .turns].contains(region) else { return nil }
    let distances = findings.compactMap(\.distance).sorted()
    return distances.isEmpty ? nil : column.grid.number(distances[(distances.count - 1) / 2])
  }

  // MARK: Cliffs

  private static func cliffs(
    _ column: TriedColumn, _ findings: [CellFinding], isDown: Bool
  ) -> [IncentiveCliff] {
    var shared: [Int64: [Passage]] = [:]
    for finding in findings {
      for jump in finding.jumps {
        shared[jump.threshold, default: []].append(Passage(finding: finding, jump: jump))
      }
    }
    let isOwn = { (threshold: Int64, passages: [Passage]) in
      // The number from which on the other side holds may be the policy's or the one beside it.
      let isPolicys = column.thresholds.contains { abs($0 - threshold) <= 1 }
      return !isPolicys && Set(passages.map(\.finding.subject)).count < sharedBy
    }
    let common = shared.filter { !isOwn($0.key, $0.value) }
      .sorted { $0.key < $1.key }
      .map { cliff(column.grid.number($0.key), $0.value) }
    let own = shared.filter { isOwn($0.key, $0.value) }.sorted { $0.key < $1.key }.flatMap(\.value)
    return common + (own.isEmpty ? [] : [cliff(nil, own)])
  }

  private struct Passage {
    let finding: CellFinding
    let jump: CellFinding.Jump
  }

  private static func cliff(_ threshold: Double?, _ passages: [Passage]) -> IncentiveCliff {
    let before = passages.filter(\.jump.isAhead)
    let behind = passages.filter { !$0.jump.isAhead }
    let gains = passages.map(\.jump.gain)
    return IncentiveCliff(
      threshold: threshold, rowsBefore: before.count,
      before: Set(before.map(\.finding.subject)).count, rowsBehind: behind.count,
      behind: Set(behind.map(\.finding.subject)).count,
      leastJump: gains.min() ?? 0, largestJump: gains.max() ?? 0,
      changesEligibility: passages.contains(where: \.jump.changesEligibility))
  }

  // MARK: Steps

  /// The nearest step of each person; of several rows the first that is nearest.
  private static func steps(
    _ column: TriedColumn, _ index: Int, _ findings: [CellFinding]
  ) -> [GradeStep] {
    var best: [Int: GradeStep] = [:]
    for finding in findings {
      guard let found = finding.step else { continue }
      let change = Double(abs(found.to - finding.own))
      let step = GradeStep(
        subject: finding.subject, column: index, row: finding.row, from: finding.own, to: found.to,
        band: finding.band, reached: found.band,
        share: change / Double(column.grid.step) / Double(IncentiveOptions.stepsInSpread))
      if let known = best[finding.subject], known.share <= step.share { continue }
      best[finding.subject] = step
    }
    return best.values.sorted { $0.subject < $1.subject }
  }
}

extension IncentiveCause {
  /// Something to order causes by.
  fileprivate var order: String { "\(kind.rawValue) \(name)" }
}
