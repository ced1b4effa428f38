import CZip
import DelimitedText
import Glibc

/// A ZIP archive that is open for reading, with its parts by name.
///
/// Not for use by two threads at once.
public final class ZipArchive {
  private let handle: OpaquePointer
  private var indices: [String: UInt64] = [:]

  /// Opens a file that begins as a ZIP archive does. O(parts).
  public init(_ path: String) throws(ZipError) {
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      throw Self.failure(code)
    }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.mostParts else {
      throw .damagedArchive(reason: "it claims to have \(count) parts")
    }
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(handle, index, 0) else { continue }
      let key = Self.key(String(cString: name))
      // Of two parts with one name, programs read the first.
      if indices[key] == nil { indices[key] = index }
    }
  }

  deinit { zip_discard(handle) }

  private static let mostParts = 1 << 20

  /// Whether there is such a part; capitals do not count, nor does a slash before it.
  public func has(_ part: String) -> Bool { indices[Self.key(part)] != nil }

  /// The names of all parts, without order, in small letters.
  public var parts: some Collection<String> { indices.keys }

  /// Begins to read a part.
  ///
  /// - Parameters:
  ///   - part: its name; capitals do not count.
  ///   - limits: how much it may unpack to; nil only for an archive that this program has written.
  ///   - progress: is told after each piece; when it answers false, reading fails with `cancelled`.
  public func open(
    _ part: String, limits: PartLimits?, progress: PartProgress? = nil
  ) throws(ZipError) -> ZipPart {
    guard let index = indices[Self.key(part)] else { throw .missingPart(part) }
    var status = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &status) == 0 else {
      throw .damagedPart(part, reason: "has no sizes")
    }
    guard status.encryption_method == ZIP_EM_NONE else {
      throw .encryptedPart(part)
    }
    guard [Int32(ZIP_CM_STORE), Int32(ZIP_CM_DEFLATE)].contains(Int32(status.comp_method)) else {
      throw .unknownPacking(part)
    }
    let size = Int(clamping: status.size)
    let packed = Int(clamping: status.comp_size)
    if let reason = limits?.objection(bytes: size, packed: packed) {
      throw .tooLarge(part, reason: reason)
    }
    guard let stream = zip_fopen_index(handle, index, 0) else {
      let code = zip_error_code_zip(zip_get_error(handle))
      throw .damagedPart(part, reason: ZipPart.words(code))
    }
    return ZipPart(stream, of: self, name: part, size: size, progress: progress)
  }

  /// Some writers put backslashes between folders, or a slash before them.
  private static func key(_ part: String) -> String {
    var key = part.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "/")
    if key.hasPrefix("/") { key.removeFirst() }
    return key
  }

  private static func failure(_ code: Int32) -> ZipError {
    switch code {
    case ZIP_ER_OPEN, ZIP_ER_NOENT, ZIP_ER_READ, ZIP_ER_SEEK:
      .unreadable(reason: SystemReason.last)
    case ZIP_ER_NOZIP:
      .damagedArchive(
        reason: "it begins as a ZIP archive, but its end with the list of its parts is missing")
    case ZIP_ER_MEMORY: .damagedArchive(reason: "its list of parts is too long")
    default: .damagedArchive(reason: "the list of its parts contradicts itself")
    }
  }
}
