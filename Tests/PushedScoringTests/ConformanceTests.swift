import Databases
import Foundation
import ScorecardPolicy
import ScoringPlan
import SyntheticBanks
import TestSupport
import Testing

/// SQLite always; PostgreSQL where STEELYARD_TEST_POSTGRESQL names a server, DuckDB where DUCKDB names
/// its program.
@Suite("What databases make of plans is what the engine makes of them, byte for byte")
struct ConformanceTests {
  static let engines = ["sqlite", "postgresql", "duckdb"].filter { name in
    let environment = ProcessInfo.processInfo.environment
    return switch name {
    case "postgresql": environment["STEELYARD_TEST_POSTGRESQL"] != nil
    case "duckdb": environment["DUCKDB"] != nil
    default: true
    }
  }

  static func location(_ engine: String, in folder: String) throws -> DatabaseLocation {
    switch engine {
    case "postgresql":
      let uri = ProcessInfo.processInfo.environment["STEELYARD_TEST_POSTGRESQL"] ?? ""
      return try #require(DatabaseLocation(uri))
    case "duckdb": return .duckdb(file: "\(folder)/bank.duckdb")
    default: return .sqlite(file: "\(folder)/bank.db")
    }
  }

  @Test("Random policies over random rows", arguments: engines)
  func random(engine: String) throws {
    let folder = try TemporaryDirectory()
    let session = try Self.location(engine, in: folder.path).session(for: .writing)
    var (same, refused) = (0, [String]())
    // Where there are servers, there is time.
    for seed in 0..<(Self.engines.count > 1 ? 300 : 60) as Range<UInt64> {
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

  /// The policies below `Datasets/policies`, by their paths.
  private static let policies = Result {
    try ProjectFiles.names(in: "Datasets/policies").flatMap { folder in
      try ProjectFiles.names(in: "Datasets/policies/\(folder)").filter { $0.hasSuffix(".yaml") }
        .map { "Datasets/policies/\(folder)/\($0)" }
    }
  }

  @Test("Every shipped policy over made-up people, or why it is refused", arguments: engines)
  func shipped(engine: String) throws {
    let folder = try TemporaryDirectory()
    let session = try Self.location(engine, in: folder.path).session(for: .writing)
    var (same, reasons) = (0, [String]())
    for path in try Self.policies.get() {
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
