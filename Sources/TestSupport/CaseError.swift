/// A case that is itself written wrongly.
public struct CaseError: Error, CustomStringConvertible {
  /// The case's name.
  public let `case`: String
  /// What is wrong with it.
  public let message: String

  /// Such as `curve: the policy has no output score`.
  public var description: String { "\(self.case): \(message)" }
}
