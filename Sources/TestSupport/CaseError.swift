/// A case that is itself written wrongly.
struct CaseError: Error, CustomStringConvertible {
  /// The case's name.
  let `case`: String
  /// What is wrong with it.
  let message: String

  /// Such as `curve: the policy has no output score`.
  var description: String { "\(self.case): \(message)" }
}
