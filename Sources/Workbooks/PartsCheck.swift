import CZip
import Glibc

/// Reads back the parts of a finished workbook.
///
/// The workbook library puts a sheet together in a temporary file and does not look whether the disk had
/// room for it: a sheet that was cut off would go into the workbook as it is.
enum PartsCheck {
  /// Whether every part of the file can be read and is XML to its end. O(size of the parts).
  static func isWhole(_ path: String) -> Bool {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { return false }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    return count > 0 && (0..<zip_uint64_t(count)).allSatisfy { isWhole($0, of: archive) }
  }

  private static func isWhole(_ part: zip_uint64_t, of archive: OpaquePointer) -> Bool {
    guard let file = zip_fopen_index(archive, part, 0) else { return false }
    defer { zip_fclose(file) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 18) { buffer in
      var (root, last) = (Bytes(), Bytes())
      while true {
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        if count < 0 { return false }
        if count == 0 { break }
        let piece = UnsafeRawBufferPointer(start: buffer.baseAddress, count: Int(count))
        if root.isEmpty { root = Self.root(of: piece) }
        last = (last + piece.suffix(Self.longestEnd)).suffix(Self.longestEnd)
      }
      return !root.isEmpty && isEnd(last, of: root)
    }
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
