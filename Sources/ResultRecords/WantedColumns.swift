import ColumnStore

/// Which columns of a database's table are read.
enum WantedColumns: Sendable {
  /// Those that a table of a policy takes, under any of the names that files may give them.
  case fitting(TableSpecification)
  /// Those that a manifest recorded, the key first.
  case recorded([String])

  /// The columns to read of those that there are, the key first.
  ///
  /// Where a column that is needed is missing, or two could be meant, these are all: whoever reads the
  /// header then says so, and all that might have been meant is among them.
  func chosen(among names: [String]) -> (columns: [String], fit: Bool) {
    switch self {
    case .recorded(let columns):
      let fit = !columns.isEmpty && columns.allSatisfy(names.contains)
      return fit ? (columns, true) : (names, false)
    case .fitting(let table):
      let wanted =
        [[table.keyName] + table.keyHeaders] + table.columns.map { [$0.name] + $0.headers }
      let found = wanted.map { accepted in names.filter(accepted.contains) }
      guard found.allSatisfy({ $0.count == 1 }) else { return (names, false) }
      var columns: [String] = []
      // Two columns of a policy may read one of the table.
      for name in found.joined() where !columns.contains(name) { columns.append(name) }
      return (columns, true)
    }
  }
}
