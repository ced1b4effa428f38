/// What a cell holds, as text that a person sees in the cell, but without the format's ornaments.
public enum SheetValue: Hashable, Sendable {
  /// Nothing.
  case blank
  /// A text, without the marks of fonts.
  case text(String)
  /// A number as decimal text, such as `-1234.5`: without exponent from 1e-10 up to 1e21.
  ///
  /// A number that the file gives with more than 15 significant digits is rounded to 15, as Excel
  /// shows it: `0.30000000000000004` is `0.3`. Only whole numbers that are written out in digits keep
  /// all of them, for they may be ids that another program wrote.
  case number(String)
  /// A number that is shown as percents, such as `95%` where the file says 0.95: the decimal point is
  /// moved in the text and nothing multiplied.
  case percent(String)
  /// A day, as `2026-03-31`.
  case date(String)
  /// The first of a month that is shown as a month, as `2026-03`.
  case month(String)
  /// A day and a time other than midnight, as `2026-03-31 08:30:00`.
  case dateTime(String)
  /// A time of day, or hours beyond 24 where they are counted on, as `08:30:00`.
  case time(String)
  /// TRUE or FALSE.
  case truth(Bool)
  /// A fault that the spreadsheet program found, such as `#DIV/0!`.
  case error(String)
  /// A formula that no program has worked out yet: there is no value.
  case formulaWithoutValue

  /// The value as a field of delimited text would have it; empty for what has no value.
  public var text: String {
    switch self {
    case .blank, .formulaWithoutValue: ""
    case .text(let text), .number(let text), .percent(let text), .date(let text),
      .month(let text), .dateTime(let text), .time(let text), .error(let text):
      text
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    }
  }
}
