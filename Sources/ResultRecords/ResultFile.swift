import ColumnStore
import DelimitedText

/// A result file in memory: the key in the first column, one subject in each row.
///
/// Read as strictly as every table: comma, semicolon or tab; UTF-8, GB18030 or UTF-16LE; quotes as in
/// RFC 4180. Cells keep every byte; no spaces are taken off.
public struct ResultFile: Sendable {
  /// What messages call the table.
  static let table = "result"
  /// The column that tells rows of one key apart.
  static let periodColumn = "period"

  /// The file as the user named it.
  public let path: String
  /// The digest of its bytes, before they were decoded.
  public let digest: ContentDigest
  /// The headers: at least one, each once and not blank.
  let columns: [String]
  let text: DecodedText
  let separator: UInt8

  /// Reads a file, pipe or device, and its header row so far.
  ///
  /// - Throws: `file`.
  public init(contentsOf path: String) throws(ResultFileError) {
    let bytes: [UInt8]
    do throws(DelimitedTextError) {
      bytes = try FileBytes.read(path)
    } catch {
      throw .file(.text(table: Self.table, error))
    }
    try self.init(bytes, path: path)
  }

  /// Reads the bytes of a file, and its header row so far; messages call it `path`.
  ///
  /// - Throws: `file`.
  public init(_ bytes: [UInt8], path: String) throws(ResultFileError) {
    do throws(DelimitedTextError) {
      digest = ContentDigest(of: bytes)
      text = try DecodedText(bytes, file: path)
    } catch {
      throw .file(.text(table: Self.table, error))
    }
    self.path = path
    do throws(TableReadError) {
      (columns, separator) = try Self.header(of: text)
    } catch {
      throw .file(error)
    }
  }

  /// The header of the key.
  public var keyName: String { columns[0] }

  /// The manifest that stands beside the result; nil when there is none.
  ///
  /// - Throws: when the manifest is damaged.
  public func manifest() throws(RecordError) -> ResultManifest? {
    let file = ResultManifest.file(ofResult: path)
    return RegularFile.isThere(file) ? try ResultManifest(contentsOf: file) : nil
  }

  /// Calls `body` with a reader of single rows, valid only within the call.
  func withReader<Result>(
    _ body: (inout RowReader) throws -> Result
  ) rethrows -> Result {
    try text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RowReader(bytes, separator: separator)
      return try body(&reader)
    }
  }

  private static func header(
    of text: DecodedText
  ) throws(TableReadError) -> (columns: [String], separator: UInt8) {
    let file = text.file
    let (record, columns, separator) = text.bytes.withUnsafeBufferPointer { bytes in
      let separator = RecordReader.separator(of: bytes)
      var reader = RecordReader(bytes, separator: separator)
      var record = Record()
      let isThere = reader.next(&record)
      return (isThere ? record : nil, record.fields.map { $0.text(in: bytes) }, separator)
    }
    guard let record else { throw .empty(table: table, file: file) }
    var reason = record.fault?.rawValue
    if let blank = columns.firstIndex(of: "") {
      reason = reason ?? "column \(blank + 1) has no name"
    }
    if let reason {
      throw .damagedHeader(table: table, file: file, line: record.line, reason: reason)
    }
    var positions: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      if let first = positions.updateValue(position, forKey: column) {
        throw .repeatedHeader(
          table: table, file: file, header: column, positions: [first + 1, position + 1])
      }
    }
    return (columns, separator)
  }
}
