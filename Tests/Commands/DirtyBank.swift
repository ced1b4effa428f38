import DelimitedText
import Foundation
import TestSupport
import Testing

/// A bank made with dirt and scored with `--rejects`: its list of faults, its lines and what the
/// reader rejected.
struct DirtyBank {
  struct Fault: Decodable {
    let file: String
    let row: Int
    let line: Int
    let column: String
    let kind: String
    let original: String
    let written: String
    let effect: String
  }

  /// A line of a table.
  struct Place: Hashable {
    let table: String
    let line: Int
  }

  let truth: [Fault]
  /// The rows that the reader rejected.
  let rejections: Set<Place>
  private let tables: [String]
  private let folder: TemporaryDirectory

  init(policy: String, size: Int, level: Int, seed: UInt64) throws {
    folder = try TemporaryDirectory()
    let data = folder.file("data")
    let made = try CommandRunner.run(
      [
        "generate", policy, "--staff", "\(size)", "--seed", "\(seed)", "--dirt", "\(level)",
        "--output", data.path,
      ])
    try #require(made.exitCode == 0, "\(made.errors)")
    tables = made.errors.split(separator: "\n").filter { $0.contains(" rows in ") }.compactMap {
      $0.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    }
    let scored = try CommandRunner.run(
      [
        "score", policy, "--data", data.path, "--output", folder.file("result.csv").path,
        "--rejects", folder.file("rejects.csv").path,
      ])
    try #require([0, 1].contains(scored.exitCode), "\(scored.errors)")
    let list =
      (try? String(contentsOf: data.appendingPathComponent("truth.jsonl"), encoding: .utf8))
    truth = try (list ?? "").split(separator: "\n").map {
      try JSONDecoder().decode(Fault.self, from: Data($0.utf8))
    }
    let rejects = try folder.read("rejects.csv").split(separator: "\n").dropFirst()
    rejections = Set(
      rejects.compactMap { row in
        let parts = row.split(separator: ",", maxSplits: 2)
        return Int(parts[1]).map { Place(table: String(parts[0]), line: $0) }
      })
  }

  /// The lines of a table, quotes and outer spaces taken off, whatever its encoding and separator.
  func lines(_ table: String) -> [(line: Int, fields: [String])] {
    let file = folder.file("data/\(table).csv").path
    guard let bytes = try? FileBytes.read(file), let text = try? DecodedText(bytes, file: file)
    else {
      return []
    }
    let separator =
      truth.first { $0.file == "\(table).csv" && $0.kind == "separator" }?.written ?? ","
    return text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: separator.utf8.first ?? 0)
      var record = Record()
      var lines: [(line: Int, fields: [String])] = []
      while reader.next(&record) {
        lines.append(
          (
            record.line,
            record.fields.map {
              $0.text(in: bytes).trimmingCharacters(in: CharacterSet(charactersIn: " "))
            }
          ))
      }
      return lines
    }
  }

  /// The rows that a strict reader should reject: those whose fault it sees, all rows of a key that
  /// subjects share, rows of keys that no subject has, and subjects of rejected rows.
  func expectedRejections() -> Set<Place> {
    let keyHeaders = Set(tables.compactMap { lines($0).first?.fields.first })
    let subjects = Dictionary(grouping: keys(tables[0]), by: \.key).mapValues { $0.map(\.line) }
    var expected = Set(
      truth.filter { $0.effect == "reject" && !isKeyFault($0, keyHeaders) && $0.line > 0 }.map(
        place))
    let direct = expected
    for lines in subjects.values where lines.count > 1 {
      expected.formUnion(lines.map { Place(table: tables[0], line: $0) })
    }
    for table in tables.dropFirst() {
      for (line, key) in keys(table) {
        let place = Place(table: table, line: line)
        guard let owners = subjects[key] else {
          expected.insert(place)
          continue
        }
        if direct.contains(place) {
          expected.formUnion(owners.map { Place(table: tables[0], line: $0) })
        }
      }
    }
    return expected
  }

  /// Whether a fault has turned a detail row's key into another: what becomes of it, the keys say.
  private func isKeyFault(_ fault: Fault, _ keyHeaders: Set<String>) -> Bool {
    fault.file != "\(tables[0]).csv" && !fault.written.isEmpty && keyHeaders.contains(fault.column)
  }

  private func place(_ fault: Fault) -> Place {
    Place(table: String(fault.file.dropLast(4)), line: fault.line)
  }

  /// The lines with a key, which stands first.
  private func keys(_ table: String) -> [(line: Int, key: String)] {
    lines(table).dropFirst().compactMap { line in
      line.fields.first.flatMap { $0.isEmpty ? nil : (line.line, $0) }
    }
  }
}
