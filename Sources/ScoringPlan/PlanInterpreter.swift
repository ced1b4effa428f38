/// Runs a plan one subject at a time: slow, plain, and the meaning that every other executor must
/// reproduce to the bit.
public struct PlanInterpreter: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values it is run with.
  public let values: ParameterVector

  /// An interpreter for a plan with its own or with other parameter values.
  public init(_ plan: Plan, values: ParameterVector? = nil) {
    self.plan = plan
    self.values = values ?? plan.values
  }

  /// Evaluates every stage that looks at one subject; ranks need the population and stay missing.
  ///
  /// - Parameters:
  ///   - subject: the key and the columns of the subject's row, in register order.
  ///   - details: for each detail table (`plan.tables` without the first) the subject's rows in
  ///     file order, each with its key and columns in register order.
  public func evaluate(subject: [Value], details: [[[Value]]]) -> Evaluation {
    preconditionFailure()
  }
}
