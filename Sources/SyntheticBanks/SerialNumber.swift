/// Numbers of accounts, loans and the like, each given once in a table.
enum SerialNumber {
  /// Writes the number of a row as so many digits, more when that is too few; from 16 digits on it
  /// looks like that of an account, whose last digits are no count.
  ///
  /// - Returns: how many bytes, at most 21.
  static func write(_ row: Int, digits: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
    guard digits >= 16 else { return DecimalWriter.write(row + 1, digits: digits, to: place) }
    place[0] = UInt8(ascii: "6")
    place[1] = UInt8(ascii: "2")
    let check = (row &* 7919 &+ 123) & 0x3FF
    return 2
      + DecimalWriter.write((row + 1) * 1000 + check % 1000, digits: digits - 2, to: place + 2)
  }
}
