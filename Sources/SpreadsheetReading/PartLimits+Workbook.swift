import ZipArchives

// A full sheet of 1,048,576 rows and 60 columns unpacks to some 2 GB, and 10 to 20 times what it takes
// packed.
extension PartLimits {
  private static let mostTimes = 200

  /// Cells and texts are read as a stream: at most 8 GiB.
  static let stream = PartLimits(mostBytes: 8 << 30, mostTimes: mostTimes)
  /// The list of sheets, styles and relations are kept in memory: at most 64 MiB.
  static let structure = PartLimits(mostBytes: 64 << 20, mostTimes: mostTimes)
}
