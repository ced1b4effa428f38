import ScorecardPolicy
import ScoringPlan

/// The paper's formulas as a policy of their own, so that the examples run through the same reader,
/// compiler and interpreter as any other policy.
struct ExamplePolicy {
  private let interpreter: PlanInterpreter

  /// The policy with given first-level weights, or with the judgements behind the paper's weights.
  init(weights: String = Self.judgements) throws {
    let (policy, _) = try PolicyReader.read(Self.yaml(weights), file: "the paper's example")
    interpreter = PlanInterpreter(Plan(try ResolvedPolicy(policy)))
  }

  /// RORAC of one class of business: profits of old and new business, and the age of the old.
  func rorac(stock: Double, years: Double, new: Double) -> Double? {
    let rows: [[Value]] = [
      [.text("1"), .text("stock"), .number(years), .number(stock)],
      [.text("1"), .text("new"), .number(0), .number(new)],
    ]
    let marks = [Value](repeating: .number(0), count: 5)
    let evaluation = interpreter.evaluate(subject: [.text("1")] + marks, details: [rows])
    guard case .number(let profit)? = explanation(evaluation)?.results.first?.value else {
      return nil
    }
    return profit
  }

  /// The weight k0 of old business of an age.
  func retained(years: Double) -> Double? { rorac(stock: 1, years: years, new: 0) }

  /// The total from the marks of the four dimensions and the additional one.
  func total(_ marks: [Double]) -> Double? {
    let subject = [Value.text("1")] + marks.map(Value.number)
    return explanation(interpreter.evaluate(subject: subject, details: [[]]))?.total
  }

  private func explanation(_ evaluation: Evaluation) -> Explanation? {
    interpreter.plan.explanation(of: evaluation)
  }

  static let judgements = """
    judgements: [[financial, customer, 2], [financial, internal, 3], [financial, learning, 5], \
    [customer, internal, 2], [customer, learning, 3], [internal, learning, 2]], method: geometric-mean
    """

  private static func yaml(_ weights: String) -> String {
    """
    policy: paper-example
    version: "1"
    parameters: {stock_decay: {value: 0.05, unit: 1/year}}
    tables:
      staff:
        key: id
        columns: {financial_mark: {}, customer_mark: {}, internal_mark: {}, learning_mark: {}, extra: {}}
      business:
        key: id
        columns: {vintage: text, years: {unit: year}, profit: {unit: CNY}}
        formulas:
          rorac: IF(vintage = "stock", MAX(0.8, 1 - stock_decay * years), 1) * profit
    formulas:
      rorac: SUM(business.rorac)
    scorecard:
      weights: {\(weights)}
      dimensions:
        financial: {measures: {mark: {score: financial_mark}}}
        customer: {measures: {mark: {score: customer_mark}}}
        internal: {measures: {mark: {score: internal_mark}}}
        learning: {measures: {mark: {score: learning_mark}}}
        additional: {bonus: true, measures: {mark: {score: extra}}}
    results:
      profit: rorac
    """
  }
}
