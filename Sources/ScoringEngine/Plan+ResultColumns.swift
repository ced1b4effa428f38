import ScoringPlan

extension Plan {
  /// The headers of a result, as `ResultWriter` writes them.
  ///
  /// - Parameters:
  ///   - period: whether there is a column `period`.
  ///   - measures: whether the scores of measures are written.
  public func resultColumns(period: Bool, measures: Bool) -> [String] {
    let texts = tables[0].columns.filter { $0.type == .text }.map(\.name)
    return [tables[0].keyName] + (period ? ["period"] : []) + texts
      + outputs(writesMeasures: measures).map(\.name)
  }
}
