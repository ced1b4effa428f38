import ZipArchives

/// One part of a workbook's archive, unpacked piece by piece.
final class PackagePart {
  /// What messages call the file.
  let file: String
  private let source: ZipPart

  init(_ source: ZipPart, file: String) { (self.source, self.file) = (source, file) }

  /// Its name.
  var part: String { source.name }
  /// How many bytes it says it unpacks to.
  var size: Int { source.size }
  /// How many it has unpacked to so far.
  var done: Int { source.done }

  /// Fills a buffer with the next bytes; how many, 0 at the end. The checksum is compared there.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    try SpreadsheetError.telling(file) { () throws(ZipError) in try source.read(into: buffer) }
  }
}
