import Foundation
import TestSupport
import Testing

/// Made-up data twice: clean, and with dirt and its list.
struct GeneratedPair {
  let policy: String
  let level: Int
  let truth: [DirtyBank.Fault]
  private let folder: TemporaryDirectory
  private let tables: [String]

  init(policy: String, size: Int, seed: UInt64, level: Int) throws {
    self.policy = policy
    self.level = level
    folder = try TemporaryDirectory()
    for (name, dirt) in [("clean", 0), ("dirty", level)] {
      let made = try CommandRunner.run(
        [
          "generate", policy, "--staff", "\(size)", "--seed", "\(seed)", "--dirt", "\(dirt)",
          "--output", folder.file(name).path, "--quiet",
        ])
      try #require(made.exitCode == 0, "\(made.errors)")
    }
    tables = try FileManager.default.contentsOfDirectory(atPath: folder.file("clean").path)
      .filter { $0.hasSuffix(".csv") }.sorted()
    let list = try? String(contentsOf: folder.file("dirty/truth.jsonl"), encoding: .utf8)
    truth = try (list ?? "").split(separator: "\n").map {
      try JSONDecoder().decode(DirtyBank.Fault.self, from: Data($0.utf8))
    }
  }

  var cleanFiles: [String] { tables.map { folder.file("clean/\($0)").path } }
  var dirtyFiles: [String] { tables.map { folder.file("dirty/\($0)").path } }
  func cleanFile(_ table: String) -> String { folder.file("clean/\(table).csv").path }

  /// Whether the dirty file has a column in yuan, where the clean one has another unit.
  func isInYuan(_ table: String, _ column: PolicyMap.Column) -> Bool {
    truth.contains {
      $0.kind == "header-unit" && $0.file == "\(table).csv" && column.hasHeader($0.original)
    }
  }

  /// The lines of a dirty file below its header, each with the row of the clean file that it was
  /// made from; 0 for a line that is none.
  func lines(of table: String, cleanRows: Int) -> [(line: Int, row: Int)] {
    let faults = truth.filter { $0.file == "\(table).csv" && $0.line > 0 }
    let rows = Dictionary(faults.map { ($0.line, $0.row) }, uniquingKeysWith: { first, _ in first })
    var lines: [(line: Int, row: Int)] = []
    var (line, row) = (level > 3 ? 5 : 2, 0)
    let last = faults.map(\.line).max() ?? 0
    while row < cleanRows || line <= last {
      let own = rows[line] ?? row + 1
      if own > 0 { row = own }
      lines.append((line, own))
      line += 1
    }
    return lines
  }
}
