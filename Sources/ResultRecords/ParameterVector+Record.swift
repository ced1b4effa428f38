import ScoringPlan

extension ParameterVector {
  /// The values by path; floors and caps that are not set, which are infinite, are left out.
  func record(of plan: Plan) -> [String: Double] {
    let pairs = zip(plan.parameters, values).filter { $0.1.isFinite }
    return Dictionary(pairs.map { ($0.0.path, $0.1) }) { first, _ in first }
  }

  /// The recorded values in the slots of a plan.
  ///
  /// - Throws: where the record lacks a value that the plan has, or has one that the plan lacks.
  init(_ record: [String: Double], of plan: Plan, manifest: String) throws(RecordError) {
    let paths = Set(plan.parameters.map(\.path))
    if let unknown = record.keys.filter({ !paths.contains($0) }).min() {
      throw .unfit(file: manifest, reason: "it has no parameter \(unknown)")
    }
    var vector = plan.values
    for (slot, parameter) in plan.parameters.enumerated() {
      if let value = record[parameter.path] {
        vector.values[slot] = value
      } else if vector.values[slot].isFinite {
        throw .unfit(file: manifest, reason: "the manifest has no value of \(parameter.path)")
      }
    }
    self = vector
  }

  /// The parameter that differs most from another vector's, relative to values above 1; nil when
  /// none differs by more than the tolerance.
  func largestDifference(
    from other: ParameterVector, of plan: Plan, tolerance: Double
  ) -> ParameterDifference? {
    let differences = plan.parameters.indices.compactMap { slot -> ParameterDifference? in
      let (recorded, solved) = (values[slot], other.values[slot])
      guard recorded != solved else { return nil }
      return ParameterDifference(
        path: plan.parameters[slot].path, recorded: recorded, solved: solved)
    }
    let largest = differences.max { $0.size < $1.size }
    return largest.flatMap { $0.size > tolerance ? $0 : nil }
  }
}
