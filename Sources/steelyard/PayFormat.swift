import ArgumentParser

/// What a pay report is written as.
enum PayFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For spreadsheets.
  case csv
  /// For a printer, and to be signed.
  case html
  /// For a spreadsheet program, with sums as formulas.
  case xlsx
}
