import ScorecardPolicy

/// Brings one subject's detail rows together, one aggregate at a time.
struct RowAggregator {
  private let details: [[[Value]]]

  init(_ evaluation: Evaluation) { details = evaluation.details }

  /// The value of an aggregate, as `Aggregate` says.
  func value(of aggregate: Aggregate) -> Value {
    var conditions: [Value] = []
    var rows = details[aggregate.table - 1]
    if let condition = aggregate.condition {
      conditions = rows.map { $0[condition.index] }
      rows = rows.filter { $0[condition.index] != .truth(false) }
    }
    let values = rows.map { $0[aggregate.source.index] }
    let counted = counted(values, aggregate.function)
    return Self.worst(conditions + counted) ?? combine(counted, aggregate)
  }

  /// The values that the function looks at, in order.
  private func counted(_ values: [Value], _ function: AggregateFunction) -> [Value] {
    switch function {
    case .sum, .average, .minimum, .maximum: values
    case .count: values.map { _ in .number(1) }
    case .first: Array(values.prefix(1))
    case .last: Array(values.suffix(1))
    // The latest rows that are true, and the row that ends them when it is no truth.
    case .streak:
      values.suffix(from: values.lastIndex { $0 == .truth(false) }.map { $0 + 1 } ?? 0)
        .latestPart
    }
  }

  /// The lowest fault, else missing, else nothing.
  private static func worst(_ values: [Value]) -> Value? {
    var worst: Value?
    for value in values {
      switch (value, worst) {
      case (.fault(let fault), .fault(let other)?):
        if fault.kind.rawValue < other.kind.rawValue { worst = value }
      case (.fault, _): worst = value
      case (.missing, nil): worst = value
      default: break
      }
    }
    return worst
  }

  private func combine(_ values: [Value], _ aggregate: Aggregate) -> Value {
    switch aggregate.function {
    case .count: return .number(Double(values.count))
    case .first, .last: return values.first ?? .missing
    case .streak:
      return details[aggregate.table - 1].isEmpty ? .missing : .number(Double(values.count))
    case .sum, .average, .minimum, .maximum: break
    }
    let numbers = values.map { if case .number(let number) = $0 { number } else { 0.0 } }
    if numbers.isEmpty { return aggregate.function == .sum ? .number(0) : .missing }
    // Minus zero becomes zero, so that the order of rows cannot show in a minimum.
    switch aggregate.function {
    case .minimum: return .number(numbers.reduce(.infinity, Swift.min) + 0)
    case .maximum: return .number(numbers.reduce(-.infinity, Swift.max) + 0)
    default: break
    }
    let rounded = ExactSum(numbers).rounded()
    guard rounded.isFinite else { return .fault(Fault(.overflow, origin: aggregate.origin)) }
    return .number(aggregate.function == .sum ? rounded : rounded / Double(numbers.count))
  }
}

extension ArraySlice<Value> {
  /// From the latest row that is no truth on: it alone decides.
  fileprivate var latestPart: [Value] {
    guard let last = lastIndex(where: { $0 == .missing || $0.isFault }) else { return Array(self) }
    return [self[last]]
  }
}
