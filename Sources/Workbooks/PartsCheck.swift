import ZipArchives

/// Reads back the parts of a finished workbook.
///
/// The workbook library puts a sheet together in a temporary file and does not look whether the disk had
/// room for it: a sheet that was cut off would go into the workbook as it is.
enum PartsCheck {
  /// Whether every part of the file can be read and is XML to its end. O(size of the parts).
  static func isWhole(_ path: String) -> Bool {
    guard let archive = try? ZipArchive(path), !archive.parts.isEmpty else { return false }
    return archive.parts.allSatisfy { name in
      // What this program has written cannot be a trap, however well it packs.
      (try? archive.open(name, limits: nil)).flatMap { try? isWhole($0) } ?? false
    }
  }

  private static func isWhole(_ part: ZipPart) throws(ZipError) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    var (root, last) = (Bytes(), Bytes())
    while case let count = try part.read(into: buffer), count > 0 {
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if root.isEmpty { root = Self.root(of: piece) }
      last = (last + piece.suffix(longestEnd)).suffix(longestEnd)
    }
    return !root.isEmpty && isEnd(last, of: root)
  }

  private typealias Bytes = [UInt8]

  /// More than the end tag of any part, with white space after it.
  private static let longestEnd = 64

  /// The name of the element that is all of a document: the first tag that is no declaration.
  private static func root(of bytes: UnsafeRawBufferPointer) -> Bytes {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      let name = rest[(open + 1)...].prefix {
        !"> /\n".utf8.contains($0)
      }
      if let first = name.first, first != UInt8(ascii: "?") { return Bytes(name) }
      rest = rest[(open + 1)...]
    }
    return []
  }

  private static func isEnd(_ bytes: Bytes, of root: Bytes) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = String(text.reversed().drop(while: \.isWhitespace).reversed())
    let name = String(decoding: root, as: UTF8.self)
    return trimmed.hasSuffix("</\(name)>") || trimmed.hasSuffix("/>") && !trimmed.contains("</")
  }
}
