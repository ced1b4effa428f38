/// Why a database does not give a result.
public enum PushedScoringError: Error, Sendable, CustomStringConvertible {
  /// Rows of the tables are at fault: what is wrong, with an example each.
  case rowsAtFault([RowCheck])
  /// Subjects whose numbers SQL cannot work out to the bit: the first of them, and how many there are.
  case undecided(first: PushedRejection, count: Int)
  /// A column whose numbers files give in another unit than the policy's.
  case otherUnit(table: String, column: String)
  /// A cell that the database gave is not of the type of its column.
  case unexpected(column: String, key: String)

  /// What is wrong, without a full stop.
  public var description: String {
    switch self {
    case .rowsAtFault(let checks):
      "rows are at fault: " + checks.map(\.description).joined(separator: "; ")
    case .undecided(let first, let count):
      "\(count == 1 ? "1 subject" : "\(count) subjects") cannot be worked out to the bit by SQL; the first is "
        + "\(first.key): \(first.reason)"
    case .otherUnit(let table, let column):
      "the column \(column) of \(table) has one unit in files and another in the policy; databases hold "
        + "numbers in the policy's unit"
    case .unexpected(let column, let key):
      "the database gave no value of the type of \(column) for \(key)"
    }
  }
}
