import ScoringPlan

/// How the columns of a relation hold the registers of the subject table.
///
/// Such a relation also has the column `rejected`, a text that is NULL while the subject counts, and
/// the column `undecided`, a text that is NULL unless SQL cannot give the plan's bits for the subject.
protocol SQLScope {
  /// The plan.
  var plan: Plan { get }
  /// The values of its parameters.
  var values: ParameterVector { get }
  /// The engine that runs the text.
  var dialect: SQLDialect { get }

  /// The column that holds the register's value, quoted; NULL where the value is missing or a fault.
  func column(_ register: Register) -> String
  /// The column that holds its fault, quoted; nil when it is never at fault.
  func fault(_ register: Register) -> String?
  /// Whether its value may be missing.
  func mayBeMissing(_ register: Register) -> Bool
  /// Whether it holds a text.
  func isText(_ register: Register) -> Bool
  /// An expression of 64-bit integers: the `ScoreKey` of a number at the plan's decimals.
  func scoreKey(_ register: Register) -> String
  /// The same at other decimals.
  func scoreKey(_ register: Register, decimals: Int) -> String
  /// An expression that orders rows by the bytes of a text.
  func orderedText(_ register: Register) -> String
}

extension SQLScope {
  func scoreKey(_ register: Register, decimals: Int) -> String {
    decimals == plan.decimals
      ? scoreKey(register) : dialect.scoreKey(of: column(register), decimals: decimals)
  }

  func orderedText(_ register: Register) -> String { dialect.byteOrdered(column(register)) }
}
