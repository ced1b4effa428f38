/// Competition ranks: 1, 2, 2, 4.
public enum CompetitionRanks {
  /// The rank of each value, largest first. O(n) where the values lie close together, else O(n log n).
  public static func of(_ values: [Int64]) -> [Int] {
    guard let lowest = values.min(), let highest = values.max() else { return [] }
    let (spread, overflows) = highest.subtractingReportingOverflow(lowest)
    return !overflows && spread < Int64(4 * values.count)
      ? counting(values, lowest, Int(spread)) : sorting(values)
  }

  /// By counting how often each value occurs.
  private static func counting(_ values: [Int64], _ lowest: Int64, _ spread: Int) -> [Int] {
    var ranks = [Int](repeating: 0, count: spread + 1)
    for value in values { ranks[Int(value - lowest)] += 1 }
    var better = 0
    for place in ranks.indices.reversed() {
      better += ranks[place]
      ranks[place] = better - ranks[place] + 1
    }
    return values.map { ranks[Int($0 - lowest)] }
  }

  private static func sorting(_ values: [Int64]) -> [Int] {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() {
      let isTied = place > 0 && values[order[place - 1]] == values[index]
      ranks[index] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
