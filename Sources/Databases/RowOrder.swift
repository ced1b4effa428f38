/// In which order the rows of a table are written.
public enum RowOrder: Hashable, Sendable {
  /// In that of the bytes of a column's text, and where these are the same, of the other columns.
  case key(String)
  /// In that of the whole numbers of a column, each of which stands there once.
  case place(String)
}

extension RowOrder {
  /// What rows are ordered by, of columns of which `byBytes` orders one by the bytes of its text.
  func terms(_ columns: [String], byBytes: (String) -> String) -> String {
    switch self {
    case .key(let key):
      ([key] + columns.filter { $0 != key }).map { byBytes(SQLText.quoted($0)) }
        .joined(separator: ", ")
    case .place(let place): SQLText.quoted(place)
    }
  }
}
