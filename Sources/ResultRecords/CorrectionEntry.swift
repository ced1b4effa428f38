import Calendars

/// One row of a file of corrections.
struct CorrectionEntry: Sendable {
  /// The line that it begins on in the file of corrections.
  let line: Int
  let table: String
  let key: String
  /// A line, or a file and a line with a colon between; empty where the key has one row.
  let row: String
  let column: String
  let old: String
  let new: String
  let reason: String
  let decidedBy: String
  let date: CivilDate
}

extension CorrectionEntry {
  /// The row that is meant; nil where the text says none.
  var place: RowPlace? { RowPlace(row) }
}
