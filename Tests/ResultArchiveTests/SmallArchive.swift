import Foundation
import ResultRecords
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import ResultArchive

/// A small policy with its data and results, and an archive to publish them into.
struct SmallArchive {
  static let policy = """
    policy: small
    version: "7"
    effective_from: 2026-01-01
    tables:
      staff:
        key: id
        columns:
          a: {unit: point, maximum: 1000}
    scorecard:
      dimensions:
        one: {measures: {a: {score: a}}}
    rankings:
      rank: {by: total}

    """

  let folder: TemporaryDirectory
  var file: String { "\(folder.path)/archive.sqlite" }

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(Self.policy, to: "policy.yaml")
    for number in 1...3 {
      try folder.write("statement \(number)\n", to: "pages/\(number).html")
    }
    try folder.write("what every page shares\n", to: "pages/style/page.css")
  }

  /// Scores and gives what is to be published: with statements and data.
  func publication(
    _ period: String? = "2026Q1", staff: String = "id,a\n1,90\n2,85.1\n"
  ) throws -> Publication {
    let policy = "\(folder.path)/policy.yaml"
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
    let data = try folder.write(staff, to: "data/staff.csv").path
    try folder.write("", to: "out/.keep")
    let result = "\(folder.path)/out/result.csv"
    let job = try #require(ScoringJob(plan, options: ResultOptions(period: period)))
    let files = try ResultFiles(result: result, rejects: nil)
    try files.write(
      try job.run(JobData(files: ["staff": [data]])), policyFiles: [try HashedFile(policy)],
      programVersion: "1.2.3")
    let manifest = try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
    var publication = Publication(
      manifest, files: try RecordedFiles(of: manifest, besideResult: result),
      effectiveFrom: plan.effectiveFrom, by: "Li Wei", at: "2026-04-05T06:07:08Z", program: "1.2.3")
    publication.statements = "\(folder.path)/pages"
    publication.keepsData = true
    return publication
  }

  /// What is to be published as a correction.
  func correction(
    of entry: Int, _ period: String = "2026Q1", staff: String = "id,a\n1,91\n2,85.1\n"
  ) throws -> Publication {
    var publication = try publication(period, staff: staff)
    publication.correction = ArchiveEntry.Correction(entry: entry, reason: "an objection")
    publication.differences = Array("key,period,column,old,new,change\n1,,total,90,91,1\n".utf8)
    return publication
  }

  @discardableResult
  func publish(_ publication: Publication) throws -> ArchiveEntry {
    try Archive.openOrMake(file).publish(publication)
  }

  /// Two periods, and a correction of the first.
  func fill() throws {
    try publish(publication())
    try publish(publication("2026Q2"))
    try publish(correction(of: 1))
  }

  func open() throws -> Archive { try Archive.open(file) }

  /// What verification finds.
  func faults() throws -> [ArchiveFault] { try ArchiveVerification(of: open()).faults }

  /// Everything that can be taken out of the archive, by entry and file.
  func extracted() throws -> [String: Data] {
    let archive = try open()
    let target = try TemporaryDirectory()
    for entry in try archive.entries() {
      let folder = target.file("\(entry.number)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try archive.extract(entry, into: folder.path)
    }
    return try target.snapshot()
  }
}
