/// The whole text of one file as UTF-8 bytes, whatever it was encoded in.
///
/// Recognised by content: a byte-order mark, else zero bytes beside ASCII characters (UTF-16), else
/// valid UTF-8, else GB18030. The byte-order mark is taken off. Linear in time; memory: the size of
/// the file when it is UTF-8, else that of the file and the text together for a moment. For tables
/// of any size there is `TextSource`.
public struct DecodedText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// UTF-8, without byte-order mark.
  public let bytes: [UInt8]
  /// What the file was encoded in.
  public let encoding: TextEncoding

  /// Reads and decodes a file.
  ///
  /// - Throws: `unreadable`, or why the bytes are no text: `damaged`, `bigEndian`, `unknownEncoding`,
  ///   `noConverter`.
  public init(contentsOf file: String) throws(DelimitedTextError) {
    try self.init(FileBytes.read(file), file: file)
  }

  /// Decodes bytes, with the same errors but for `unreadable`; `file` names them in messages.
  public init(_ raw: [UInt8], file: String) throws(DelimitedTextError) {
    var survey = TextSurvey()
    raw.withUnsafeBytes { survey.take($0) }
    survey.finish()
    let prefix = Array(raw.prefix(UTF16Guess.prefixLength))
    let verdict = try EncodingVerdict(survey, prefix: prefix, file: file)
    self.file = file
    encoding = verdict.encoding
    let body = verdict.markLength == 0 ? raw : Array(raw.dropFirst(verdict.markLength))
    bytes = verdict.encoding == .utf8 ? body : try Self.converted(body, verdict, survey, file)
  }

  private static func converted(
    _ raw: [UInt8], _ verdict: EncodingVerdict, _ survey: TextSurvey, _ file: String
  ) throws(DelimitedTextError) -> [UInt8] {
    var converter = try TextConverter(from: verdict.encoding, file: file)
    var text: [UInt8] = []
    let (taken, isSound) = raw.withUnsafeBytes { converter.convert($0, into: &text) }
    guard isSound, taken == raw.count else {
      throw .unfitting(file, verdict, survey, after: verdict.markLength + taken)
    }
    return text
  }
}

extension DelimitedTextError {
  /// The error for a text that its encoding does not fit after some bytes.
  static func unfitting(
    _ file: String, _ verdict: EncodingVerdict, _ survey: TextSurvey, after taken: Int
  ) -> DelimitedTextError {
    let isChinese = verdict.encoding == .gb18030
    return .unknownEncoding(file: file, offset: isChinese ? survey.firstFault ?? taken : taken)
  }
}
