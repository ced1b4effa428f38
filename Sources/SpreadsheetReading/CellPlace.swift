/// The place of a cell as its name says, such as `B7`.
struct CellPlace {
  /// From 0; beyond the sheet's end where the name says so.
  let column: Int
  /// From 1.
  let row: Int

  /// Reads a name, with or without `$`, and moves behind it; nil when none stands here.
  init?(_ cursor: inout UnsafePointer<CChar>) {
    var (column, row) = (0, 0)
    Self.skipDollar(&cursor)
    // Longer names are read as far as numbers go, so that a message can say they are too far out.
    while let letter = Self.letter(cursor.pointee) {
      column = min(column * 26 + letter, 1 << 40)
      cursor += 1
    }
    Self.skipDollar(&cursor)
    while cursor.pointee >= 48, cursor.pointee <= 57 {
      row = min(row * 10 + Int(cursor.pointee) - 48, 1 << 40)
      cursor += 1
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column - 1, row)
  }

  /// Whether a sheet reaches as far.
  var isOnSheet: Bool { column < SheetRange.mostColumns && row <= SheetRange.mostRows }

  private static func skipDollar(_ cursor: inout UnsafePointer<CChar>) {
    if cursor.pointee == 36 { cursor += 1 }
  }

  private static func letter(_ character: CChar) -> Int? {
    switch character {
    case 65...90: Int(character) - 64
    case 97...122: Int(character) - 96
    default: nil
    }
  }
}
