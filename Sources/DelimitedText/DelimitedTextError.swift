/// Why a file could not be read as text.
public enum DelimitedTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file could not be opened or read; `reason` is the system's.
  case unreadable(file: String, reason: String)
  /// The bytes are none of the known encodings; `offset` is that of the first byte that is not UTF-8,
  /// or where the text stops being UTF-16LE if it began like that.
  case unknownEncoding(file: String, offset: Int)
  /// The text is UTF-8 but for the byte at `offset`, on a line counted from 1.
  case damaged(file: String, line: Int, offset: Int)
  /// The text is UTF-16 with the larger byte first, which hardly any program writes.
  case bigEndian(file: String)
  /// This system cannot convert from the encoding.
  case noConverter(file: String, TextEncoding)
  /// The file became another while it was read.
  case changed(file: String)
  /// The row that begins on this line is longer than any row that is read: 256 MB.
  case recordTooLong(file: String, line: Int)
  /// A pipe, or a file in another encoding, did not fit the folder for temporary files.
  case noRoom(file: String, reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      file.isEmpty ? "the name of the file is empty" : "cannot read \(file): \(reason)"
    case .unknownEncoding(let file, let offset):
      "\(file) is not UTF-8, GB18030 or UTF-16LE text (byte \(offset) fits none); "
        + "save it as CSV in UTF-8; a spreadsheet's own file (.xlsx, .xls) is no text"
    case .damaged(let file, let line, let offset):
      "\(file):\(line): the file is UTF-8 text that is damaged or cut off at byte \(offset); "
        + "export or copy it again"
    case .bigEndian(let file):
      "\(file) is UTF-16BE text, which is not read; save it as UTF-8 and try again"
    case .noConverter(let file, let encoding):
      "\(file) is \(encoding.rawValue) text, which this system has no converter for; "
        + "save it as UTF-8 and try again"
    case .changed(let file):
      "\(file) was written to while it was read; try again once nobody writes to it any more"
    case .recordTooLong(let file, let line):
      "\(file):\(line): the row that begins here does not end within 256 MB: most likely a quote in it "
        + "is opened and not closed; close it, or write a quote inside quotes twice"
    case .noRoom(let file, let reason):
      "\(file) cannot be kept as UTF-8 in the folder for temporary files: \(reason); "
        + "name a folder with room in the environment variable TMPDIR"
    }
  }
}
