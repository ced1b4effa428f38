import Databases
import Foundation
import ScorecardPolicy
import ScoringPlan
import SyntheticBanks
import TestSupport
import Testing

/// SQLite always; PostgreSQL where STEELYARD_TEST_POSTGRESQL names a server, DuckDB where DUCKDB names
/// its program, Spark where STEELYARD_TEST_SPARK names a master.
@Suite("What engines of SQL make of plans is what this engine makes of them, byte for byte")
struct ConformanceTests {
  static let sparkMaster = ProcessInfo.processInfo.environment["STEELYARD_TEST_SPARK"]
  static let databases = TestEngine.present.map(\.rawValue)
  static let engines = databases + (sparkMaster == nil ? [] : ["spark"])

  /// A session of an engine, which keeps its files in a folder.
  static func session(_ engine: String, in folder: String) throws -> any DatabaseSession {
    switch engine {
    case "spark":
      let home = try #require(ProcessInfo.processInfo.environment["SPARK_HOME"])
      return try SparkSession(master: sparkMaster ?? "", home: home)
    case "postgresql":
      return try #require(DatabaseLocation(TestEngine.postgresqlURI ?? "")).session(for: .writing)
    case "duckdb":
      return try DatabaseLocation.duckdb(file: "\(folder)/bank.duckdb").session(for: .writing)
    default: return try DatabaseLocation.sqlite(file: "\(folder)/bank.db").session(for: .writing)
    }
  }

  /// How many random policies: where there are servers, there is time, but Spark takes seconds for each.
  private static func count(_ engine: String) -> UInt64 {
    engine == "spark" ? LongTests.rounds(4, long: 60) : engines.count > 1 ? 300 : 60
  }

  @Test("Random policies over random rows", arguments: engines)
  func random(engine: String) throws {
    let folder = try TemporaryDirectory()
    let session = try Self.session(engine, in: folder.path)
    var (same, refused) = (0, [String]())
    for seed in 0..<Self.count(engine) {
      let random = RandomPolicy(seed: seed, allowsDirt: false, forSQL: true)
      let comparison = PushedComparison(plan: try random.plan(), tables: random.tables)
      switch try comparison.verdict(in: session) {
      case .same: same += 1
      case .refused(let reason): refused.append("\(seed): \(reason)")
      case .differs(let words): Issue.record("seed \(seed): \(words)\n\(random.yaml)")
      }
    }
    #expect(
      same > 2 * refused.count, "\(same) the same; refused: \(refused.joined(separator: "\n"))")
  }

  /// Spark needs minutes for the texts of all; everyday jobs there do not run them.
  @Test(
    "Every shipped policy over made-up people, or why it is refused",
    arguments: LongTests.areAskedFor ? engines : databases)
  func shipped(engine: String) throws {
    let folder = try TemporaryDirectory()
    let session = try Self.session(engine, in: folder.path)
    var (same, reasons) = (0, [String]())
    for name in try ProjectFiles.policies() {
      let path = "Datasets/policies/\(name)"
      guard let comparison = try? Self.made(path) else { continue }
      switch try comparison.verdict(in: session) {
      case .same: same += 1
      case .refused(let reason): reasons.append("\(path): \(reason)")
      case .differs(let words): Issue.record("\(path): \(words)")
      }
    }
    #expect(same >= 30, "\(same) the same; refused: \(reasons.joined(separator: "\n"))")
  }

  /// A shipped policy with people made up for it; fails for one whose judgements nobody has given yet.
  private static func made(_ path: String) throws -> PushedComparison {
    let policy = try PolicyReader.read(contentsOf: ProjectFiles.url(path).path).policy
    let bank = try SyntheticBank(policy, size: 250, seed: 3)
    var files: [String: [UInt8]] = [:]
    _ = bank.make(threads: 2) { (file, bytes) throws(Never) in
      files[bank.fileNames[file], default: []] += bytes
    }
    let plan = Plan(try ResolvedPolicy(policy))
    var tables: [String: PlainTable] = [:]
    for table in plan.tables {
      tables[table.name] = PlainTable(
        String(decoding: files["\(table.name).csv"] ?? [], as: UTF8.self))
    }
    return PushedComparison(plan: plan, tables: tables)
  }
}
