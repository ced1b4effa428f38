import DelimitedText

/// The texts that the cells of a workbook share: in memory while they are few, else in a temporary
/// file.
final class SharedStrings: XMLHandler {
  /// How many there are.
  private(set) var count = 0
  private let file: String
  private var textSpool: Spool?
  private var endSpool: Spool?
  private var texts = ByteStorage.memory([])
  /// Where each text ends, eight bytes each.
  private var ends = ByteStorage.memory([])
  private var written = 0
  private var text = RichText()
  private var isInItem = false
  private var buffer: [UInt8] = []

  /// No texts.
  init(file: String) { self.file = file }

  /// - Parameter mostInMemory: how many bytes of texts may stay in memory.
  init(_ part: PackagePart, mostInMemory: Int) throws(SpreadsheetError) {
    file = part.file
    textSpool = Spool(name: file, mostInMemory: mostInMemory)
    endSpool = Spool(name: file, mostInMemory: mostInMemory / 4)
    try XMLStream.read(part, handler: self)
    do throws(DelimitedTextError) {
      if let spool = textSpool.take() { texts = try spool.finish() }
      if let spool = endSpool.take() { ends = try spool.finish() }
    } catch {
      throw SpreadsheetError(error, file: file)
    }
  }

  /// A text by its number; nil when there is none.
  func string(_ index: Int) throws(SpreadsheetError) -> String? {
    guard index >= 0, index < count else { return nil }
    do throws(DelimitedTextError) {
      let start = index == 0 ? 0 : try end(of: index - 1)
      let length = try end(of: index) - start
      if buffer.count < length { buffer = Array(repeating: 0, count: max(length, 256)) }
      try buffer.withUnsafeMutableBufferPointer { (buffer) throws(DelimitedTextError) in
        let wanted = UnsafeMutableBufferPointer(rebasing: buffer[..<length])
        _ = try texts.read(into: UnsafeMutableRawBufferPointer(wanted), at: start)
      }
      return String(decoding: buffer[..<length], as: UTF8.self)
    } catch {
      throw SpreadsheetError(error, file: file)
    }
  }

  private func end(of index: Int) throws(DelimitedTextError) -> Int {
    var end = 0
    try withUnsafeMutableBytes(of: &end) { (bytes) throws(DelimitedTextError) in
      _ = try ends.read(into: bytes, at: index * 8)
    }
    return end
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    if isInItem {
      text.start(name)
    } else if name.isSpreadsheet("si") {
      isInItem = true
      text.begin()
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    guard isInItem else { return }
    guard name.isSpreadsheet("si") else { return text.end(name) }
    isInItem = false
    let bytes = RichText.decoded(text.bytes)
    written += bytes.count
    count += 1
    do throws(DelimitedTextError) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(DelimitedTextError) in
        try textSpool?.append(UnsafeRawBufferPointer(bytes))
      }
      try withUnsafeBytes(of: written) { (bytes) throws(DelimitedTextError) in
        try endSpool?.append(bytes)
      }
    } catch {
      throw SpreadsheetError(error, file: file)
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) {
    guard isInItem, !text.take(bytes) else { return }
    throw .tooLarge(
      file: file, part: "with the shared texts", reason: "has a text of more than 1 MiB")
  }
}

extension SpreadsheetError {
  /// What became of a temporary file.
  init(_ error: DelimitedTextError, file: String) {
    self =
      switch error {
      case .noRoom(_, let reason), .unreadable(_, let reason): .noRoom(file: file, reason: reason)
      default: .noRoom(file: file, reason: "\(error)")
      }
  }
}
