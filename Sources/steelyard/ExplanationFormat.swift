import ArgumentParser
import ScorecardPolicy

/// What explanations are written as.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For people with a browser or a printer.
  case html
  /// For people with a spreadsheet program.
  case xlsx

  /// The extension of files.
  var fileExtension: String { self == .text ? "txt" : rawValue }
}

/// The language of explanations.
enum ExplanationLanguage: String, ExpressibleByArgument, CaseIterable {
  case en
  case zh

  /// The language of titles and wording.
  var title: Title.Language { self == .en ? .english : .chinese }
}
