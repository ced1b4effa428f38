import CZip

/// Is told how many bytes of a part are unpacked, of how many; answers whether to go on.
public typealias PartProgress = (_ part: String, _ done: Int, _ total: Int) -> Bool

/// One part of an archive, unpacked piece by piece.
public final class ZipPart {
  /// Its name.
  public let name: String
  /// How many bytes it says it unpacks to.
  public let size: Int
  /// How many it has unpacked to so far.
  public private(set) var done = 0
  /// Kept open as long as its part is read.
  private let archive: ZipArchive
  private let stream: OpaquePointer
  private let progress: PartProgress?

  init(
    _ stream: OpaquePointer, of archive: ZipArchive, name: String, size: Int,
    progress: PartProgress?
  ) {
    (self.stream, self.archive, self.name, self.size) = (stream, archive, name, size)
    self.progress = progress
  }

  deinit { zip_fclose(stream) }

  /// Fills a buffer with the next bytes; how many, 0 at the end. The checksum is compared there.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    let count = zip_fread(stream, buffer.baseAddress, UInt64(buffer.count))
    guard count >= 0 else {
      let code = zip_error_code_zip(zip_file_get_error(stream))
      throw .damagedPart(name, reason: Self.words(code))
    }
    done += Int(count)
    // The size that the archive announces, which was found harmless, may be a lie.
    if done > size {
      throw .damagedPart(
        name, reason: "unpacks to more than the \(size) bytes that are announced")
    }
    if count == 0, done < size {
      throw .damagedPart(
        name, reason: "unpacks to \(done) bytes where \(size) are announced")
    }
    if let progress, !progress(name, done, size) { throw .cancelled }
    return Int(count)
  }

  /// What went wrong, as what a part does.
  static func words(_ code: Int32) -> String {
    switch code {
    case ZIP_ER_CRC: "does not match its checksum"
    case ZIP_ER_EOF, ZIP_ER_READ, ZIP_ER_SEEK: "is cut off"
    case ZIP_ER_INCONS: "is not where the archive's list of parts says, or of another size"
    default: "cannot be unpacked"
    }
  }
}
