/// A formula whose names are looked up and whose types fit: what a plan is compiled from.
public indirect enum CheckedExpression: Sendable, Equatable {
  /// A number written out; dates and periods are numbers too.
  case number(Double)
  /// A text written out.
  case text(String)
  /// TRUE or FALSE.
  case truth(Bool)
  /// A value of the same row.
  case value(ValueReference)
  /// A named parameter of the policy.
  case parameter(String)
  /// A number with the other sign.
  case negate(CheckedExpression)
  /// Two numbers added, subtracted, multiplied or divided; or two dates subtracted.
  case arithmetic(ArithmeticOperator, CheckedExpression, CheckedExpression)
  /// Numbers, truths, dates or periods compared.
  case compare(ComparisonOperator, CheckedExpression, CheckedExpression)
  /// Texts compared by their UTF-8 bytes.
  case compareText(ComparisonOperator, CheckedExpression, CheckedExpression)
  /// A function of one number.
  case unary(UnaryFunction, CheckedExpression)
  /// A function of two numbers.
  case binary(BinaryFunction, CheckedExpression, CheckedExpression)
  /// Another function of the row, its arguments in order.
  case call(RowFunction, [CheckedExpression])
  /// `CURVE(name, x)` and its like.
  case curve(CurveKind, String, CheckedExpression)
  /// `LOOKUP(name, text, default)`; without a default an unlisted text is a fault.
  case lookup(String, CheckedExpression, default: CheckedExpression?)
  /// `SUM(table.column)` and its like, over a subject's detail rows; with a condition, a formula of
  /// the detail row, only over those for which it is true.
  case aggregate(
    AggregateFunction, table: String, ValueReference, condition: CheckedExpression?)
  /// `AVERAGE(x, group)` and its like, over the subjects with the same text in a column, or over all;
  /// `decimals` is how finely ranks compare.
  case statistic(
    PopulationFunction, CheckedExpression, group: ValueReference?, decimals: Int)
}

extension CheckedExpression {
  /// The expressions that this one is made of, from left to right.
  public var operands: [CheckedExpression] {
    switch self {
    case .number, .text, .truth, .value, .parameter, .aggregate: []
    case .negate(let operand), .unary(_, let operand), .curve(_, _, let operand),
      .statistic(_, let operand, _, _):
      [operand]
    case .arithmetic(_, let left, let right), .binary(_, let left, let right),
      .compare(_, let left, let right), .compareText(_, let left, let right):
      [left, right]
    case .call(_, let arguments): arguments
    case .lookup(_, let text, let fallback): [text] + (fallback.map { [$0] } ?? [])
    }
  }
}
