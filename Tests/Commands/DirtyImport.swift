import Calendars
import Foundation
import ScorecardPolicy
import TestSupport
import Testing

/// A bank made with dirt and imported, held against the list of its faults and its clean twin.
struct DirtyImport {
  /// What became of a fault.
  enum Fate: String, CaseIterable {
    /// What the clean twin has is written.
    case fixed
    /// A blank is written, as the rule for marks of missing values and blanks is.
    case missing
    /// The row is rejected, or a line that is no row left out.
    case rejected
    /// Somebody is asked.
    case asked
    /// It is written as it stands.
    case kept
    /// Something else is written than stands in either file.
    case wrong
  }

  private let bank: GeneratedPair
  private let folder: TemporaryDirectory
  /// What happened to each fault, in the order of the list.
  private(set) var fates: [(fault: DirtyBank.Fault, fate: Fate)] = []
  /// Cells without a fault that differ from those of the clean twin.
  private(set) var spoilt: [String] = []
  /// For each rule, reason or doubt by which something was done: how often, and how often at a fault.
  private(set) var actions: [String: (count: Int, atFaults: Int)] = [:]
  /// What was asked: path in the map and key.
  private(set) var questions: [MapAnswer] = []

  init(_ bank: GeneratedPair) throws {
    self.bank = bank
    folder = try TemporaryDirectory()
    let map = try PolicyMap(bank.policy, headerLine: bank.level > 3 ? 4 : 1)
    // First without answers: what is asked stops the import.
    let first = try run(map.text(answers: []), "first")
    try #require([0, 1, 3].contains(first.exitCode), "\(first.errors)")
    questions = MapAnswer.asked(in: first.output + first.errors)
    try #require((first.exitCode == 3) == !questions.isEmpty, "\(first.errors)\(first.output)")
    let answered = try run(map.text(answers: questions.map(\.rejecting)), "answered")
    try #require([0, 1].contains(answered.exitCode), "\(answered.errors)\(answered.output)")
    for table in map.tables { try judge(table, "answered") }
  }

  private func run(_ map: String, _ name: String) throws -> CommandResult {
    try Self.run(map, name, bank.dirtyFiles, in: folder)
  }

  private static func run(
    _ map: String, _ name: String, _ files: [String], in folder: TemporaryDirectory
  ) throws -> CommandResult {
    let file = folder.file("\(name).yaml")
    try map.write(to: file, atomically: true, encoding: .utf8)
    return try CommandRunner.run(
      ["import", file.path] + files + ["--output", folder.file(name).path])
  }

  /// What the import of a clean twin changes; it must be nothing.
  static func changes(toCleanTwinOf bank: GeneratedPair) throws -> [String] {
    let folder = try TemporaryDirectory()
    let map = try PolicyMap(bank.policy, headerLine: 1)
    let result = try run(map.text(answers: []), "clean", bank.cleanFiles, in: folder)
    guard [0, 1].contains(result.exitCode) else { return [result.errors] }
    var changes: [String] = []
    for table in map.tables {
      let log = try ImportLog(folder.file("clean"), file: "\(table.name).csv")
      let lines = try String(contentsOfFile: bank.cleanFile(table.name), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      // Of numbers with 18 digits one in a thousand ends in 000, as a rounded one does.
      let kept = lines.enumerated().filter { !log.isRounded($0.offset + 1) }.map(\.element)
      if try folder.read("clean/\(table.name).csv") != kept.joined(separator: "\n") {
        changes.append(table.name)
      }
      if log.actions.count + kept.count != lines.count { changes.append("\(log.actions)") }
    }
    return changes
  }

  // MARK: Judging

  private mutating func judge(_ table: PolicyMap.Table, _ output: String) throws {
    let clean = try CSVText(bank.cleanFile(table.name)).rows
    let rows = try CSVText(folder.file("\(output)/\(table.name).csv").path).rows
    let log = try ImportLog(folder.file(output), file: "\(table.name).csv")
    let truth = bank.truth.filter { $0.file == "\(table.name).csv" }
    let faults = Dictionary(grouping: truth, by: \.line)
    count(log, faults)
    var next = 1
    for (line, row) in bank.lines(of: table.name, cleanRows: clean.count - 1) {
      let found = faults[line] ?? []
      let isWritten = row > 0 && log.rejected[line] == nil && !log.dropped.contains(line)
      guard isWritten else {
        for fault in found { fates.append((fault, fate(fault, line, log))) }
        if found.isEmpty, !log.isConsequence(line), !log.isRounded(line) {
          spoilt.append("\(table.name):\(line)")
        }
        continue
      }
      try #require(next < rows.count, "\(table.name) has no row for line \(line)")
      compare(rows[next], clean[row], line, found, table, log)
      next += 1
    }
    #expect(next == rows.count, "\(table.name) has rows that no line accounts for")
    for fault in truth where fault.line == 0 { fates.append((fault, .fixed)) }
  }

  /// The fate of a fault in a line that is not written.
  private func fate(_ fault: DirtyBank.Fault, _ line: Int, _ log: ImportLog) -> Fate {
    guard let reason = log.rejected[line] else { return .rejected }
    return reason.contains("doubtful") ? .asked : .rejected
  }

  private mutating func compare(
    _ row: [String], _ clean: [String], _ line: Int, _ faults: [DirtyBank.Fault],
    _ table: PolicyMap.Table, _ log: ImportLog
  ) {
    let wholeRow = faults.filter { $0.column.isEmpty }
    let isWhole =
      row.count == clean.count
      && clean.indices.allSatisfy {
        row[$0] == clean[$0]
          || bank.isInYuan(table.name, table.columns[$0])
            && table.columns[$0].means(row[$0], clean[$0])
      }
    for fault in wholeRow { fates.append((fault, isWhole ? .fixed : .kept)) }
    if row.count != clean.count {
      spoilt.append("\(table.name):\(line) has \(row.count) cells")
      return
    }
    for index in clean.indices {
      let fault = faults.first { table.columns[index].hasHeader($0.column) }
      let isSame =
        row[index] == clean[index]
        || (fault != nil || bank.isInYuan(table.name, table.columns[index]))
          && table.columns[index].means(row[index], clean[index])
      guard let fault else {
        if !isSame, wholeRow.isEmpty {
          spoilt.append("\(table.name):\(line) \(clean[index]) became \(row[index])")
        }
        continue
      }
      let path = "sources.\(table.name).columns.\(table.columns[index].name)"
      if fault.kind == "short-date", isYearAsked(path) {
        // Of a period without its year: there is no answer that rejects it.
        fates.append((fault, .asked))
        continue
      }
      fates.append((fault, isSame ? .fixed : fate(of: row[index], fault, table.columns[index])))
    }
  }

  /// The fate of a faulty cell that is written, and not as the clean twin has it.
  private func fate(
    of cell: String, _ fault: DirtyBank.Fault, _ column: PolicyMap.Column
  ) -> Fate {
    if cell.isEmpty { return .missing }
    let written = fault.written.trimmingCharacters(in: .whitespaces)
    return cell == written || column.means(cell, written) ? .kept : .wrong
  }

  private func isYearAsked(_ path: String) -> Bool {
    questions.contains { $0.path == path && $0.entry.hasPrefix("year:") }
  }

  private mutating func count(_ log: ImportLog, _ faults: [Int: [DirtyBank.Fault]]) {
    for action in log.actions {
      let isAtFault = faults[action.line]?.isEmpty == false
      let old = actions[action.name] ?? (0, 0)
      actions[action.name] = (old.count + 1, old.atFaults + (isAtFault ? 1 : 0))
    }
  }
}
