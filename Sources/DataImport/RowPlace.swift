/// A row of one of the files of an import.
struct RowPlace: Hashable, Comparable, Sendable {
  /// The file, by its place among those of the import.
  var file: Int
  /// The line of the file, or the number of the row in a sheet.
  var line: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}
