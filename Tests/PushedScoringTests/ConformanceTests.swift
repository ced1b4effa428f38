import Databases
import Foundation
import ScorecardPolicy
import ScoringPlan
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

  private static func location(_ engine: String, in folder: String) throws -> DatabaseLocation {
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
    var (same, refused) = (0, 0)
    for seed in 0..<LongTests.rounds(60, long: 400) {
      let random = RandomPolicy(seed: seed, allowsDirt: false)
      let comparison = PushedComparison(plan: try random.plan(), tables: random.tables)
      switch try comparison.verdict(in: session) {
      case .same: same += 1
      case .refused: refused += 1
      case .differs(let words): Issue.record("seed \(seed): \(words)\n\(random.yaml)")
      }
    }
    #expect(same > refused, "\(same) the same, \(refused) refused")
  }
}
