/// What becomes of one field of each record where nothing is unusual.
struct FieldPlan {
  enum Kind: UInt8 {
    /// Nobody reads it.
    case none
    case key
    /// A number in the column's unit.
    case number
    case text
    /// A truth, date or period, or a number in another unit.
    case other
  }

  var kind = Kind.none
  /// The column in the specification.
  var column = 0
  var allowsMissing = false
  /// Whether any text may stand in a text column.
  var allowsAnyText = false
  var minimum = -Double.infinity
  var maximum = Double.infinity
  /// Where the column's numbers go.
  var values: UnsafeMutablePointer<Double>?
  /// Where the column's codes go.
  var codes: UnsafeMutablePointer<Int32>?

  /// Whether a column is read from the field.
  var readsColumn: Bool {
    switch kind {
    case .none, .key: false
    case .number, .text, .other: true
    }
  }

  /// The plan for a field that nobody reads.
  init() {}

  /// The plan for the field of a column.
  init(_ cell: CellReader, column: Int) {
    self.column = column
    kind =
      switch cell.specification.type {
      case .number: cell.specification.pointShift == 0 ? .number : .other
      case .text: .text
      case .truth, .date, .period: .other
      }
    allowsMissing = cell.specification.allowsMissing
    allowsAnyText = cell.isAllowed.isEmpty
    (minimum, maximum) = (cell.minimum, cell.maximum)
  }
}
