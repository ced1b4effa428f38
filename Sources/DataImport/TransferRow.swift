import Calendars

/// A row of somebody who stands in several, as far as the split needs it.
struct TransferRow: Sendable {
  let place: RowPlace
  let id: String
  /// The branch, or what else the rows differ in.
  let branch: String
  /// The first and last day as they are written; blank where the row says none.
  let (from, until): (String, String)
  /// The numbers that are to be split, which all rows of a person have alike.
  let wholes: [String]
  /// Whether something else in the row rejects it.
  let isRejected: Bool
}
