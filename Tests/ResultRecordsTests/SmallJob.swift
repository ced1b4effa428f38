import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import ResultRecords

/// A small policy with solved weights, data, and a result in a folder of its own.
struct SmallJob {
  static let policy = """
    policy: small
    version: "7"
    parameters:
      rate: {value: 0.1, minimum: 0}
    tables:
      staff:
        key: id
        columns:
          branch: text
          a: {unit: point, maximum: 1000}
          b: {unit: point}
          c: {unit: point}
      loans:
        key: id
        columns:
          amount: {unit: point}
    scorecard:
      weights: {file: judgements.csv}
      dimensions:
        one:
          measures:
            a: {score: a, cap: 150}
        two:
          measures:
            b: {score: b + rate * SUM(loans.amount)}
        three:
          measures:
            c: {score: c}
    rankings:
      rank: {by: total, within: branch}

    """
  static let staff = "id,branch,a,b,c\n1,N,90,80.3,70.7\n2,N,85.1,99,12.3\n3,S,200,1,33\n"

  let folder: TemporaryDirectory
  let plan: Plan

  var result: String { "\(folder.path)/out/result.csv" }
  var data: [String: [String]] {
    ["staff": ["\(folder.path)/staff.csv"], "loans": ["\(folder.path)/loans.csv"]]
  }

  init() throws {
    folder = try TemporaryDirectory()
    let policy = try folder.write(Self.policy, to: "policy.yaml").path
    try folder.write(",one,two,three\none,1,2,5\ntwo,,1,3\nthree,,,1\n", to: "judgements.csv")
    try folder.write(Self.staff, to: "staff.csv")
    try folder.write("id,amount\n1,3\n1,4\n3,5\n", to: "loans.csv")
    try folder.write("", to: "out/empty")
    plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
  }

  /// Writes the result, with other parameter values if given, and returns the manifest.
  @discardableResult
  func score(
    values: ParameterVector? = nil, options: ResultOptions = ResultOptions(),
    files: [String: [String]]? = nil, corrections: String? = nil, threads: Int = 1
  ) throws -> ResultManifest {
    let job = try #require(
      ScoringJob(plan, values: values, options: options, threads: threads))
    let outcome = try job.run(
      JobData(
        files: files ?? data, corrections: corrections.map { "\(folder.path)/\($0)" }))
    let policy = try ["policy.yaml", "judgements.csv"].map {
      try HashedFile("\(folder.path)/\($0)")
    }
    let results = try ResultFiles(
      result: result, rejects: options.rejects ? "\(folder.path)/out/rejects.csv" : nil)
    try results.write(outcome, policyFiles: policy, programVersion: "1.2.3")
    return try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
  }

  /// What verification finds: changed files, then what is computed otherwise if none has.
  func verify(
    tables: [String: [String]] = [:], corrections: String? = nil
  ) throws -> [Disagreement] {
    let manifest = try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
    let files = try RecordedFiles(
      of: manifest, besideResult: result, tables: tables, corrections: corrections)
    var verification = ResultVerification(manifest, files: files)
    let changes = try verification.readFiles()
    let areOthers = changes.contains {
      switch $0 {
      case .policyChanged, .inputChanged, .correctionsChanged: true
      default: false
      }
    }
    return try areOthers ? changes : changes + verification.perform(plan, threads: 2)
  }

  /// Changes the manifest's text.
  func editManifest(_ old: String, _ new: String) throws {
    let text = try folder.read("out/result.csv.manifest.json")
    #expect(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: "out/result.csv.manifest.json")
  }
}
