import CExpat

/// Feeds a part of an archive to the XML parser, piece by piece, and tells a handler what it finds.
final class XMLStream {
  /// How many bytes are taken at once.
  static let pieceSize = 1 << 16
  /// No tag, and no text without a tag or line end, is longer: parsers keep these whole.
  private static let longestToken = 4 << 20
  /// How deep elements may stand inside each other; the parser keeps all that are open.
  private static let deepest = 256

  private let parser: OpaquePointer
  private let part: PackagePart
  private let handler: any XMLHandler
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 64)
  private var failure: SpreadsheetError?
  private var depth = 0
  /// The vocabulary met last, for hardly any part has two that matter.
  private var lastAddress: [CChar] = []
  private var lastVocabulary = XMLVocabulary.none
  /// Whether the part is read to its end.
  private(set) var isFinished = false

  init(_ part: PackagePart, handler: any XMLHandler) throws(SpreadsheetError) {
    guard let parser = XML_ParserCreateNS(nil, XMLVocabulary.separator) else {
      throw .noRoom(file: part.file, reason: "no memory is left")
    }
    (self.parser, self.part, self.handler) = (parser, part, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetStartElementHandler(parser) { user, name, attributes in
      guard let stream = XMLStream.of(user), let name, let attributes else { return }
      stream.tell { (stream) throws(SpreadsheetError) in
        stream.depth += 1
        guard stream.depth <= XMLStream.deepest else {
          throw stream.malformed("elements stand more than \(XMLStream.deepest) deep in each other")
        }
        try stream.handler.start(stream.resolve(name), XMLAttributes(list: attributes))
      }
    }
    XML_SetEndElementHandler(parser) { user, name in
      guard let stream = XMLStream.of(user), let name else { return }
      stream.tell { (stream) throws(SpreadsheetError) in
        stream.depth -= 1
        try stream.handler.end(stream.resolve(name))
      }
    }
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let stream = XMLStream.of(user), let text else { return }
      stream.tell { (stream) throws(SpreadsheetError) in
        try stream.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let stream = XMLStream.of(user) else { return }
      stream.tell { (stream) throws(SpreadsheetError) in
        throw .documentType(
          file: stream.part.file, part: stream.part.part,
          line: Int(XML_GetCurrentLineNumber(stream.parser)))
      }
    }
  }

  deinit {
    XML_ParserFree(parser)
    buffer.deallocate()
  }

  /// Reads the whole part.
  static func read(_ part: PackagePart, handler: any XMLHandler) throws(SpreadsheetError) {
    let stream = try XMLStream(part, handler: handler)
    while !stream.isFinished { try stream.feed() }
  }

  /// Takes the next piece.
  func feed() throws(SpreadsheetError) {
    let count = try part.read(into: buffer)
    isFinished = count == 0
    let status = XML_Parse(
      parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
      isFinished ? 1 : 0)
    if let failure { throw failure }
    guard status != XML_STATUS_ERROR else { throw fault() }
    guard part.done - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestToken else {
      throw malformed("a tag or text there does not end within \(Self.longestToken >> 20) MiB")
    }
  }

  /// Ends the parse with the first failure, which `feed` throws.
  private func tell(_ body: (XMLStream) throws(SpreadsheetError) -> Void) {
    guard failure == nil else { return }
    do {
      try body(self)
    } catch {
      failure = error
      XML_StopParser(parser, 0)
    }
  }

  private func fault() -> SpreadsheetError {
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return malformed("it is no well-formed XML (\(words ?? "for an unknown reason"))")
  }

  private func malformed(_ reason: String) -> SpreadsheetError {
    .malformed(
      file: part.file, part: part.part, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1, reason: reason)
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
    user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Tells the vocabulary of a name apart from what is local.
  private func resolve(_ name: UnsafePointer<CChar>) -> XMLName {
    var count = 0
    let known = lastAddress.count
    lastAddress.withUnsafeBufferPointer { last in
      while count < known, name[count] == last[count] { count += 1 }
    }
    if count == known, known > 0, name[count] == XMLVocabulary.separator {
      return XMLName(vocabulary: lastVocabulary, local: name + count + 1)
    }
    var end = 0
    while name[end] != 0, name[end] != XMLVocabulary.separator { end += 1 }
    guard name[end] != 0 else { return XMLName(vocabulary: .none, local: name) }
    let address = UnsafeBufferPointer(start: name, count: end)
    lastVocabulary = XMLVocabulary(address)
    lastAddress = Array(address)
    return XMLName(vocabulary: lastVocabulary, local: name + end + 1)
  }
}
