import ArgumentParser

/// What the standard output of a command carries whose answer is a table too.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// One row for each line of the answer.
  case csv
}
