/// What doing better in one column brings to those who sit there.
public enum IncentiveRegion: String, Sendable, Equatable, CaseIterable {
  /// The next that changes is for the better, within a step.
  case pays
  /// The next that changes is for the better, but more than a step away.
  case waits
  /// Nothing changes however much better, as far as is looked.
  case capped
  /// The next that changes is for the worse, but more than a step away.
  case turns
  /// The next that changes is for the worse, within a step.
  case costs
  /// No better number is allowed.
  case best
  /// Nothing changes in either direction, as far as is looked.
  case none
  /// The cell is empty.
  case blank
}
