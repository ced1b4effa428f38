import ColumnStore
import DelimitedText
import Glibc
import ResultRecords

/// One file of a table as Spark reads it: UTF-8, and each row on one line.
struct StagedInput {
  /// The file as the user named it.
  let file: String
  /// The digest of its bytes.
  let digest: ContentDigest
  /// Where Spark reads it: the file itself, or a copy in the staging folder.
  let path: String
  /// Its first row.
  let header: String
  /// How many rows follow the header.
  let rowCount: Int
  private let source: TextSource

  /// Reads a file once from end to end, and again where it must be copied: because it is not UTF-8,
  /// has other line ends than LF and CRLF, is no regular file, or has a name that Spark would not
  /// take for a file's.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - table: the table, for messages.
  ///   - copy: where a copy may be written.
  ///   - progress: called with the number of bytes of each piece read.
  /// - Throws: `TableReadError`; `SparkFault` where a row is not on one line; `AtomicFileError`.
  init(
    _ file: String, of table: String, copy: String, progress: (Int) -> Void
  ) throws {
    var hasher = ContentHasher()
    var survey: LineSurvey?
    let opened = Result { () throws(DelimitedTextError) in
      try TextSource(file) { piece in
        hasher.update(piece)
        Self.survey(piece, &survey)
        progress(piece.count)
      }
    }
    self.file = file
    digest = hasher.finish()
    do {
      source = try opened.get()
    } catch {
      throw TableReadError.text(table: table, error)
    }
    if let survey, let place = Self.place(of: file), source.encoding == .utf8 {
      let survey = survey.finished
      try Self.check(survey, file)
      if !survey.hasLoneReturns {
        path = place
        (header, rowCount) = try Self.content(of: survey, file, table)
        return
      }
    }
    path = copy
    (header, rowCount) = try Self.content(of: Self.copied(source, to: copy, file), file, table)
  }

  /// Fails when somebody wrote to the file since it was read.
  func checkUnchanged(_ table: String) throws(TableReadError) {
    do throws(DelimitedTextError) {
      try source.checkUnchanged()
    } catch {
      throw .text(table: table, error)
    }
  }

  /// Takes a piece of the file; the first tells the separator.
  private static func survey(_ piece: UnsafeRawBufferPointer, _ survey: inout LineSurvey?) {
    guard survey == nil else {
      survey?.take(piece)
      return
    }
    let hasMark = piece.starts(with: [0xEF, 0xBB, 0xBF])
    let text = UnsafeRawBufferPointer(rebasing: piece[(hasMark ? 3 : 0)...])
    var begun = LineSurvey(
      separator: RecordReader.separator(of: text.assumingMemoryBound(to: UInt8.self)))
    begun.take(text)
    survey = begun
  }

  private static func check(_ survey: LineSurvey, _ file: String) throws(SparkFault) {
    guard let fault = survey.fault else { return }
    throw .unfitInput(file: file, line: fault.line, reason: fault.reason)
  }

  private static func content(
    of survey: LineSurvey, _ file: String, _ table: String
  ) throws -> (header: String, rowCount: Int) {
    if survey.header.isEmpty { throw TableReadError.empty(table: table, file: file) }
    return (String(decoding: survey.header, as: UTF8.self), survey.rowCount)
  }

  /// Writes a text as UTF-8 with a line feed at each line's end, and surveys it.
  private static func copied(
    _ source: TextSource, to copy: String, _ file: String
  ) throws -> LineSurvey {
    var target = try AtomicFile(copy)
    var survey: LineSurvey?
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    var (offset, followsReturn) = (source.start, false)
    while true {
      let count = try source.read(into: buffer, at: offset)
      if count == 0 { break }
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      Self.survey(piece, &survey)
      try target.write(lines(of: piece, &followsReturn))
      offset += count
    }
    let finished = survey?.finished ?? LineSurvey(separator: UInt8(ascii: ","))
    try check(finished, file)
    try target.commit()
    return finished
  }

  /// The bytes with a line feed for CR and for CRLF.
  private static func lines(
    of piece: UnsafeRawBufferPointer, _ followsReturn: inout Bool
  ) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(piece.count)
    for byte in piece {
      let isSecondOfTwo = followsReturn && byte == UInt8(ascii: "\n")
      followsReturn = byte == UInt8(ascii: "\r")
      if isSecondOfTwo { continue }
      lines.append(followsReturn ? UInt8(ascii: "\n") : byte)
    }
    return lines
  }

  /// The absolute path of a file that Spark can read under its name; nil when it must be copied.
  ///
  /// Spark passes over names that begin with a dot or an underscore, takes some characters for
  /// patterns, and unpacks what its name says is packed.
  static func place(of file: String) -> String? {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let path = FilePath.real(file)
    else { return nil }
    let name = FilePath.name(of: path)
    guard name.hasSuffix(".csv") || name.hasSuffix(".txt"), !name.hasPrefix("_"),
      !name.hasPrefix(".")
    else { return nil }
    return isPlain(path) ? path : nil
  }

  /// Whether a path has no character that means something to Spark's names of files.
  static func isPlain(_ path: String) -> Bool {
    path.utf8.allSatisfy { byte in
      SparkText.isLetterOrDigit(byte) || byte >= 0x80 || "_-./=+@ ".utf8.contains(byte)
    }
  }
}

extension LineSurvey {
  /// The survey once no more comes.
  fileprivate var finished: LineSurvey {
    var survey = self
    survey.finish()
    return survey
  }
}
