import Glibc

/// One delimited file as UTF-8 that can be read in pieces, from any place and more than once.
///
/// Opening it reads it once from end to end: the encoding is judged by all bytes, as `DecodedText`
/// does, and whoever wants to see the very bytes of the file, to hash them, sees them then. A regular
/// UTF-8 file is then read where it stands; what comes from a pipe, or in another encoding, is kept as
/// UTF-8, in memory up to 64 MB and else in a temporary file.
public final class TextSource: Sendable {
  /// The file as the user named it.
  public let file: String
  /// What the file was encoded in.
  public let encoding: TextEncoding
  /// What occurs in the text.
  public let survey: TextSurvey
  /// Where the text begins, after the byte-order mark.
  public let start: Int
  /// Where the text ends.
  public var end: Int { storage.count }

  private let storage: ByteStorage
  private let original: ByteStorage

  /// Opens a file, pipe or device.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: what messages call it; its path when nil.
  ///   - mostInMemory: how many bytes of a text that must be kept may be in memory.
  ///   - observer: called with all bytes of the file, piece by piece in order.
  /// - Throws: what `DecodedText` throws, `changed` when the file becomes shorter, and `noRoom` where
  ///   the text cannot be kept.
  public convenience init(
    _ path: String, name: String? = nil, mostInMemory: Int = usuallyInMemory,
    observer: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(DelimitedTextError) {
    let name = name ?? path
    let storage = try Self.storage(of: path, Spool(name: name, mostInMemory: mostInMemory))
    try self.init(storage, name: name, mostInMemory: mostInMemory, observer: observer)
  }

  /// How many bytes of a text that must be kept may be in memory if nothing else is said.
  public static let usuallyInMemory = 64 << 20

  /// Bytes that were kept already, such as those of a table that is in no file; otherwise like a file.
  public init(
    _ storage: ByteStorage, name: String, mostInMemory: Int = usuallyInMemory,
    observer: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(DelimitedTextError) {
    file = name
    original = storage
    var survey = TextSurvey()
    var prefix: [UInt8] = []
    try original.forEachPiece { (piece) throws(DelimitedTextError) in
      observer(piece)
      if prefix.isEmpty { prefix = Array(piece.prefix(UTF16Guess.prefixLength)) }
      survey.take(piece)
      return true
    }
    survey.finish()
    let verdict = try EncodingVerdict(survey, prefix: prefix, file: file)
    encoding = verdict.encoding
    if verdict.encoding == .utf8 {
      (self.storage, start, self.survey) = (original, verdict.markLength, survey)
    } else {
      (self.storage, self.survey) = try Self.converted(
        original, verdict, survey, Spool(name: file, mostInMemory: mostInMemory))
      start = 0
    }
  }

  /// A text that is in memory already.
  public init(_ text: DecodedText) {
    (file, encoding, start) = (text.file, text.encoding, 0)
    storage = .memory(text.bytes)
    original = storage
    var survey = TextSurvey()
    text.bytes.withUnsafeBytes { survey.take($0) }
    self.survey = survey
  }

  /// A part of files that is in memory already and has no name; nil when it is not UTF-8.
  public init?(utf8 bytes: [UInt8]) {
    var survey = TextSurvey()
    bytes.withUnsafeBytes { survey.take($0) }
    survey.finish()
    guard survey.isUTF8 else { return nil }
    (file, encoding, start) = ("", .utf8, 0)
    storage = .memory(bytes)
    original = storage
    self.survey = survey
  }

  /// The same text with some bytes replaced. Nothing is copied: the rest is read where it stands.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - edits: in order and apart from each other, none of which may bring in or take out a line's end
  ///     or a zero byte, so that every row stays on its line.
  public init(_ source: TextSource, replacing edits: [TextEdit]) {
    (file, encoding, start, original) = (
      source.file, source.encoding, source.start, source.original
    )
    storage = .edited(EditedBytes(source.storage, edits))
    var survey = source.survey
    for edit in edits { edit.bytes.withUnsafeBytes { survey.takeQuotes(of: $0) } }
    self.survey = survey
  }

  /// Fills a buffer with the bytes from `offset` on; how many there were.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(DelimitedTextError) -> Int {
    try storage.read(into: buffer, at: offset)
  }

  /// Fails when somebody wrote to the file since it was opened, so that what was read first and last
  /// may not be of one piece.
  public func checkUnchanged() throws(DelimitedTextError) {
    if case .file(let file) = original { try file.checkUnchanged() }
  }

  /// The number of the line on which `offset` stands, from 1. O(offset).
  public func line(at offset: Int) throws(DelimitedTextError) -> Int {
    var lines = 1
    var done = start
    var follows: UInt8 = 0
    try storage.forEachPiece(from: start) { piece in
      for byte in piece.prefix(offset - done) {
        // CR counts unless an LF follows, which counts then.
        if follows == UInt8(ascii: "\r"), byte != UInt8(ascii: "\n") { lines += 1 }
        if byte == UInt8(ascii: "\n") { lines += 1 }
        follows = byte
      }
      done += piece.count
      return done < offset
    }
    return follows == UInt8(ascii: "\r") ? lines + 1 : lines
  }

  private static func storage(
    of path: String, _ spool: consuming Spool
  ) throws(DelimitedTextError) -> ByteStorage {
    let name = spool.name
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(file: name, reason: SystemReason.last)
    }
    if let file = OpenFile(descriptor, name: name) { return .file(file) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .unreadable(file: name, reason: SystemReason.last)
      }
      if count == 0 { return try spool.finish() }
      try piece.withUnsafeBufferPointer { (bytes) throws(DelimitedTextError) in
        try spool.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
      }
    }
  }

  /// The text as UTF-8, and what occurs in it.
  private static func converted(
    _ original: ByteStorage, _ verdict: EncodingVerdict, _ found: TextSurvey,
    _ spool: consuming Spool
  ) throws(DelimitedTextError) -> (ByteStorage, TextSurvey) {
    let file = spool.name
    var converter = try TextConverter(from: verdict.encoding, file: file)
    var survey = TextSurvey()
    var rest: [UInt8] = []
    var taken = verdict.markLength
    try original.forEachPiece(from: verdict.markLength) { (piece) throws(DelimitedTextError) in
      let whole = rest + piece
      var text: [UInt8] = []
      let (count, isSound) = whole.withUnsafeBytes { converter.convert($0, into: &text) }
      taken += count
      guard isSound else { throw .unfitting(file, verdict, found, after: taken) }
      rest = Array(whole[count...])
      try text.withUnsafeBufferPointer { (text) throws(DelimitedTextError) in
        survey.take(UnsafeRawBufferPointer(text))
        try spool.append(UnsafeRawBufferPointer(text))
      }
      return true
    }
    guard rest.isEmpty else { throw .unfitting(file, verdict, found, after: taken) }
    return (try spool.finish(), survey)
  }
}
