/// The whole text of one file as UTF-8 bytes, whatever it was encoded in.
///
/// Recognised by content: a byte-order mark, else zero bytes beside ASCII characters (UTF-16), else
/// valid UTF-8, else GB18030. The byte-order mark is taken off. Linear in time; memory: the size of
/// the file when it is UTF-8, else that of the file and the text together for a moment.
public struct DecodedText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// UTF-8, without byte-order mark.
  public let bytes: [UInt8]
  /// What the file was encoded in.
  public let encoding: TextEncoding

  /// Reads and decodes a file.
  public init(contentsOf file: String) throws(DelimitedTextError) {
    try self.init(FileBytes.read(file), file: file)
  }

  /// Decodes bytes; `file` names them in messages.
  public init(_ raw: consuming [UInt8], file: String) throws(DelimitedTextError) {
    let scan = UTF8Scan(copy raw)
    let guess = UTF16Guess(copy raw, isUTF8: scan.isValid)
    self.file = file
    if guess == .bigEndian { throw .bigEndian(file: file) }
    if guess == .littleEndian {
      let start = raw.starts(with: [0xFF, 0xFE]) ? 2 : 0
      encoding = .utf16LittleEndian
      bytes = try TextConverter.utf8(raw, from: start, encoding, file: file)
    } else if scan.isValid {
      if raw.starts(with: UTF8Scan.byteOrderMark) { raw.removeFirst(3) }
      encoding = .utf8
      bytes = raw
    } else if scan.looksDamaged {
      throw .damaged(file: file, line: scan.line(in: raw), offset: scan.validCount)
    } else {
      encoding = .gb18030
      do throws(DelimitedTextError) {
        bytes = try TextConverter.utf8(raw, from: 0, .gb18030, file: file)
      } catch .unknownEncoding {
        throw .unknownEncoding(file: file, offset: scan.validCount)
      }
    }
  }
}
