/// What becomes of numbers of another size than the others of their column, such as 0.95 among
/// numbers near 95, or yuan among ten thousands: `scale:` of a map.
public enum ScaleDecision: String, Hashable, Sendable, CaseIterable {
  /// Their point is moved to where the others have it.
  case movePoint = "move-point"
  /// They stay as they are.
  case asWritten = "as-written"
  /// Their rows are rejected.
  case reject
}
