/// What becomes of blank cells like those that merged cells leave: `blanks:` of a map.
public enum BlankDecision: String, Hashable, Sendable, CaseIterable {
  /// They take the value of the cell above.
  case fillDown = "fill-down"
  /// They are missing.
  case missing
  /// Their rows are rejected.
  case reject
}
