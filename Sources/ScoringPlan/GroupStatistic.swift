import ScorecardPolicy

/// One statistic over the values of one group, as `PopulationFunction` says.
struct GroupStatistic {
  private let statistic: Statistic

  init(_ statistic: Statistic) { self.statistic = statistic }

  /// The result for each subject of the group.
  func values(of values: [Value]) -> [Value] {
    if statistic.function == .count {
      return values.map { _ in .number(Double(values.count)) }
    }
    switch statistic.function {
    case .rank, .percentRank: return ranks(values)
    default: break
    }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let result = combine(numbers)
    return values.map { $0.isFault ? $0 : result }
  }

  private func combine(_ numbers: [Double]) -> Value {
    guard !numbers.isEmpty || statistic.function == .sum else { return .missing }
    let count = Double(numbers.count)
    switch statistic.function {
    case .sum: return finite(ExactSum(numbers).rounded())
    case .average: return finite(ExactSum(numbers).rounded() / count)
    // Minus zero becomes zero, so that the order of rows cannot show.
    case .minimum: return .number(numbers.reduce(.infinity, Swift.min) + 0)
    case .maximum: return .number(numbers.reduce(-.infinity, Swift.max) + 0)
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1
        ? .number(sorted[middle] + 0) : finite((sorted[middle - 1] + sorted[middle]) / 2 + 0)
    case .standardDeviation:
      let mean = ExactSum(numbers).rounded() / count
      guard mean.isFinite else { return finite(mean) }
      let squares = numbers.map { ($0 - mean) * ($0 - mean) }
      guard squares.allSatisfy(\.isFinite) else { return finite(.infinity) }
      return finite((ExactSum(squares).rounded() / count).squareRoot())
    case .count, .rank, .percentRank: return .missing
    }
  }

  private func ranks(_ values: [Value]) -> [Value] {
    let keys = values.map { value -> Int64? in
      guard case .number(let number) = value else { return nil }
      return ScoreKey.key(of: number, decimals: statistic.decimals)
    }
    let present = keys.compactMap { $0 }
    return zip(values, keys).map { value, key in
      guard case .number = value else { return value }
      guard let key else { return .fault(Fault(.overflow, origin: statistic.origin)) }
      if statistic.function == .rank { return .number(Double(1 + present.count { $0 > key })) }
      let below = present.count { $0 < key }
      return .number(present.count == 1 ? 1 : Double(below) / Double(present.count - 1))
    }
  }

  private func finite(_ number: Double) -> Value {
    number.isFinite ? .number(number) : .fault(Fault(.overflow, origin: statistic.origin))
  }
}
