import Calendars
import Foundation
import ScorecardPolicy
import ScoringPlan

/// A policy, rows, and what they must give: one folder.
///
/// - `case.txt`: a sentence that must hold; `source:` where the expected numbers are from;
///   optionally `tolerance:`, relative to numbers above 1 (1e-12 when absent, 0 for the same bits);
///   optionally `policy:` and `data:`, a policy and a folder of tables by their paths from the
///   project's folder, for shipped ones.
/// - `policy.yaml` and `<table>.csv` for each of its tables, unless `case.txt` names others.
/// - `expected.csv`: the key and any outputs or columns of every subject that is scored, in the order
///   of rows. Measures are `dimension.measure`; numbers are compared within the tolerance, texts,
///   truths (`TRUE`, `FALSE`), dates and periods exactly; a blank cell is a missing value or the empty
///   text.
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
  let tolerance: Double
  private let folder: URL
  private let policyFile: URL
  private let dataFolder: URL

  /// Reads a case's description.
  init(folder: URL) throws {
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
    policyFile =
      field("policy").map { ProjectFiles.url($0) } ?? folder.appendingPathComponent("policy.yaml")
    dataFolder = field("data").map { ProjectFiles.url($0) } ?? folder
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
  func plan() throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policyFile.path).policy))
  }

  private func table(_ name: String, in folder: URL) throws -> PlainTable {
    PlainTable(
      try String(contentsOf: folder.appendingPathComponent("\(name).csv"), encoding: .utf8))
  }

  /// The policy, compiled, and its tables by their names.
  public func input() throws -> (plan: Plan, tables: [String: PlainTable]) {
    let plan = try plan()
    var tables: [String: PlainTable] = [:]
    for table in plan.tables { tables[table.name] = try self.table(table.name, in: dataFolder) }
    return (plan, tables)
  }

  /// What differs from the expected, a sentence each; executors that differ among themselves too.
  public func differences(shapes: [ExecutorComparison.Shape]) throws -> [String] {
    let (plan, tables) = try input()
    let comparison = try ExecutorComparison(plan, tables, shapes: shapes)
    return try comparison.differences + scoreDifferences(comparison.reference, plan)
      + rejectionDifferences(comparison)
  }

  private func scoreDifferences(
    _ reference: ReferenceScoring, _ plan: Plan
  ) throws -> [String] {
    let expected = try table("expected", in: folder)
    let scored = reference.subjects.filter { !$0.isRejected }
    guard scored.map(\.key) == expected.rows.map({ $0[0] }) else {
      return ["scored are \(scored.map(\.key)), not \(expected.rows.map { $0[0] })"]
    }
    let outputs = try expected.header.dropFirst().map { try output($0, plan) }
    var differences: [String] = []
    for (subject, row) in zip(scored, expected.rows) {
      for (output, cell) in zip(outputs, row.dropFirst()) {
        let found = subject.evaluation?[output.register] ?? .missing
        if try !agree(found, output.type, cell) {
          differences.append(
            "\(subject.key), \(output.name): \(found), not \(cell.isEmpty ? "nothing" : cell)")
        }
      }
    }
    return differences
  }

  private func output(_ name: String, _ plan: Plan) throws -> PlanOutput {
    guard let output = (plan.outputs + plan.subjectColumns).first(where: { $0.name == name }) else {
      throw CaseError(case: self.name, message: "the policy has no output \(name)")
    }
    return output
  }

  private func agree(_ found: Value, _ type: ValueType, _ cell: String) throws -> Bool {
    switch found {
    case .missing: return cell.isEmpty
    case .fault: return false
    case .text(let text): return text.utf8.elementsEqual(cell.utf8)
    case .truth(let truth): return cell == (truth ? "TRUE" : "FALSE")
    case .number(let number):
      if cell.isEmpty { return false }
      let wanted = try Self.number(cell, type)
      let isTime = type == .date || type == .period
      return abs(number - wanted) <= (isTime ? 0 : tolerance * max(1, abs(wanted)))
    }
  }

  private func rejectionDifferences(_ comparison: ExecutorComparison) throws -> [String] {
    let file = folder.appendingPathComponent("rejects.csv").path
    let expected =
      FileManager.default.fileExists(atPath: file) ? try table("rejects", in: folder).rows : []
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

  private static func number(_ text: String, _ type: ValueType = .number) throws -> Double {
    let number =
      switch type {
      case .date: CivilDate(text).map { Double($0.number) }
      case .period: CivilPeriod(text).map { Double($0.number) }
      case .number, .text, .truth: Double(text)
      }
    guard let number else {
      throw CaseError(case: "", message: "\"\(text)\" is not a \(type.rawValue)")
    }
    return number
  }
}
