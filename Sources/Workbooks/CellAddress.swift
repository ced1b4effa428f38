/// Where a cell stands, as formulas write it; columns count from 0, rows from 1 as on the screen.
enum CellAddress {
  /// The letters of a column: `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column)
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// A cell of another sheet that stays the same wherever the formula is copied to.
  static func fixed(_ column: Int, _ row: Int, of sheet: String) -> String {
    "\(quoted(sheet))!$\(letters(column))$\(row)"
  }

  /// The name of a sheet as formulas write it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
    let doubled = name.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined()
    return isPlain ? name : "'\(doubled)'"
  }
}
