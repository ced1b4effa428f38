import Diagnostics

/// Why incentives cannot be looked at.
public enum IncentiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The policy pays nothing.
  case noPayroll(String)
  /// The policy has no such grade.
  case noGrade(String, all: [String])
  /// No such column of numbers changes anything.
  case noColumn(String, all: [String])
  /// Nobody has that key, or who has it is not published.
  case noPerson(String)
  /// The person has fewer rows in the table, or the cell is empty.
  case noCell(String, row: Int, count: Int)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .noPayroll(let policy):
      "the policy \(policy) has no payroll, so that --of pay has nothing to look at"
    case .noGrade(let name, let all):
      "the policy has no grade \"\(name)\"; "
        + (Spelling.didYouMean(name, among: all)
          ?? (all.isEmpty ? "it has none" : "its grades are \(all.joined(separator: ", "))"))
    case .noColumn(let name, let all):
      "\"\(name)\" is no column of numbers that the outcome depends on; "
        + (Spelling.didYouMean(name, among: all)
          ?? (all.isEmpty ? "there is none" : "they are \(all.joined(separator: ", "))"))
    case .noPerson(let key): "nobody with the key \"\(key)\" is scored"
    case .noCell(let name, let row, let count):
      row > count
        ? "the person has \(count) \(count == 1 ? "row" : "rows") with a number in \(name), and no "
          + "row \(row)"
        : "the person has no number in \(name)"
    }
  }
}
