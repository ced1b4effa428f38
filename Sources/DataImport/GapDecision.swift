/// What becomes of somebody whose rows leave days out: `gaps:` of `transfers: {split: ...}`.
public enum GapDecision: String, Hashable, Sendable, CaseIterable {
  /// The days that rows have are shared out as if there were no others.
  case accept
  /// All rows of the person are rejected.
  case reject
}
