import Foundation
import TestSupport
import Testing

@Suite("Results for spreadsheets")
struct ResultEncodingTests {
  private static let staff = "工号,机构,存款\n001,=1+1,5\n002,北京路支行,-6\n003,@x,七\n"
  private static let policy = """
    policy: small
    version: "1"
    tables:
      staff:
        key: 工号
        columns:
          机构: text
          存款: {unit: point}
    scorecard:
      dimensions:
        业务: {measures: {存款: {score: 存款}}}
    """

  static let encodings: [(name: String, start: [UInt8])] = [
    ("utf-8-bom", [0xEF, 0xBB, 0xBF, 0xE5]), ("gb18030", [0xB9, 0xA4]), ("utf-8", [0xE5, 0xB7]),
  ]

  @Test("result and rejects file are written in the encoding, and verified", arguments: encodings)
  func written(name: String, start: [UInt8]) throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.policy, to: "policy.yaml")
    try folder.write(Self.staff, to: "staff.csv")
    let result = try CommandRunner.run(
      [
        "score", "policy.yaml", "--data", ".", "--output", "result.csv", "--rejects", "rejects.csv",
        "--encoding", name,
      ], in: folder.url)
    #expect(result.exitCode == 1, "\(result.errors)")
    let bytes = try folder.snapshot()
    #expect(try #require(bytes["result.csv"]).starts(with: start))
    let sign = name == "utf-8" ? "" : "'"
    let expected = "工号,机构,业务,total\n001,\(sign)=1+1,5,5\n002,北京路支行,-6,-6\n"
    let mark = name == "utf-8-bom" ? "\u{FEFF}" : ""
    let wanted = name == "gb18030" ? expected.gb18030 : Array("\(mark)\(expected)".utf8)
    #expect(bytes["result.csv"].map(Array.init) == wanted)
    let rejects = try #require(bytes["rejects.csv"])
    #expect(rejects.starts(with: Array(mark.utf8) + Array("table,".utf8)))
    #expect(try #require(bytes["result.csv.manifest.json"]).count > 0)
    #expect(
      try folder.read("result.csv.manifest.json").contains("\"encoding\" : \"\(name)\"")
        == (name != "utf-8"))
    let verified = try CommandRunner.run(["verify", "result.csv"], in: folder.url)
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    // Another run of another encoding holds the same, but for the text like a formula.
    _ = try CommandRunner.run(
      [
        "score", "policy.yaml", "--data", ".", "--output", "other.csv", "--rejects", "others.csv",
      ], in: folder.url)
    let difference = try CommandRunner.run(
      ["difference", "result.csv", "other.csv", "--format", "csv"], in: folder.url)
    #expect(
      difference.output
        == (name == "utf-8"
          ? "key,column,old,new,change\n" : "key,column,old,new,change\n001,机构,'=1+1,=1+1,\n"))
  }

  @Test("a character without a place in GB18030 stops the job, and the old result stays")
  func unwritable() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.policy, to: "policy.yaml")
    try folder.write("工号,机构,存款\n001,\u{E78D},5\n", to: "staff.csv")
    try folder.write("old\n", to: "result.csv")
    let result = try CommandRunner.run(
      ["score", "policy.yaml", "--data", ".", "--output", "result.csv", "--encoding", "gb18030"],
      in: folder.url)
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("has no place for the character U+E78D"), "\(result.errors)")
    #expect(try folder.names == ["policy.yaml", "result.csv", "staff.csv"])
    #expect(try folder.read("result.csv") == "old\n")
  }
}
