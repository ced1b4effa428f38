import ColumnStore

/// Why two result files cannot be compared.
public enum ResultFileError: Error, Sendable, CustomStringConvertible {
  /// A file cannot be read as a table.
  case file(TableReadError)
  /// Rows of a file are at fault; all their faults, in order.
  case rows([RowFault])
  /// The first columns, which hold the keys, have different names.
  case otherKey(old: String, oldKey: String, new: String, newKey: String)

  /// What is wrong and what to do, without a full stop.
  public var description: String {
    switch self {
    // There is one file, and its table has no name that a user knows.
    case .file(.text(_, let error)): "\(error)"
    case .file(.empty(_, let file)): "\(file): the file is empty; a result has a header row"
    case .file(let error): "\(error)"
    case .rows(let faults): faults.map(\.description).joined(separator: "\n")
    case .otherKey(let old, let oldKey, let new, let newKey):
      "the first column, which holds the keys, is \"\(oldKey)\" in \(old) and \"\(newKey)\" in "
        + "\(new); only results with one key can be compared"
    }
  }
}
