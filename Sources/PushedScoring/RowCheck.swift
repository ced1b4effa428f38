/// One kind of fault that rows of a table have.
public struct RowCheck: Hashable, Sendable, CustomStringConvertible {
  /// The table.
  public let table: String
  /// What is wrong.
  public let problem: String
  /// The key of one such row; nil where it has none.
  public let key: String?
  /// How many rows have it.
  public let count: Int

  /// Such as `staff: 3 rows, such as that of 1007: deposit is blank`.
  public var description: String {
    let rows = count == 1 ? "1 row" : "\(count) rows"
    let example = key.map { count == 1 ? ", that of \($0)" : ", such as that of \($0)" } ?? ""
    return "\(table): \(rows)\(example): \(problem)"
  }
}
