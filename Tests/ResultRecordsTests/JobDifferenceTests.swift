import Testing

@testable import ResultRecords

@Suite("Differences of jobs")
struct JobDifferenceTests {
  private static func sentences(_ old: ResultManifest, _ new: ResultManifest) -> [String] {
    JobDifference(old: old, new: new).changes.map { "\($0.kind.rawValue) \($0.name)" }
  }

  @Test("the same job has no difference, wherever its files lie")
  func same() throws {
    let first = try SmallJob().score()
    let second = try SmallJob().score(threads: 3)
    #expect(Self.sentences(first, second).isEmpty)
  }

  @Test("corrected data, options and parameters are told, each with what it was and is")
  func changed() throws {
    let job = try SmallJob()
    let old = try job.score()
    var values = job.plan.values
    let rate = try #require(job.plan.parameters.firstIndex { $0.path == "parameters.rate" })
    values.values[rate] = 0.25
    try job.folder.write("id,branch,a,b,c\n1,N,90,80.3,70.7\n2,N,85.1,99,12.3\n", to: "staff.csv")
    try job.folder.write("id,amount\n1,3\n1,4\n", to: "loans.csv")
    let new = try job.score(
      values: values, options: ResultOptions(period: "2026-10", sort: "rank", measures: true))
    let changes = JobDifference(old: old, new: new).changes
    #expect(
      changes.map { "\($0.kind.rawValue) \($0.name)" } == [
        "input staff", "rows staff", "input loans", "rows loans", "option period", "option sort",
        "option measures", "parameter parameters.rate",
      ])
    let size = SmallJob.staff.utf8.count
    #expect(changes[0].old?.hasPrefix("../staff.csv, \(size) bytes with SHA-256 ") == true)
    #expect(changes[1].new == "2 in, 2 scored, 0 rejected, 0 set aside, 0 ignored")
    #expect(changes[4].old == nil && changes[4].new == "2026-10")
    #expect(changes[7].old == "0.1" && changes[7].new == "0.25")
  }

  @Test("another program, policy and judgements are told; so is a table with more files")
  func policy() throws {
    let job = try SmallJob()
    let old = try job.score()
    try job.editManifest("1.2.3", "1.3.0")
    try job.editManifest("\"version\" : \"7\"", "\"version\" : \"8\"")
    let edited = try ResultManifest(contentsOf: ResultManifest.file(ofResult: job.result))
    #expect(Self.sentences(old, edited) == ["program ", "policy version"])
    try job.folder.write(",one,two,three\none,1,2,4\ntwo,,1,3\nthree,,,1\n", to: "judgements.csv")
    let more = try job.folder.write("id,amount\n2,9\n", to: "more.csv").path
    var files = job.data
    files["loans", default: []].append(more)
    let new = try job.score(files: files)
    #expect(
      Self.sentences(old, new) == [
        "policy-file judgements.csv", "input loans", "rows loans",
      ])
    let loans = JobDifference(old: old, new: new).changes[1]
    #expect(loans.old == nil && loans.new?.hasPrefix("../more.csv, ") == true)
  }
}
