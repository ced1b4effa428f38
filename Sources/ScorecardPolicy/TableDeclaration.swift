/// A table that a policy reads.
public struct TableDeclaration: Sendable, Equatable {
  /// Its name; also that of its file, without `.csv`.
  public let name: String
  /// The key column.
  public let key: ColumnDeclaration
  /// The other columns, in the order written.
  public let columns: [ColumnDeclaration]
  /// Columns that no two rows may share all of; empty when any may.
  public let uniqueBy: [String]
  /// The column that orders a subject's rows, no two of which may share its value; nil when rows
  /// have no order.
  public let order: String?
  /// Whether rows of an unknown key are passed over instead of rejected.
  public let ignoresUnknownKeys: Bool
  /// Formulas of one row, each after those it uses.
  public let formulas: [FormulaDeclaration]
  /// How many rows made-up subjects have in a detail table; nil leaves it to general rules.
  public let generate: GenerateRows?
}

/// A column that a policy reads.
public struct ColumnDeclaration: Sendable, Equatable {
  /// Its name in formulas.
  public let name: String
  /// The names under which files may hold it, its own first.
  public let headers: [String]
  /// What its cells hold.
  public let type: ValueType
  /// The unit of its numbers, when one is given.
  public let unit: Unit?
  /// The unit of the numbers as files have them, when it is another of the same kind.
  public let fileUnit: Unit?
  /// The smallest number allowed; of a date or period column its number.
  public let minimum: Double?
  /// The largest number allowed; of a date or period column its number.
  public let maximum: Double?
  /// The texts allowed; empty when any is.
  public let allowedTexts: [String]
  /// What becomes of a blank cell.
  public let missing: MissingCellRule
  /// What it is, for people.
  public let title: Title?
  /// How made-up data are to look; nil leaves it to general rules.
  public internal(set) var generate: GenerateHint?
}

/// What becomes of a blank cell.
public enum MissingCellRule: Sendable, Equatable {
  /// The row is rejected.
  case reject
  /// Formulas see a missing value.
  case allow
  /// Formulas see this number.
  case use(Double)
}
