/// What a strict reader should do with a fault.
enum FaultEffect: String, Sendable, CaseIterable {
  /// It rejects the row.
  case reject
  /// It takes the row; what it reads may be right (another separator) or wrong (a row that stands
  /// twice), but nothing in the row itself shows it.
  case none
  /// It refuses the file.
  case refuse
}

/// One fault that was put into a file.
struct Fault: Sendable, Equatable {
  /// The row, counted from 1 without header and without what is no row; 0 where it is none.
  var row: Int
  /// The line of the file, from 1; 0 for the file as a whole.
  var line: Int
  /// The column's header in the file; empty for a row as a whole.
  let column: String
  /// What was done.
  let kind: DirtKind
  /// What stood there.
  let original: String
  /// What stands there.
  let written: String
  /// What a strict reader should do.
  let effect: FaultEffect

  /// The fault as a line of JSON.
  func json(file: String) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) { bytes += Array(text.utf8) }
    func addText(_ name: String, _ text: String) {
      add("\"\(name)\":\"")
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): add("\\\"")
        case UInt8(ascii: "\\"): add("\\\\")
        case UInt8(ascii: "\t"): add("\\t")
        case UInt8(ascii: "\n"): add("\\n")
        case UInt8(ascii: "\r"): add("\\r")
        case 0..<32: add("\\u00" + (byte < 16 ? "0" : "1") + String(byte % 16, radix: 16))
        default: bytes.append(byte)
        }
      }
      add("\"")
    }
    add("{")
    addText("file", file)
    add(",\"row\":\(row),\"line\":\(line),")
    addText("column", column)
    add(",")
    addText("kind", kind.rawValue)
    add(",")
    addText("original", original)
    add(",")
    addText("written", written)
    add(",\"effect\":\"\(effect.rawValue)\"}\n")
    return bytes
  }
}
