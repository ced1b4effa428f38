import DelimitedText
import Glibc

/// What a file is by its first bytes, whatever its name.
enum FileStart {
  case zip, compound
  /// Neither; what it looks like, in words.
  case other(String)

  init(_ path: String, file: String) throws(SpreadsheetError) {
    var first: [UInt8] = []
    var isLonger = false
    try Self.forEachPiece(path, file: file, upTo: 1) { piece in
      first = Array(piece.prefix(4096))
      isLonger = piece.count > first.count
    }
    self =
      switch first.prefix(4) {
      case [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]: .zip
      case [0xD0, 0xCF, 0x11, 0xE0]: .compound
      default: .other(Self.likeness(first, isLonger: isLonger))
      }
  }

  private static func likeness(_ first: [UInt8], isLonger: Bool) -> String {
    if first.isEmpty { return "it is empty" }
    let start = String(decoding: first.prefix(512), as: UTF8.self).lowercased()
    if start.contains("<html") || start.contains("<table") || start.contains("<!doctype html") {
      return "it is a web page that some system calls a workbook; open it and save it as .xlsx"
    }
    if start.contains("office:spreadsheet") || start.contains("excel.sheet") {
      return "it is XML of Excel 2003; open it and save it as .xlsx"
    }
    if first.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "it is a PDF" }
    if first.starts(with: [0xFF, 0xFE]) || !first.contains(0) {
      return "it looks like text; if it is CSV or the like, give it a name that ends in .csv"
    }
    return "it is neither a ZIP archive nor a file of an old Office program"
  }

  /// Calls `body` with all bytes of a file, a MiB at a time.
  static func forEachPiece(
    _ path: String, file: String, upTo most: Int = .max,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(SpreadsheetError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: file, reason: SystemReason.last) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    var offset = 0
    while offset < most {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == ESPIPE {
        throw .unreadable(file: file, reason: "a workbook is read from a file, not from a pipe")
      }
      guard count >= 0 else { throw .unreadable(file: file, reason: SystemReason.last) }
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      // A regular file gives whole pieces until its last one.
      offset += count
    }
  }
}
