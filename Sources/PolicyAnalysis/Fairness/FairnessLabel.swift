/// What a group is called.
public enum FairnessLabel: Sendable, Equatable {
  /// The text of its people.
  case text(String)
  /// Numbers from one on and below another; nil where it is open.
  case band(from: Double?, to: Double?)
  /// Nothing stands in the column.
  case missing
  /// Groups put together because some of them are too small to be shown.
  case others
}
