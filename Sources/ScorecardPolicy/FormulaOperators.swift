/// Arithmetic on two numbers: `+ - * /` and `POWER`.
public enum ArithmeticOperator: Sendable {
  case add
  case subtract
  case multiply
  case divide
  case power
}

/// Order and equality: `= <> < <= > >=`.
public enum ComparisonOperator: Sendable, CaseIterable {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
}

/// Functions of values of one row.
public enum RowFunction: String, Sendable, CaseIterable {
  case `if` = "IF"
  case minimum = "MIN"
  case maximum = "MAX"
  case absolute = "ABS"
  case squareRoot = "SQRT"
  case naturalLogarithm = "LN"
  case exponential = "EXP"
  case round = "ROUND"
  case roundUp = "ROUNDUP"
  case roundDown = "ROUNDDOWN"
  case clamp = "CLAMP"
  case ifMissing = "IFMISSING"
  case isMissing = "ISMISSING"
  case and = "AND"
  case or = "OR"
  case not = "NOT"
}

/// Functions over a subject's detail rows.
public enum AggregateFunction: String, Sendable, CaseIterable {
  /// The exact sum, rounded once; 0 without rows; beyond the range of doubles a fault.
  case sum = "SUM"
  /// The sum divided by the number of rows; missing without rows.
  case average = "AVERAGE"
  /// The smallest; missing without rows.
  case minimum = "MIN"
  /// The largest; missing without rows.
  case maximum = "MAX"
  /// The number of rows.
  case count = "COUNT"
}
