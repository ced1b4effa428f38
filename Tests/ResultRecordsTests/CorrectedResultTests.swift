import TestSupport
import Testing

@testable import ResultRecords

@Suite("Results with corrections, and in other encodings")
struct CorrectedResultTests {
  private static let corrections =
    CorrectionTests.header
    + "staff,1,,a,90,91.5,counted late,Li,2026-11-02\nloans,3,4,amount,5,5,right,Li,2026-11-02\n"

  @Test("corrections are recorded, laid over the data again, and missed when they change")
  func recorded() throws {
    let job = try SmallJob()
    let plain = try job.score()
    #expect(plain.formatVersion == 1 && plain.corrections == nil)
    let text = try job.folder.read("out/result.csv.manifest.json")
    #expect(!text.contains("corrections") && !text.contains("encoding"))
    try job.folder.write(Self.corrections, to: "corrections.csv")
    let manifest = try job.score(corrections: "corrections.csv")
    #expect(manifest.formatVersion == 2)
    let record = try #require(manifest.corrections)
    #expect(record.file.path == "../corrections.csv")
    #expect(record.file.digest == ContentDigest(of: Array(Self.corrections.utf8)))
    #expect(record.granted == 1 && record.refused == 1)
    #expect(manifest.inputs.map(\.files) == plain.inputs.map(\.files))
    #expect(try job.verify() == [])
    let change = try #require(JobDifference(old: plain, new: manifest).changes.first)
    #expect(change.kind == .corrections && change.old == nil)
    #expect(change.new?.hasPrefix("1 granted, 1 refused: ../corrections.csv, ") == true)
    try job.folder.write(Self.corrections.replacing("91.5", with: "92"), to: "corrections.csv")
    guard case .correctionsChanged(let file, _, _)? = try job.verify().first else {
      Issue.record("the change is not noticed")
      return
    }
    #expect(FilePath.name(of: file) == "corrections.csv")
    let copy = try job.folder.write(Self.corrections, to: "kept/c.csv").path
    #expect(try job.verify(corrections: copy) == [])
  }

  @Test("what the manifest says about corrections is compared with what is done")
  func counts() throws {
    let job = try SmallJob()
    try job.folder.write(Self.corrections, to: "corrections.csv")
    try job.score(corrections: "corrections.csv")
    try job.editManifest("\"granted\" : 1", "\"granted\" : 2")
    #expect(
      try job.verify()
        == [.recordedOtherwise(place: "corrections.granted", recorded: "2", computed: "1")])
  }

  @Test("rows that are named with their file are found in copies of other names")
  func copies() throws {
    let job = try SmallJob()
    let second = try job.folder.write("id,amount\n3,6\n", to: "more.csv").path
    try job.folder.write(
      CorrectionTests.header + "loans,3,more.csv:2,amount,6,7,a slip,Li,2026-11-02\n",
      to: "corrections.csv")
    let files = ["staff": job.data["staff"] ?? [], "loans": (job.data["loans"] ?? []) + [second]]
    try job.score(files: files, corrections: "corrections.csv")
    #expect(try job.verify() == [])
    let copies = try ["loans.csv", "more.csv"].enumerated().map { index, name in
      try job.folder.write(try job.folder.read(name), to: "copy-\(index).csv").path
    }
    #expect(try job.verify(tables: ["loans": copies]) == [])
  }

  static let encodings: [ResultEncoding] = [.utf8WithMark, .gb18030]

  @Test("a result for spreadsheets is made again to the byte", arguments: encodings)
  func written(encoding: ResultEncoding) throws {
    let job = try SmallJob()
    let names = ["N": "=北京路支行", "S": "𠂇，支行"]
    let staff = names.reduce(SmallJob.staff) { text, name in
      text.replacing(",\(name.key),", with: ",\(name.value),")
    }
    try job.folder.write(staff + "4,-x,é,1,2\n", to: "staff.csv")
    let manifest = try job.score(options: ResultOptions(rejects: true, encoding: encoding))
    #expect(manifest.formatVersion == 2)
    #expect(manifest.options.encoding == encoding)
    #expect(try job.verify() == [])
    let file = try ResultFile(contentsOf: job.result)
    let text = String(decoding: file.text.bytes, as: UTF8.self)
    #expect(text.contains("\n1,'=北京路支行,") && text.contains("\n3,𠂇，支行,"))
    let rejects = try ResultFile(contentsOf: "\(job.folder.path)/out/rejects.csv")
    #expect(String(decoding: rejects.text.bytes, as: UTF8.self).contains(",\"4,-x,é,1,2\"\n"))
    #expect(file.text.encoding == (encoding == .gb18030 ? .gb18030 : .utf8))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = try Array(job.folder.snapshot()["out/result.csv"] ?? .init())
    #expect(bytes.starts(with: mark) == (encoding == .utf8WithMark))
  }

  @Test("the first cell that was changed is told in words", arguments: encodings)
  func changed(encoding: ResultEncoding) throws {
    let job = try SmallJob()
    try job.folder.write(
      SmallJob.staff.replacing("N", with: "北京").replacing("S", with: "工行"), to: "staff.csv")
    try job.score(options: ResultOptions(encoding: encoding))
    let text = String(
      decoding: try ResultFile(contentsOf: job.result).text.bytes, as: UTF8.self
    ).replacing("工行", with: "支行")
    let mark: [UInt8] = encoding == .gb18030 ? [] : [0xEF, 0xBB, 0xBF]
    try job.folder.write(
      mark + (encoding == .gb18030 ? try #require(text.gb18030) : Array(text.utf8)),
      to: "out/result.csv")
    guard case .computedOtherwise(_, let difference)? = try job.verify().last else {
      Issue.record("the change is not noticed")
      return
    }
    #expect(
      difference
        == FirstDifference(
          line: 4, column: "branch", key: "3", kind: .cell, standing: "支行", computed: "工行"))
  }

  @Test("a byte-order mark that was taken off is told as another spelling")
  func mark() throws {
    let job = try SmallJob()
    try job.score(options: ResultOptions(encoding: .utf8WithMark))
    let bytes = try Array(job.folder.snapshot()["out/result.csv"] ?? .init()).dropFirst(3)
    try job.folder.write(Array(bytes), to: "out/result.csv")
    guard case .computedOtherwise(_, let difference)? = try job.verify().last else {
      Issue.record("the change is not noticed")
      return
    }
    #expect(difference.line == 1 && difference.kind == .spelling)
  }

  @Test("a character that has no place in the encoding stops the job, and nothing is written")
  func unwritable() throws {
    let job = try SmallJob()
    try job.folder.write(SmallJob.staff.replacing("N", with: "\u{E78D}"), to: "staff.csv")
    #expect(throws: EncodingFault.unwritable("\u{E78D}", .gb18030)) {
      try job.score(options: ResultOptions(encoding: .gb18030))
    }
    #expect(try job.folder.names.contains("out"))
    #expect(try job.folder.snapshot()["out/result.csv"] == nil)
    try job.score(options: ResultOptions(encoding: .utf8WithMark))
    #expect(try job.verify() == [])
  }

  @Test("results in two encodings hold the same cells")
  func difference() throws {
    let job = try SmallJob()
    try job.folder.write(SmallJob.staff.replacing("N", with: "北京"), to: "staff.csv")
    let old = try job.score(options: ResultOptions(encoding: .gb18030))
    let file = try job.folder.write(
      Array(try job.folder.snapshot()["out/result.csv"] ?? .init()), to: "out/old.csv"
    ).path
    let new = try job.score()
    let difference = try ResultDifference(
      old: try ResultFile(contentsOf: file), new: try ResultFile(contentsOf: job.result))
    #expect(difference.isEmpty)
    let changes = JobDifference(old: old, new: new).changes
    #expect(
      changes.map { "\($0.kind) \($0.name) \($0.old ?? "") \($0.new ?? "")" } == [
        "option encoding gb18030 utf-8"
      ])
  }
}
