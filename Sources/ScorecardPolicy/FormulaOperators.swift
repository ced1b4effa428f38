/// Arithmetic on two numbers: `+ - * /`.
public enum ArithmeticOperator: Sendable {
  /// `+`
  case add
  /// `-`
  case subtract
  /// `*`
  case multiply
  /// `/`; by zero a fault.
  case divide
}

/// Order and equality: `= <> < <= > >=`.
public enum ComparisonOperator: Sendable, CaseIterable {
  /// `=`
  case equal
  /// `<>`
  case notEqual
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual
}

/// Functions of values of one row that are not just of one or two numbers.
public enum RowFunction: String, Sendable, CaseIterable {
  /// The second where the first is true, else the third; only the chosen one counts.
  case `if` = "IF"
  /// The smallest number, date or period.
  case minimum = "MIN"
  /// The largest number, date or period.
  case maximum = "MAX"
  /// `MIN(MAX(x, low), high)`.
  case clamp = "CLAMP"
  /// The second where the first is missing.
  case ifMissing = "IFMISSING"
  /// Whether it is missing.
  case isMissing = "ISMISSING"
  /// Whether all are true; one that is false decides, what follows does not count.
  case and = "AND"
  /// Whether one is true; it decides, what follows does not count.
  case or = "OR"
  /// Whether it is false.
  case not = "NOT"
}

/// Functions over a subject's detail rows.
public enum AggregateFunction: String, Sendable, CaseIterable {
  /// The exact sum, rounded once; 0 without rows; beyond the range of doubles a fault.
  case sum = "SUM"
  /// The sum divided by the number of rows; missing without rows.
  case average = "AVERAGE"
  /// The smallest number, date or period; missing without rows.
  case minimum = "MIN"
  /// The largest number, date or period; missing without rows.
  case maximum = "MAX"
  /// The number of rows, whatever is in them.
  case count = "COUNT"
  /// The value of the earliest row; missing without rows. Needs a table with an order.
  case first = "FIRST"
  /// The value of the latest row; missing without rows. Needs a table with an order.
  case last = "LAST"
  /// How many of the latest rows in a row are true; missing without rows. Needs a table with an
  /// order.
  case streak = "STREAK"

  /// Whether it looks at rows in their order.
  public var needsOrder: Bool { [.first, .last, .streak].contains(self) }
}

/// Functions over the population: of the subjects of a group, or of all.
///
/// Subjects that are rejected do not count, and those whose value is missing or at fault do not
/// either, except for `count`. Every subject of the group gets the result, also one whose own value
/// is missing; one whose own value is at fault gets that fault. `rank` and `percentRank` compare
/// whole numbers `floor(x * 10^decimals + 0.5)` and are missing where the own value is. Where nobody in
/// the group has a value, `sum` is 0 and the others but `count` are missing.
public enum PopulationFunction: String, Sendable, CaseIterable {
  /// The exact sum, rounded once; 0 without values.
  case sum = "SUM"
  /// The sum divided by the number of values; missing without values.
  case average = "AVERAGE"
  /// The smallest number, date or period; missing without values.
  case minimum = "MIN"
  /// The largest number, date or period; missing without values.
  case maximum = "MAX"
  /// The number of subjects in the group.
  case count = "COUNT"
  /// The middle value, or the mean of the two middle ones.
  case median = "MEDIAN"
  /// The standard deviation of the population.
  case standardDeviation = "STDEV"
  /// The competition rank, largest first.
  case rank = "RANK"
  /// The share of the other subjects that are below: 1 for the first and for one alone, 0 for the
  /// last.
  case percentRank = "PERCENTRANK"
}
