import ColumnStore
import Databases
import DelimitedText
import Foundation
import PlanSQL
import PushedScoring
import ScoringEngine
import ScoringPlan
import TestSupport

/// Holds a database's result of a plan against the engine's, byte for byte.
struct PushedComparison {
  /// What came of it.
  enum Verdict: Equatable {
    /// The same bytes, and the same subjects rejected for the same reasons.
    case same
    /// The plan is not written in SQL, or a run gave no result.
    case refused(String)
    /// Another result.
    case differs(String)
  }

  let plan: Plan
  /// The rows of each table by its name; no key twice.
  let tables: [String: PlainTable]

  func verdict(in session: any DatabaseSession) throws -> Verdict {
    let population = try population()
    let scored = PlanEngine(plan: plan).score(
      population, options: ScoringOptions(keepsMeasures: true))
    do {
      try TableLoading(plan).load(population, into: session)
      let result = try PushedJob(plan, options: PushedOptions(measures: true)).run(in: session)
      return difference(result, scored).map { .differs($0) } ?? .same
    } catch let error as UnsupportedPlan {
      return .refused(error.reasons.map { "\($0.path): \($0.problem)" }.joined(separator: "; "))
    } catch let error as PushedScoringError {
      return .refused("\(error)")
    }
  }

  /// The tables with the subjects in order of their keys, as databases give them.
  private func population() throws -> Population {
    var texts: [String: [DecodedText]] = [:]
    for (name, var table) in tables {
      if name == plan.tables[0].name {
        table.rows.sort { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
      }
      texts[name] = [try DecodedText(Array(table.text.utf8), file: "\(name).csv")]
    }
    return try Population.load(plan, texts: texts)
  }

  private func difference(_ result: PushedResult, _ scored: ScoredPopulation) -> String? {
    var own: [UInt8] = []
    ResultWriter(scored, writesMeasures: true).write { own.append(contentsOf: $0) }
    var given: [UInt8] = []
    try? result.write { given.append(contentsOf: $0) }
    if given != own {
      let lines = zip(Self.lines(given), Self.lines(own)).filter { $0 != $1 }.prefix(3)
      return "\(lines.map { "\n  \($0)\n  instead of\n  \($1)" }.joined())"
        + " (\(Self.lines(given).count) lines instead of \(Self.lines(own).count))"
    }
    let expected = scored.rejectedRows().filter { $0.table == plan.tables[0].name }
    for (rejection, row) in zip(result.rejected, expected)
    where !Self.agree(rejection.reason, row.reason) || !row.rowText.hasPrefix(rejection.key) {
      return "\(rejection.key): \(rejection.reason), not \(row.rowText): \(row.reason)"
    }
    return result.rejected.count == expected.count
      ? nil : "\(result.rejected.count) rejected, not \(expected.count)"
  }

  /// Of several faults of one kind in a subject's detail rows either may be told, for tables of
  /// databases have no order; and SQL tells no values.
  private static func agree(_ given: String, _ own: String) -> Bool {
    own.hasPrefix(given) || own.hasPrefix(given.components(separatedBy: " in ")[0] + " in ")
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
