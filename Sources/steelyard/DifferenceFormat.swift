import ArgumentParser

/// What the standard output of `difference` carries.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// One row for each cell that differs.
  case csv
}
