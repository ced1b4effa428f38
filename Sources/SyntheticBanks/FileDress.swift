/// What a file looks like as a whole: encoding, separator, line ends.
struct FileDress: Sendable {
  let encoding: SyntheticEncoding
  let separator: UInt8
  let lineEnd: [UInt8]
  /// Whether the columns' other names stand in the header.
  let usesOtherHeaders: Bool

  /// UTF-8, commas, LF, the policy's own names.
  static let plain = FileDress(
    encoding: .utf8, separator: UInt8(ascii: ","), lineEnd: [10], usesOtherHeaders: false)

  /// The dress of a table's file, another for each table and seed in turn.
  static func dirty(table: Int, seed: UInt64) -> FileDress {
    let turn = Int(seed % 1200) + table
    let encodings = SyntheticEncoding.allCases
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return FileDress(
      encoding: encodings[turn % encodings.count], separator: separators[turn % 3],
      lineEnd: turn % 5 < 3 ? [13, 10] : [10], usesOtherHeaders: turn % 2 == 1)
  }

  /// A line of the file.
  func line(_ cells: [[UInt8]]) -> [UInt8] {
    let fields = cells.map { FieldText.quoted($0, separator: separator) }
    return Array(fields.joined(separator: [separator])) + lineEnd
  }

  /// The faults that the dress is, for a file with these headers instead of the policy's own.
  func faults(headers: [String], own: [String]) -> [Fault] {
    var faults: [Fault] = []
    func add(_ kind: DirtKind, _ original: String, _ written: String) {
      faults.append(
        Fault(
          row: 0, line: 0, column: "", kind: kind, original: original, written: written,
          effect: .none))
    }
    if encoding != .utf8 { add(.encoding, SyntheticEncoding.utf8.rawValue, encoding.rawValue) }
    if separator != UInt8(ascii: ",") {
      add(.separator, ",", String(decoding: [separator], as: UTF8.self))
    }
    if lineEnd.count > 1 { add(.lineEnds, "LF", "CRLF") }
    for (header, own) in zip(headers, own) where header != own { add(.otherHeader, own, header) }
    return faults
  }
}
