import ColumnStore
import ScoringEngine
import TestSupport
import Testing

@testable import ResultRecords

@Suite("Corrections laid over the data")
struct CorrectionTests {
  static let header = "table,key,row,column,old,new,reason,decided_by,date\n"

  /// What comes of the small job with corrections.
  static func run(
    _ job: SmallJob, _ rows: String, files: [String: [String]]? = nil,
    options: ResultOptions = ResultOptions()
  ) throws -> ScoringOutcome {
    let path = try job.folder.write(header + rows, to: "corrections.csv").path
    return try #require(ScoringJob(job.plan, options: options)).run(
      JobData(files: files ?? job.data, corrections: path))
  }

  static func result(_ outcome: ScoringOutcome) throws -> String {
    var bytes: [UInt8] = []
    try outcome.writeResult { bytes += Array($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The small job's result from other files.
  private static func result(staff: String, loans: String) throws -> String {
    let job = try SmallJob()
    try job.folder.write(staff, to: "staff.csv")
    try job.folder.write(loans, to: "loans.csv")
    return try result(
      try #require(ScoringJob(job.plan, options: ResultOptions())).run(JobData(files: job.data)))
  }

  private static let loans = "id,amount\n1,3\n1,4\n3,5\n"

  @Test("cells of all tables count as if the files had the new values, and the files stay")
  func granted() throws {
    let job = try SmallJob()
    let before = try job.folder.snapshot()
    let outcome = try Self.run(
      job,
      """
      staff,1,,a,90,91.5,counted late,Li,2026-11-02
      loans,1,3,amount,4.0,14,booked to another,Li,2026-11-02
      staff,2,3,branch,N,S,moved,Li,2026年11月3日
      loans,3,,amount,5,5,was right,Wang,20261103

      """)
    #expect(
      try Self.result(outcome)
        == Self.result(
          staff: SmallJob.staff.replacing("1,N,90,", with: "1,N,91.5,")
            .replacing("2,N,", with: "2,S,"), loans: Self.loans.replacing("1,4", with: "1,14")))
    let corrections = try #require(outcome.corrections)
    #expect(corrections.grantedCount == 3 && corrections.refusedCount == 1)
    #expect(corrections.all.map(\.line) == [2, 3, 3, 4])
    #expect(corrections.all.map(\.isGranted) == [true, true, true, false])
    #expect(corrections.all.map { "\($0.date)" }.last == "2026-11-03")
    #expect(corrections.all[1].old == "4" && corrections.all[1].row == "3")
    #expect(corrections.all.count { $0.key == "1" } == 2)
    #expect(corrections.correctedKeys == [Array("1".utf8), Array("2".utf8)])
    var after = try job.folder.snapshot()
    after["corrections.csv"] = nil
    #expect(after == before)
  }

  @Test("a file of corrections without rows corrects nothing, and is on record")
  func empty() throws {
    let job = try SmallJob()
    let outcome = try Self.run(job, "")
    #expect(try Self.result(outcome) == Self.result(staff: SmallJob.staff, loans: Self.loans))
    #expect(outcome.corrections?.all.isEmpty == true)
  }

  @Test("a cell at fault can be corrected, and its subject is scored")
  func fault() throws {
    let job = try SmallJob()
    let options = ResultOptions(rejects: true)
    try job.folder.write(
      SmallJob.staff.replacing("85.1", with: "\"8,5.1\""), to: "staff.csv")
    #expect(try Self.run(job, "", options: options).rejected.count == 1)
    let outcome = try Self.run(
      job, "staff,2,,a,\"8,5.1\",85.1,a slip,Li,2026-11-02\n", options: options)
    #expect(outcome.rejected.isEmpty)
    #expect(try Self.result(outcome) == Self.result(staff: SmallJob.staff, loans: Self.loans))
  }

  @Test("tables in other encodings, with other separators and in several files are corrected alike")
  func shapes() throws {
    let job = try SmallJob()
    let chinese = SmallJob.staff.replacing("N", with: "北京路支行").replacing("S", with: "工行")
    let rows = chinese.replacing(",", with: ";").split(separator: "\n").map(String.init)
    let first = try job.folder.write(
      try #require((rows[...1].joined(separator: "\r\n") + "\r\n").gb18030), to: "a/staff.csv"
    ).path
    let second = try job.folder.write(
      ([rows[0]] + rows[2...]).joined(separator: "\r\n"), to: "b/more.csv"
    ).path
    let files = ["staff": [first, second], "loans": job.data["loans"] ?? []]
    for place in ["2", "staff.csv:2", "\(first):2"] {
      let outcome = try Self.run(
        job,
        """
        staff,1,\(place),branch,北京路支行,"a;""b"" 支行",moved,Li,2026-11-02
        staff,3,more.csv:3,a,200,20,a slip,Li,2026-11-02

        """, files: files)
      #expect(
        try Self.result(outcome)
          == Self.result(
            staff: chinese.replacing("1,北京路支行", with: "1,\"a;\"\"b\"\" 支行\"")
              .replacing("200", with: "20"), loans: Self.loans))
    }
  }

  @Test("the corrections may be in any encoding and order of columns, with others beside")
  func correctionShapes() throws {
    let job = try SmallJob()
    let text = """
      date;by;decided_by;reason;new;old;column;row;key;table
      2026-11-02;x;李;记错;91.5;90;a;;1;staff

      """
    let path = try job.folder.write(try #require(text.gb18030), to: "corrections.csv").path
    let outcome = try #require(ScoringJob(job.plan, options: ResultOptions())).run(
      JobData(files: job.data, corrections: path))
    #expect(outcome.corrections?.all.first?.reason == "记错")
    #expect(outcome.corrections?.all.first?.decidedBy == "李")
  }

  @Test("a population that is loaded and one that is streamed are corrected alike")
  func loaded() throws {
    let job = try SmallJob()
    let rows = "staff,1,,a,90,91.5,counted late,Li,2026-11-02\n"
    let streamed = try Self.run(job, rows)
    let data = JobData(files: job.data, corrections: "\(job.folder.path)/corrections.csv")
    let loaded = try Population.load(job.plan, data, threads: 2)
    #expect(loaded.corrections == streamed.corrections)
    let scored = PlanEngine(plan: job.plan).score(loaded.population)
    var bytes: [UInt8] = []
    ResultWriter(scored).write { bytes += Array($0) }
    #expect(String(decoding: bytes, as: UTF8.self) == (try Self.result(streamed)))
    #expect(
      try Population.load(job.plan, JobData(files: job.data), threads: 2).corrections == nil)
  }
}
