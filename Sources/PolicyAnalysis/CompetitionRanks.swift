/// Competition ranks: 1, 2, 2, 4.
public enum CompetitionRanks {
  /// The rank of each value, largest first. O(n log n).
  public static func of(_ values: [Int64]) -> [Int] {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() {
      let isTied = place > 0 && values[order[place - 1]] == values[index]
      ranks[index] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
