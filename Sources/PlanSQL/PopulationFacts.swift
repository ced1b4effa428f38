import ScorecardPolicy
import ScoringPlan

// What is known of values that come from many rows. Sums are exact only below 2^50 in magnitude, and
// undecided beyond; there are fewer than 2^33 rows.

extension Aggregate {
  private static let mostRows = 0x1p33

  /// What is known of its result.
  func facts(_ rows: SQLRelation) -> RegisterFacts {
    let source = rows.facts(source)
    let conditions = condition.map { [rows.facts($0)] } ?? []
    let counted = function == .count ? conditions : conditions + [source]
    var facts = RegisterFacts(kind: [.count, .streak].contains(function) ? .number : source.kind)
    facts.faults = Set(counted.flatMap { $0.faults.map(\.ofAnotherTable) })
    facts.mayBeMissing =
      ![.sum, .count].contains(function) || counted.contains { $0.mayBeMissing }
    facts.range =
      switch function {
      case .count, .streak: .whole(0, Self.mostRows)
      case .sum: source.range.summed(atMost: Self.mostRows)
      case .average: source.range.averaged(over: Self.mostRows)
      case .minimum, .maximum, .first, .last: source.range
      }
    return facts
  }
}

extension Statistic {
  private static let mostRows = 0x1p33

  /// What is known of its result.
  func facts(_ subjects: SQLRelation) -> RegisterFacts {
    let source = subjects.facts(self.source)
    var facts = RegisterFacts(kind: .number)
    facts.faults = function == .count ? [] : source.faults
    facts.mayBeMissing =
      switch function {
      case .sum, .count: false
      // Where a subject has a value, its group has one.
      default: !source.isAlwaysThere
      }
    facts.range =
      switch function {
      case .count, .rank: .whole(0, Self.mostRows)
      case .percentRank: NumberRange(low: 0, high: 1, grain: 1 / Self.mostRows * 0x1p-53)
      case .sum: source.range.summed(atMost: Self.mostRows)
      case .average: source.range.averaged(over: Self.mostRows)
      case .minimum, .maximum: source.range
      case .median: source.range + source.range
      case .standardDeviation:
        ((source.range - source.range) * (source.range - source.range))
          .averaged(over: Self.mostRows).squareRoot
      }
    return facts
  }
}

extension Stage {
  /// What is known of the results of a stage over the population.
  func resultFacts(_ subjects: SQLRelation) -> [(register: Register, facts: RegisterFacts)] {
    switch self {
    case .statistics(let statistics): return statistics.map { ($0.result, $0.facts(subjects)) }
    case .rank(let rankings):
      return rankings.map { ranking in
        var facts = RegisterFacts(kind: .number, range: .whole(0, 0x1p33))
        facts.mayBeMissing = !ranking.ineligible.isEmpty
        return (ranking.result, facts)
      }
    case .grade(let gradings): return gradings.map { ($0.result, RegisterFacts(kind: .text)) }
    case .detailRows, .aggregate, .subjectRows, .require: return []
    }
  }
}

extension NumberRange {
  /// Sums of at most so many numbers, none too large to be summed exactly.
  fileprivate func summed(atMost count: Double) -> NumberRange {
    let most = 0x1p50 * count
    return NumberRange(
      low: min(0, max(-most, low * count)), high: max(0, min(most, high * count)), grain: grain)
  }

  /// Averages of at most so many numbers.
  fileprivate func averaged(over count: Double) -> NumberRange {
    NumberRange(
      low: low - magnitude * 0x1p-40, high: high + magnitude * 0x1p-40,
      grain: grain / count * Self.epsilon)
  }
}

extension PlanColumn {
  /// What is known of its cells.
  var facts: RegisterFacts {
    let kind: RegisterFacts.Kind =
      switch type {
      case .text: .text
      case .truth: .truth
      case .number, .date, .period: .number
      }
    let range =
      switch type {
      case .date: NumberRange.whole(-719_162, 2_932_896)
      case .period: NumberRange.whole(0, 2_000_000)
      case .number, .text, .truth: NumberRange.input
      }
    return RegisterFacts(
      kind: kind, mayBeMissing: allowsMissing,
      range: NumberRange(
        low: max(range.low, minimum ?? range.low), high: min(range.high, maximum ?? range.high),
        grain: range.grain))
  }
}
