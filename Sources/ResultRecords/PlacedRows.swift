/// Puts each row's place, counted from 1, before the rows of comma-separated text that comes in pieces of
/// whole rows, the first of them with the header.
struct PlacedRows {
  /// What the column is called.
  static let column = "place"

  private var place = 0

  /// The next piece with the places.
  mutating func take(_ piece: UnsafeRawBufferPointer) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count + piece.count / 8)
    var (beginsRow, isQuoted) = (true, false)
    for byte in piece {
      if beginsRow {
        bytes += place == 0 ? Array("\(Self.column),".utf8) : Array("\(place),".utf8)
        place += 1
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      beginsRow = byte == UInt8(ascii: "\n") && !isQuoted
      bytes.append(byte)
    }
    return bytes
  }
}
