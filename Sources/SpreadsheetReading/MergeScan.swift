import Glibc
import ZipArchives

/// Finds the merged cells of a sheet, which stand behind its rows.
final class MergeScan: XMLHandler {
  /// How many a sheet may have: memory holds them all.
  private static let mostRanges = 1 << 20
  private static let tag = Array("mergeCell".utf8)

  private var ranges: [SheetRange] = []
  private let file: String
  private let sheet: String

  private init(file: String, sheet: String) { (self.file, self.sheet) = (file, sheet) }

  /// All merged ranges of more than one cell, by their first rows.
  ///
  /// The part is first unpacked and searched for the name of the tag, which takes a fraction of
  /// parsing it; most sheets have none.
  static func ranges(
    of sheet: Sheet, in archive: WorkbookPackage, progress: PartProgress?
  ) throws(SpreadsheetError) -> [SheetRange] {
    let part = try archive.open(sheet.part, limits: .stream, progress: progress)
    guard try mayHaveMerges(part) else { return [] }
    let scan = MergeScan(file: archive.file, sheet: sheet.name)
    try XMLStream.read(
      archive.open(sheet.part, limits: .stream, progress: progress), handler: scan)
    return scan.ranges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  private static func mayHaveMerges(_ part: PackagePart) throws(SpreadsheetError) -> Bool {
    let size = XMLStream.pieceSize
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size + tag.count, alignment: 64)
    defer { buffer.deallocate() }
    // What is left of the last piece, for a tag that stands across two.
    var kept = 0
    var isFirst = true
    while true {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[kept..<(kept + size)])
      let count = try part.read(into: rest)
      if count == 0 { return false }
      // Text with two bytes for each character is not searched.
      if isFirst, rest[0] >= 0xFE || rest[0] == 0 || count > 1 && rest[1] == 0 { return true }
      isFirst = false
      let filled = kept + count
      let text = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
      if holdsTag(text) { return true }
      kept = min(tag.count - 1, filled)
      UnsafeMutableRawBufferPointer(rebasing: buffer[..<kept])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: text.suffix(kept)))
    }
  }

  /// Searches for the tag by the rarest of its letters, which no usual tag of a row or cell has.
  private static func holdsTag(_ text: UnsafeRawBufferPointer) -> Bool {
    let offset = 3
    guard var cursor = text.baseAddress, text.count >= tag.count else { return false }
    let last = cursor + (text.count - tag.count + offset)
    cursor += offset
    while cursor <= last, let found = memchr(cursor, Int32(tag[offset]), last - cursor + 1) {
      if memcmp(found - offset, tag, tag.count) == 0 { return true }
      cursor = UnsafeRawPointer(found) + 1
    }
    return false
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name.isSpreadsheet("mergeCell"), let reference = attributes["ref"] else { return }
    guard let range = SheetRange(reference) else {
      throw .malformedCell(
        file: file, sheet: sheet, place: "the merged cells \(String(cString: reference))",
        reason: "are no range of a sheet")
    }
    guard range.rows.count > 1 || range.columns.count > 1 else { return }
    ranges.append(range)
    guard ranges.count <= Self.mostRanges else {
      throw .tooLarge(
        file: file, part: "of sheet \"\(sheet)\"",
        reason: "has more than \(Self.mostRanges) merged ranges")
    }
  }
}
