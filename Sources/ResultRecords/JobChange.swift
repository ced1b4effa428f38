/// One thing that differs between the jobs that made two results.
public struct JobChange: Hashable, Sendable {
  /// What it belongs to.
  public enum Kind: String, Sendable, CaseIterable {
    /// The version of the program.
    case program
    /// The name or the version of the policy.
    case policy
    /// A file of the policy.
    case policyFile = "policy-file"
    /// A file of data.
    case input
    /// The corrections laid over the data.
    case corrections
    /// What became of a table's rows.
    case rows
    /// What was chosen about the result.
    case option
    /// A number that the policy sets.
    case parameter
  }

  /// What it belongs to.
  public let kind: Kind
  /// What differs: `name` or `version` of the policy, a file, a table, an option, the path of a
  /// parameter; empty for the program and the corrections.
  public let name: String
  /// What it was; nil when there was none.
  public let old: String?
  /// What it is now; nil when there is none.
  public let new: String?
}
