/// One column of a table: a value and a state for each row.
public struct Column: Hashable, Sendable {
  /// The state of a cell that holds a value.
  public static let present: UInt8 = 0
  /// The state of a cell that is blank, or that was at fault.
  public static let missing: UInt8 = 1

  /// The column's name.
  public let name: String
  /// What the cells hold.
  public let type: ColumnType
  /// The numbers of a number column, 1 or 0 in a truth column, the numbers of `CivilDate` in a date
  /// column and of `CivilPeriod` in a period column; 0 where missing. Never NaN, infinite or -0.
  /// Empty for a text column.
  public internal(set) var values: [Double] = []
  /// The pool codes of a text column, -1 where missing. Empty for other columns.
  public internal(set) var codes: [Int32] = []
  /// `present` or `missing` for each row.
  public internal(set) var states: [UInt8] = []

  /// A column of known cells; without rows by default.
  public init(
    name: String, type: ColumnType, values: [Double] = [], codes: [Int32] = [],
    states: [UInt8] = []
  ) {
    self.name = name
    self.type = type
    (self.values, self.codes, self.states) = (values, codes, states)
  }
}
