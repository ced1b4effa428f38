extension Instruction {
  /// What the instruction gives for the registers of one row: the meaning of its operation.
  public func value(_ plan: Plan, _ parameters: ParameterVector, row: [Value]) -> Value {
    RowEvaluator(plan: plan, parameters: parameters, row: row, origin: origin)
      .value(of: operation)
  }
}
