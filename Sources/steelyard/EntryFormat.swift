import ArgumentParser

/// What standard output carries of an entry of an archive.
enum EntryFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// The text whose SHA-256 is the entry's hash, byte for byte.
  case record
}
