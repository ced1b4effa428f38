import Foundation
import TestSupport
import Testing

@testable import SparkScoring

@Suite("The staging folder")
struct StagingFolderTests {
  @Test(
    "is refused where its path means something to Spark, by a link too, and nothing is made",
    arguments: ["a{b}", "a*", "a?", "[a]", "a,b", "a:b", "a'b", "a%20b", "a\\b", "a\nb"])
  func unsuited(_ name: String) throws {
    let folder = try TemporaryDirectory()
    let parent = "\(folder.path)/\(name)"
    let link = "\(folder.path)/link"
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: parent)
    for path in [parent, link] {
      let fault = #expect(throws: SparkFault.self) { try StagingFolder(in: path, named: "job") }
      #expect(fault?.description.contains("characters in its path that mean something") == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
  }

  @Test("is made where its path means nothing else", arguments: ["a-b_c.1", "暂存"])
  func suited(_ name: String) throws {
    let folder = try TemporaryDirectory()
    let parent = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: false)
    let staging = try StagingFolder(in: parent, named: "job")
    #expect(staging.path.hasSuffix("/\(name)/job"))
    #expect(FileManager.default.fileExists(atPath: staging.file("inputs")))
    staging.remove()
    #expect(!FileManager.default.fileExists(atPath: staging.path))
  }
}
