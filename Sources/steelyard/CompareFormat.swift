import ArgumentParser

/// What the standard output of `compare` carries.
enum CompareFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// One row for each policy and subject.
  case csv
}
