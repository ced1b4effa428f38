import Databases
import Foundation
import ScoringPlan
import TestSupport

/// Spark as a session of a database, for the tests alone: statements go to a Python program beside, which
/// asks Spark.
final class SparkSession: DatabaseSession {
  let location = DatabaseLocation.sqlite(file: "spark")
  let dialectName = "spark"
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private let folder: TemporaryDirectory
  private var pending: [UInt8] = []

  /// A session on a master; `home` is where pyspark is.
  init(master: String, home: String) throws {
    folder = try TemporaryDirectory()
    process.executableURL = URL(fileURLWithPath: "\(home)/../../../../bin/python")
    process.arguments = [
      ProjectFiles.url("Tests/Engines/spark_session.py").path, master,
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    _ = try answer()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func execute(_ sql: String) throws(DatabaseFault) {
    do { _ = try ask(sql) } catch { throw DatabaseFault("spark", "\(error)") }
  }

  func rows(_ sql: String, _ body: ([DatabaseCell]) throws -> Void) throws {
    for row in try ask(sql) { try body(row.map(Self.cell)) }
  }

  /// A view of a file, as Spark's own reader reads it.
  func load(
    table: String, columns: [DatabaseColumn],
    csv: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    var bytes: [UInt8] = []
    try csv { bytes.append(contentsOf: $0) }
    let file = try folder.write(bytes, to: "\(table)-\(UUID().uuidString).csv")
    let declared = columns.map { "`\($0.name)` \(Self.type(of: $0.type))" }.joined(separator: ", ")
    try execute(
      "CREATE OR REPLACE TEMPORARY VIEW `\(table)` (\(declared)) USING csv "
        + "OPTIONS (path '\(file.path)', header 'true', escape '\"', mode 'FAILFAST')")
  }

  func transaction(_ body: () throws -> Void) throws { try body() }
  func beginSnapshot() throws(DatabaseFault) {}
  func endSnapshot() {}
  func tables() throws(DatabaseFault) -> [String] { [] }
  func columns(of table: String) throws(DatabaseFault) -> [String] { [] }
  func export(
    table: String, columns: [String], order: RowOrder,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws { throw DatabaseFault("spark", "tables are not read back") }

  // MARK: The program beside

  private struct Failure: Error { let words: String }

  private func ask(_ sql: String) throws -> [[Any]] {
    let line = try JSONSerialization.data(withJSONObject: sql, options: .fragmentsAllowed)
    try input.fileHandleForWriting.write(contentsOf: line + Data("\n".utf8))
    return try answer()
  }

  private func answer() throws -> [[Any]] {
    while !pending.contains(UInt8(ascii: "\n")) {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw Failure(words: "Spark has ended") }
      pending += piece
    }
    let end = pending.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let line = Data(pending[..<end])
    pending.removeSubrange(...end)
    let answer = try JSONSerialization.jsonObject(with: line) as? [String: Any]
    if let rows = answer?["rows"] as? [[Any]] { return rows }
    throw Failure(words: answer?["error"] as? String ?? "no answer")
  }

  private static func cell(_ value: Any) -> DatabaseCell {
    switch value {
    case let parts as [String: String]:
      if let real = parts["real"] { return Double(real).map { .real($0) } ?? .null }
      return .truth(parts["truth"] == "True")
    case let text as String: return .text(text)
    case let number as NSNumber: return .integer(number.intValue)
    default: return .null
    }
  }

  private static func type(of type: DatabaseColumnType) -> String {
    switch type {
    case .real: "DOUBLE"
    case .integer: "BIGINT"
    case .text: "STRING"
    case .truth: "BOOLEAN"
    case .date: "DATE"
    }
  }
}
