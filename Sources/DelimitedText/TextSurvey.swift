/// What one pass over the bytes of a text tells: whether it is UTF-8, and what may occur in it.
///
/// The bytes come in pieces of any length. Linear; ASCII is passed over 32 bytes at a time.
public struct TextSurvey: Sendable {
  /// The bytes so far.
  private(set) var byteCount = 0
  /// Whether there is a quote.
  public private(set) var hasQuotes = false
  /// Whether there is a zero byte, which no text in UTF-8 has.
  public private(set) var hasZeroBytes = false
  /// How many bytes are line feeds.
  public private(set) var lineFeedCount = 0

  /// The number of bytes before the first that is not UTF-8; nil while there is none.
  private(set) var firstFault: Int?
  /// The line of that byte, from 1.
  private(set) var faultLine = 0
  /// The characters of three or more bytes before it.
  private var longCharacterCount = 0
  private var hasByteOrderMark = false
  /// The beginning of a character whose end is in the next piece.
  private var beginning: [UInt8] = []

  /// The survey of no bytes.
  init() {}

  /// Whether all bytes so far are UTF-8.
  var isUTF8: Bool { firstFault == nil && beginning.isEmpty }

  /// Whether this is UTF-8 with a fault in it rather than another encoding.
  ///
  /// A byte-order mark says so; so do two characters of three or more bytes before the fault, for
  /// Chinese text in GB18030 hardly ever begins with what is UTF-8 of that length. Without this test
  /// a file cut off in the middle of a character would be read as GB18030, and as nonsense.
  var looksDamaged: Bool { !isUTF8 && (longCharacterCount >= 2 || hasByteOrderMark) }

  /// Takes the next piece.
  mutating func take(_ piece: UnsafeRawBufferPointer) {
    if byteCount == 0 { hasByteOrderMark = piece.starts(with: UTF8Character.byteOrderMark) }
    if firstFault == nil { checkCharacters(piece) }
    let marks = ByteMarks(piece)
    hasQuotes = hasQuotes || marks.hasQuotes
    hasZeroBytes = hasZeroBytes || marks.hasZeroBytes
    lineFeedCount += marks.lineFeedCount
    byteCount += piece.count
  }

  /// Takes bytes that stand somewhere in the text, and hold no line's end and no zero byte.
  mutating func takeQuotes(of bytes: UnsafeRawBufferPointer) {
    hasQuotes = hasQuotes || ByteMarks(bytes).hasQuotes
  }

  /// Says that no more comes.
  mutating func finish() {
    if firstFault == nil, !beginning.isEmpty {
      fail(at: byteCount - beginning.count, line: lineFeedCount + 1)
    }
  }

  private mutating func checkCharacters(_ piece: UnsafeRawBufferPointer) {
    var index = 0
    if !beginning.isEmpty {
      guard let rest = finishCharacter(piece) else { return }
      index = rest
    }
    while true {
      index = UTF8Character.endOfASCII(piece, from: index)
      guard index < piece.count else { return }
      let length = UTF8Character.length(piece, at: index)
      if length == 0 { return stop(piece, at: index) }
      if length >= 3 { longCharacterCount += 1 }
      index += length
    }
  }

  /// Brings the character begun in the last piece to its end; where the next begins, or nil when it
  /// has a fault or goes on in the next piece.
  private mutating func finishCharacter(_ piece: UnsafeRawBufferPointer) -> Int? {
    let known = beginning.count
    let joined = beginning + piece.prefix(3)
    let length = joined.withUnsafeBytes { UTF8Character.length($0, at: 0) }
    if length > known {
      if length >= 3 { longCharacterCount += 1 }
      beginning = []
      return length - known
    }
    if joined.count < 4, joined.withUnsafeBytes({ UTF8Character.mayBegin($0[...]) }) {
      beginning = joined
    } else {
      fail(at: byteCount - known, line: lineFeedCount + 1)
    }
    return nil
  }

  /// A character that is none: at the end of a piece it may go on in the next.
  private mutating func stop(_ piece: UnsafeRawBufferPointer, at index: Int) {
    if piece.count - index < 4, UTF8Character.mayBegin(piece[index...]) {
      beginning = Array(piece[index...])
    } else {
      let before = ByteMarks(UnsafeRawBufferPointer(rebasing: piece[..<index]))
      fail(at: byteCount + index, line: lineFeedCount + before.lineFeedCount + 1)
    }
  }

  private mutating func fail(at offset: Int, line: Int) {
    (firstFault, faultLine, beginning) = (offset, line, [])
  }
}
