import Foundation
import ScorecardPolicy
import ScoringPlan

/// A policy, rows, and what they must give: one folder.
///
/// - `case.txt`: a sentence that must hold; `source:` where the expected numbers are from;
///   optionally `tolerance:`, relative to numbers above 1 (1e-12 when absent, 0 for the same bits).
/// - `policy.yaml` and `<table>.csv` for each of its tables.
/// - `expected.csv`: the key and any outputs of every subject that is scored, in the order of rows.
///   Measures are `dimension.measure`; a blank cell is a missing value.
/// - `rejects.csv`, when rows are rejected: `table,line,words`, every rejected row with words that
///   its reason must hold.
public struct ScoringCase: Sendable, CustomStringConvertible {
  /// The folder's name.
  public let name: String
  /// What the case says, in a sentence.
  public let sentence: String
  /// Where the expected numbers are from.
  public let source: String
  /// How far a number may be from the expected one.
  public let tolerance: Double
  private let folder: URL

  /// Reads a case's description.
  public init(folder: URL) throws {
    self.folder = folder
    name = folder.lastPathComponent
    let lines = try String(contentsOf: folder.appendingPathComponent("case.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    func field(_ key: String) -> String? {
      lines.first { $0.hasPrefix("\(key): ") }.map { String($0.dropFirst(key.count + 2)) }
    }
    sentence = lines.first ?? ""
    source = field("source") ?? ""
    tolerance = try field("tolerance").map { try ScoringCase.number($0) } ?? 1e-12
  }

  /// Every case in a folder of cases, by name; folders without `case.txt` are none.
  public static func all(in path: String) throws -> [ScoringCase] {
    try ProjectFiles.names(in: path).map { ProjectFiles.url(path).appendingPathComponent($0) }
      .filter {
        FileManager.default.fileExists(atPath: $0.appendingPathComponent("case.txt").path)
      }.map(ScoringCase.init)
  }

  /// The sentence.
  public var description: String { "\(name): \(sentence)" }

  /// The policy, compiled.
  public func plan() throws -> Plan {
    let file = folder.appendingPathComponent("policy.yaml").path
    return Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file).policy))
  }

  /// A table of the case.
  public func table(_ name: String) throws -> PlainTable {
    PlainTable(
      try String(contentsOf: folder.appendingPathComponent("\(name).csv"), encoding: .utf8))
  }

  /// What differs from the expected, a sentence each; executors that differ among themselves too.
  public func differences(shapes: [ExecutorComparison.Shape]) throws -> [String] {
    let plan = try plan()
    var tables: [String: PlainTable] = [:]
    for table in plan.tables { tables[table.name] = try self.table(table.name) }
    let comparison = try ExecutorComparison(plan, tables, shapes: shapes)
    return try comparison.differences + scoreDifferences(comparison.reference, plan)
      + rejectionDifferences(comparison)
  }

  private func scoreDifferences(
    _ reference: ReferenceScoring, _ plan: Plan
  ) throws -> [String] {
    let expected = try table("expected")
    let scored = reference.subjects.filter { !$0.isRejected }
    guard scored.map(\.key) == expected.rows.map({ $0[0] }) else {
      return ["scored are \(scored.map(\.key)), not \(expected.rows.map { $0[0] })"]
    }
    var differences: [String] = []
    for (subject, row) in zip(scored, expected.rows) {
      for (name, cell) in zip(expected.header, row).dropFirst() {
        let found = try output(name, of: subject, plan)
        let wanted = cell.isEmpty ? nil : try Self.number(cell)
        if !agree(found, wanted) {
          differences.append(
            "\(subject.key), \(name): \(found.map { "\($0)" } ?? "nothing"), not "
              + (cell.isEmpty ? "nothing" : cell))
        }
      }
    }
    return differences
  }

  private func output(
    _ name: String, of subject: ReferenceScoring.Subject, _ plan: Plan
  ) throws -> Double? {
    if plan.rankings.contains(where: { $0.name == name }) {
      return subject.ranks[name].map(Double.init)
    }
    guard let register = plan.scores.first(where: { $0.name == name })?.register else {
      throw CaseError(case: self.name, message: "the policy has no output \(name)")
    }
    if case .number(let number)? = subject.evaluation?[register] { return number }
    return nil
  }

  private func agree(_ found: Double?, _ wanted: Double?) -> Bool {
    guard let found, let wanted else { return found == nil && wanted == nil }
    return abs(found - wanted) <= tolerance * max(1, abs(wanted))
  }

  private func rejectionDifferences(_ comparison: ExecutorComparison) throws -> [String] {
    let file = folder.appendingPathComponent("rejects.csv").path
    let expected =
      FileManager.default.fileExists(atPath: file) ? try table("rejects").rows : []
    let found = comparison.scored.rejectedRows()
    let places = { (rows: [(String, String)]) in rows.map { "\($0.0) \($0.1)" }.sorted() }
    let wanted = places(expected.map { ($0[0], $0[1]) })
    let given = places(found.map { ($0.table, String($0.line)) })
    guard wanted == given else { return ["rejected are \(given), not \(wanted)"] }
    return expected.compactMap { row in
      let words = row.dropFirst(2).joined(separator: ",")
      let reason = found.first { $0.table == row[0] && String($0.line) == row[1] }?.reason ?? ""
      return reason.contains(words)
        ? nil : "\(row[0]) \(row[1]) is rejected for \"\(reason)\", without \"\(words)\""
    }
  }

  private static func number(_ text: String) throws -> Double {
    guard let number = Double(text) else {
      throw CaseError(case: "", message: "\"\(text)\" is not a number")
    }
    return number
  }
}
