import Foundation
import TestSupport
import Testing

@testable import ResultRecords

@Suite("Paths in manifests")
struct FilePathTests {
  @Test("lead from the folder to the file, whatever the two are called by")
  func relative() throws {
    let folder = try TemporaryDirectory()
    let data = try folder.write("", to: "data/2026/staff.csv").path
    try folder.write("", to: "results/r.csv")
    let results = "\(folder.path)/results"
    #expect(FilePath.relative(data, to: results) == "../data/2026/staff.csv")
    #expect(
      FilePath.relative("\(results)/../data/./2026/staff.csv", to: results)
        == "../data/2026/staff.csv")
    #expect(FilePath.relative("\(results)/r.csv", to: results) == "r.csv")
    #expect(FilePath.relative(data, to: folder.path) == "data/2026/staff.csv")
  }

  @Test("follow links among the folders, as .. does, but keep the file's own name")
  func links() throws {
    let folder = try TemporaryDirectory()
    try folder.write("", to: "archive/deep/2026/staff.csv")
    try folder.write("", to: "results/r.csv")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder.path)/data", withDestinationPath: "archive/deep/2026")
    try files.createSymbolicLink(
      atPath: "\(folder.path)/latest.csv", withDestinationPath: "data/staff.csv")
    let results = "\(folder.path)/results"
    #expect(
      FilePath.relative("\(folder.path)/data/staff.csv", to: results)
        == "../archive/deep/2026/staff.csv")
    #expect(FilePath.relative("\(folder.path)/latest.csv", to: results) == "../latest.csv")
  }

  static let referred: [(file: String, other: String, path: String?)] = [
    ("../p/judgements/a.csv", "../p/policy.yaml", "judgements/a.csv"),
    ("../base.yaml", "../p/policy.yaml", "../base.yaml"),
    ("judgements/a.csv", "policy.yaml", "judgements/a.csv"),
    ("../base.yaml", "policy.yaml", "../base.yaml"),
    ("../../x/a.csv", "../p/policy.yaml", "../../x/a.csv"),
    // The names of the two folders above are not known.
    ("p/a.csv", "../../policy.yaml", nil),
  ]

  @Test("of files that a policy refers to are seen from the policy", arguments: referred)
  func refer(file: String, other: String, path: String?) {
    #expect(FilePath.relative(file, toFolderOf: other) == path)
  }

  @Test("are joined with the folder as the user named it")
  func join() {
    #expect(FilePath.join(".", "a.csv") == "a.csv")
    #expect(FilePath.join("out", "../a.csv") == "out/../a.csv")
    #expect(FilePath.join("/", "a.csv") == "/a.csv")
    #expect(FilePath.folder(of: "/a.csv") == "/")
    #expect(FilePath.folder(of: "a.csv") == ".")
    #expect(FilePath.folder(of: "x/y/a.csv") == "x/y")
  }
}
