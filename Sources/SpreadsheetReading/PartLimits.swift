/// How much a part of a workbook may unpack to, so that a small file cannot keep the reader busy for
/// hours, or fill memory or disk.
///
/// A full sheet of 1,048,576 rows and 60 columns unpacks to some 2 GB, and 10 to 20 times what it
/// takes packed; deflate cannot reach more than 1,032 times.
struct PartLimits {
  /// Cells and texts are read as a stream: at most 8 GiB.
  static let stream = PartLimits(mostBytes: 8 << 30)
  /// The list of sheets, styles and relations are kept in memory: at most 64 MiB.
  static let structure = PartLimits(mostBytes: 64 << 20)

  /// How many bytes a part may unpack to.
  let mostBytes: Int
  /// From this many bytes on the ratio counts.
  static let harmless = 64 << 20
  /// How many times its packed size a part may unpack to.
  static let mostTimes = 200

  /// Says what is wrong with a part of this size; nil for one that may be read.
  func objection(bytes: Int, packed: Int) -> String? {
    if bytes > mostBytes { return "unpacks to more than \(mostBytes >> 20) MiB" }
    if bytes > Self.harmless, bytes / Self.mostTimes > packed {
      return "unpacks to more than \(Self.mostTimes) times its size"
    }
    return nil
  }
}
