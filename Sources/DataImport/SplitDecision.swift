/// What becomes of a number of somebody who is split into several subjects: `split:` of a column.
public enum SplitDecision: String, Hashable, Sendable, CaseIterable {
  /// It is the whole of the period: each subject gets the share of its days.
  case days
  /// Each subject has it as it stands.
  case copy
}
