/// What a row is.
enum RowVerdict: Hashable, Sendable {
  /// All cells are blank.
  case blank
  /// It is no row of data, and is left out.
  case dropped(DropRule)
  /// The map's `where` leaves it out.
  case filtered
  /// It cannot be used; the columns at fault stand in the judge.
  case rejected
  /// It can be used.
  case good
}
