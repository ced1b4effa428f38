import Foundation
import TestSupport
import Testing

/// A field of more than 2^32 bytes: offsets into a file need more than 32 bits, and memory must not
/// grow with it. The file is made on the disk and taken away again.
@Suite(
  "score: a field of more than 4 GB",
  .enabled(
    if: LongTests.areAskedFor, "one of the long tests"),
  .enabled(if: HugeFieldRoom.isThere, "needs 6 GB of disk"))
struct HugeFieldTests {
  private static let size = (1 << 32) + (1 << 24)

  enum Place: String, CaseIterable {
    case header = "id,branch,role,deposit,plan,review,"
    case number = "id,branch,role,deposit,plan,review\na,east,junior,110,100,80\nb,east,senior,"
    case quotes =
      "id,branch,role,deposit,plan,review,note\na,e,junior,110,100,80,\nb,e,senior,9,100,70,\""

    /// The line on which it begins.
    var line: Int { rawValue.split(separator: "\n").count }
  }

  @Test("is refused with its line, in memory that is less than it", arguments: Place.allCases)
  func refused(place: Place) throws {
    let folder = try TemporaryDirectory()
    try table(folder, place)
    try folder.write("id,line,income\n", to: "business.csv")
    let program = try CommandRunner.steelyard.path
    let policy = Project.invalid.appendingPathComponent("data/policy.yaml").path
    let command = "ulimit -v 2000000; exec \"$0\" score \"$1\" --data . --output result.csv"
    let result = try CommandRunner.run(
      ["-c", command, program, policy], executable: URL(fileURLWithPath: "/bin/sh"),
      in: folder.url)
    #expect(result.exitCode == 3)
    #expect(
      result.errors.contains("staff.csv:\(place.line): the row that begins here has no end"),
      "\(result.errors.prefix(1000))")
    #expect(result.errors.utf8.count < 10_000)
  }

  /// A table in which one field is huge, with a row after it.
  private func table(_ folder: TemporaryDirectory, _ place: Place) throws {
    let file = folder.file("staff.csv")
    try Data(place.rawValue.utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "9"), count: 1 << 24)
    for _ in 0..<Self.size / piece.count { try handle.write(contentsOf: piece) }
    let rest = place == .quotes ? "\"\n" : place == .number ? ",100,70\n" : "\n"
    try handle.write(contentsOf: Data((rest + "c,east,junior,100,100,60\n").utf8))
  }
}

private enum HugeFieldRoom {
  static var isThere: Bool {
    let folder = FileManager.default.temporaryDirectory.path
    let disk = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize]
    return disk as? Int ?? 0 > 6 << 30
  }
}
