import ScorecardPolicy
import SyntheticBanks
import TestSupport

/// A bank made in memory: its files, and the cells of its tables when they are clean.
struct MadeBank {
  let files: [String: [UInt8]]
  let contents: SyntheticBank.Contents

  init(_ policy: Policy, size: Int, seed: UInt64 = 1, dirt: Int = 0, threads: Int = 2) throws {
    let bank = try SyntheticBank(policy, size: size, seed: seed, dirt: dirt)
    var files: [String: [UInt8]] = [:]
    contents = bank.make(threads: threads) { (file, bytes) throws(Never) in
      files[bank.fileNames[file], default: []] += bytes
    }
    self.files = files
  }

  /// The rows of a clean table whose cells need no quotes, the header first.
  func rows(_ table: String) -> [[Substring]] {
    text("\(table).csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  /// The cells of a column of such a table.
  func cells(_ table: String, _ column: String) -> [Substring] {
    let rows = rows(table)
    guard let place = rows.first?.firstIndex(of: Substring(column)) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }

  /// The numbers of a column, without blank cells.
  func numbers(_ table: String, _ column: String) -> [Double] {
    cells(table, column).compactMap { Double($0) }
  }

  /// The text of a file in UTF-8.
  func text(_ file: String) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

  /// The policy of a shipped file.
  static func shipped(_ path: String) throws -> Policy {
    try PolicyReader.read(
      contentsOf: ProjectFiles.url("Datasets/policies/\(path).yaml").path
    ).policy
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }

  var deviation: Double {
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
  }

  func quantile(_ share: Double) -> Double { sorted()[Int(Double(count - 1) * share)] }
}
