/// Why a line that is no row of data is left out. Its name stands in the log.
public enum DropRule: String, Hashable, Sendable, CaseIterable {
  /// The header once more, as on a new page.
  case repeatedHeader = "repeated-header"
  /// A sum of rows above.
  case totalRow = "total-row"
  /// A sum that could not be compared, for rows above it cannot be read or stand twice.
  case unverifiedTotal = "total-row-unverified"
  /// A page number, a signature, a note.
  case pageLine = "page-line"
  /// A row of a key of which another row counts.
  case earlierRow = "earlier-row"
  /// A row of somebody with several whose days lie outside the period.
  case outsidePeriod = "outside-period"

  /// What the rule does, as a sentence without a full stop.
  public var words: String {
    switch self {
    case .repeatedHeader: "a header that stands among the rows once more is left out"
    case .totalRow: "a row of totals is left out, after its sums are compared with the rows above"
    case .unverifiedTotal:
      "a row of totals is left out; rows above it are rejected, so that its sums cannot be compared"
    case .pageLine: "a line that is no row, such as a page number or a signature, is left out"
    case .earlierRow: "of several rows of one key the last counts, as the map says"
    case .outsidePeriod:
      "of several rows of one key those are left out whose days lie outside the period"
    }
  }
}
