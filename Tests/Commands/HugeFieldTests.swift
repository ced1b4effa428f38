import Foundation
import Testing

/// A field larger than 2^32 bytes: offsets into a file need more than 32 bits. The file is made on the
/// disk and taken away again.
@Suite(
  "score: a field of more than 4 GB",
  .enabled(
    if: ProcessInfo.processInfo.environment["STEELYARD_LONG"] != nil, "one of the long tests"),
  .enabled(if: HugeFieldRoom.isThere, "needs 12 GiB of disk and 20 GiB of memory"))
struct HugeFieldTests {
  private static let size = (1 << 32) + (1 << 24)

  /// A table of three rows; the second row's first cell, or its last, is huge.
  private func table(_ folder: TemporaryDirectory, inNumber: Bool) throws {
    let file = folder.file("staff.csv")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }
    try write("id,branch,role,deposit,plan,review,note\na,east,junior,110,100,80,\nb,east,senior,")
    if !inNumber { try write("90,100,70,\"") }
    let piece = Data(repeating: UInt8(ascii: inNumber ? "9" : "x"), count: 1 << 24)
    for _ in 0..<Self.size / piece.count { try handle.write(contentsOf: piece) }
    try write(inNumber ? ",100,70,\n" : "\"\n")
    try write("c,east,junior,100,100,60,\n")
  }

  private func score(_ folder: TemporaryDirectory) throws -> CommandResult {
    try folder.write("id,line,income\n", to: "business.csv")
    return try CommandRunner.run(
      ["score", Project.invalid.appendingPathComponent("data/policy.yaml").path, "--data", "."]
        + ["--output", "result.csv"], in: folder.url)
  }

  @Test("a huge cell that is not read does no harm, and the row after it is found")
  func unread() throws {
    let folder = try TemporaryDirectory()
    try table(folder, inNumber: false)
    let result = try score(folder)
    #expect(result.exitCode == 0, "\(result.errors.prefix(1000))")
    let lines = try folder.read("result.csv").split(separator: "\n")
    #expect(lines.map { $0.prefix(2) } == ["id", "a,", "b,", "c,"])
  }

  @Test("a huge number is refused with its place, and the row after it is found")
  func number() throws {
    let folder = try TemporaryDirectory()
    try table(folder, inNumber: true)
    let result = try score(folder)
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("staff.csv:3: deposit"))
    #expect(result.errors.contains("1 row is at fault"))
    #expect(result.errors.utf8.count < 10_000)
  }
}

private enum HugeFieldRoom {
  static var isThere: Bool {
    let folder = FileManager.default.temporaryDirectory.path
    let disk = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize]
    return disk as? Int ?? 0 > 12 << 30 && ProcessInfo.processInfo.physicalMemory > 20 << 30
  }
}
