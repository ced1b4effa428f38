/// What a text is encoded in, judged by all of its bytes.
struct EncodingVerdict {
  let encoding: TextEncoding
  /// The length of the byte-order mark.
  let markLength: Int

  /// A byte-order mark, else zero bytes beside ASCII characters (UTF-16), else valid UTF-8, else
  /// GB18030.
  init(
    _ survey: TextSurvey, prefix: [UInt8], file: String
  ) throws(DelimitedTextError) {
    switch UTF16Guess(prefix, isUTF8: survey.isUTF8) {
    case .bigEndian: throw .bigEndian(file: file)
    case .littleEndian:
      (encoding, markLength) = (.utf16LittleEndian, prefix.starts(with: [0xFF, 0xFE]) ? 2 : 0)
    case .neither where survey.isUTF8:
      let hasMark = prefix.starts(with: UTF8Character.byteOrderMark)
      (encoding, markLength) = (.utf8, hasMark ? 3 : 0)
    case .neither where survey.looksDamaged:
      throw .damaged(file: file, line: survey.faultLine, offset: survey.firstFault ?? 0)
    case .neither:
      (encoding, markLength) = (.gb18030, 0)
    }
  }
}
