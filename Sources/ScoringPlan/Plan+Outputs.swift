import ScorecardPolicy

extension Plan {
  /// The columns of results, what they hold, and the registers they come from.
  ///
  /// The order of result files: dimensions, each after its measures if these are written, the total, the
  /// value after the gates, ranks, grades, results.
  public func outputs(
    writesMeasures: Bool
  ) -> [(name: String, type: ValueType, register: Register)] {
    let dimensions = layout.dimensions.flatMap { dimension in
      (writesMeasures ? dimension.measures : []).map {
        (name: "\(dimension.name).\($0.name)", register: $0.score)
      } + [(name: dimension.name, register: dimension.score)]
    }
    let numbers =
      dimensions + [(name: "total", register: layout.total)]
      + (layout.final.map { [(name: "final", register: $0)] } ?? [])
      + rankings.map { (name: $0.name, register: $0.result) }
    return numbers.map { ($0.name, .number, $0.register) }
      + gradings.map { ($0.name, .text, $0.result) }
      + layout.results.map { ($0.name, $0.type, $0.register) }
  }
}
