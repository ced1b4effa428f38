import ScorecardPolicy

/// Collects the tunable numbers of a policy while it is compiled.
struct ParameterTable {
  private(set) var parameters: [Parameter] = []
  private(set) var values: [Double] = []
  private var slots: [String: ParameterSlot] = [:]

  /// The slot of a number, made when its path is met first.
  mutating func slot(
    _ path: String, value: Double, unit: Unit? = nil, minimum: Double? = nil,
    maximum: Double? = nil
  ) -> ParameterSlot {
    if let slot = slots[path] { return slot }
    let slot = ParameterSlot(parameters.count)
    parameters.append(Parameter(path: path, unit: unit, minimum: minimum, maximum: maximum))
    values.append(value)
    slots[path] = slot
    return slot
  }

  /// The slot of a path that was met before.
  subscript(path: String) -> ParameterSlot {
    guard let slot = slots[path] else {
      preconditionFailure("the checker let the unknown parameter \(path) pass")
    }
    return slot
  }
}
