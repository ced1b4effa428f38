import ArgumentParser
import Diagnostics
import Foundation
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A policy with its plan and its people, as analyses take them.
struct AnalysisInput {
  let resolved: ResolvedPolicy
  let plan: Plan
  let population: Population

  /// Reads a policy, whose judgements must be consistent.
  static func policy(_ file: String) throws -> (resolved: ResolvedPolicy, plan: Plan) {
    let (resolved, findings) = try PolicyFile.read(file)
    let faults = resolved.inconsistencies
    if !faults.isEmpty { throw DiagnosedFailure(faults) }
    Terminal.complain(findings)
    return (resolved, Plan(resolved))
  }

  /// Reads a policy's tables.
  init(
    _ resolved: ResolvedPolicy, _ plan: Plan, _ data: DataOptions, threads: Int,
    progress: @escaping (WorkProgress) -> Void
  ) throws {
    (self.resolved, self.plan) = (resolved, plan)
    population = try Population.load(
      plan, try data.jobData(for: plan), threads: threads, progress: progress
    ).population
  }

  /// The text of a file that goes with a policy.
  static func text(of file: String) throws -> String {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw ValidationError("\(file) cannot be read")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw ValidationError("\(file) is not UTF-8 text")
    }
    return text
  }

  /// Whether rows are at fault; says so, if that is so.
  static func complain(_ scored: ScoredPopulation) -> Bool {
    let rows = scored.rejectedRows()
    guard !rows.isEmpty else { return false }
    Terminal.note(firstOf: rows.flatMap(\.faults))
    Terminal.note(
      "warning: \(rows.count) row\(rows.count == 1 ? " is" : "s are") at fault; the answer was found "
        + "without \(rows.count == 1 ? "it" : "them")")
    return true
  }

  /// The subject of a key that is scored.
  static func subject(_ key: String, in scored: ScoredPopulation) throws -> Int {
    let population = scored.population
    guard let subject = population.subject(withKey: key) else {
      let table = population.tables[0]
      let known = table.keys.lazy.filter { $0 >= 0 }.map { population.pool.text(of: $0) }
      let hint = Spelling.didYouMean(key, among: known).map { "; \($0)" } ?? ""
      Terminal.error(
        "no row of \(table.files.joined(separator: ", ")) has the key \"\(key)\"\(hint)")
      throw Outcome.dataFault
    }
    if scored.isRejected(subject) {
      Terminal.error("\(key) is not scored, as a row is at fault")
      throw Outcome.dataFault
    }
    return subject
  }
}
