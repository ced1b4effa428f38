/// Why a report cannot be made of a run.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// The policy does not say which result is paid.
  case noPayroll(policy: String)
  /// The subject table has no text column of that name.
  case noColumn(String, known: [String])
  /// An amount, or a sum of amounts, is too large to be counted in fen.
  case tooLarge(key: String?)

  /// What is wrong.
  public var description: String {
    switch self {
    case .noPayroll(let policy):
      "the policy \(policy) has no payroll:, so nothing says which of its results is paid"
    case .noColumn(let name, let known):
      "the subject table has no text column \(name); "
        + (known.isEmpty ? "it has none" : "its text columns are \(known.joined(separator: ", "))")
    case .tooLarge(let key):
      (key.map { "an amount of \($0)" } ?? "the sum of the amounts")
        + " is too large to be counted in fen"
    }
  }
}
