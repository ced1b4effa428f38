import ScoringPlan

/// How policies are compared.
public struct ComparisonOptions: Sendable, Equatable {
  /// The first subjects whose overlap is counted.
  public var tops: [TopSize]
  /// The text column of the baseline's subject table whose groups are compared; nil for none.
  public var groupColumn: String?
  /// How many of the subjects that move farthest are explained.
  public var moverCount: Int

  /// Options; by default the first ten and the first ten per cent, no groups, ten movers.
  public init(
    tops: [TopSize] = [.subjects(10), .percent(10)], groupColumn: String? = nil,
    moverCount: Int = 10
  ) {
    self.tops = tops
    self.groupColumn = groupColumn
    self.moverCount = moverCount
  }
}

extension Plan {
  /// The names of the text columns that can make groups of subjects.
  public var groupColumns: [String] {
    tables[0].columns.filter { $0.type == .text }.map(\.name)
  }

  /// The column within which the first ranking that has one ranks; nil when all rank all.
  public var firstRankedColumn: String? {
    let within = rankings.compactMap(\.within).first { $0 != .key }
    return within.map { tables[0].columns[$0.index - 1].name }
  }
}
