/// The first place where a file is not what was computed.
public struct FirstDifference: Hashable, Sendable {
  /// How the two differ.
  public enum Kind: String, Sendable {
    /// A cell holds something else.
    case cell
    /// The row has more or fewer cells.
    case width
    /// A row stands where none was computed.
    case surplus
    /// The file has ended and more was computed.
    case ended
    /// The cells agree, but are written otherwise: quotes, line end, byte-order mark, empty line.
    case spelling
  }

  /// How the two differ.
  public let kind: Kind
  /// The line in the file as it stands, from 1.
  public let line: Int
  /// The column's header, for a cell below the header row.
  public let column: String?
  /// The key of the row: its first cell as it stands, or as computed where the file has ended.
  public let key: String?
  /// What stands there, a cell or a row; nil where the file has ended.
  public let standing: String?
  /// What was computed; nil where there should be nothing more.
  public let computed: String?

  init(
    line: Int, column: String? = nil, key: String?, kind: Kind, standing: String?,
    computed: String?
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.key = key
    self.standing = standing
    self.computed = computed
  }

  /// The difference of two rows, one of which holds the first byte that differs.
  init(_ row: RowCells.Row, _ wanted: RowCells.Row?, line: Int, header: RowCells.Row?) {
    let key = row.text(0)
    guard let wanted else {
      self.init(line: line, key: key, kind: .surplus, standing: row.text, computed: nil)
      return
    }
    let cell = zip(row.cells, wanted.cells).prefix { $0 == $1 }.count
    if cell < min(row.cells.count, wanted.cells.count) {
      self.init(
        line: line, column: line == 1 ? nil : header?.text(cell), key: key, kind: .cell,
        standing: row.text(cell), computed: wanted.text(cell))
    } else {
      let kind = row.cells.count == wanted.cells.count ? Kind.spelling : .width
      self.init(line: line, key: key, kind: kind, standing: row.text, computed: wanted.text)
    }
  }
}
