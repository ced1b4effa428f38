import DelimitedText
import Foundation
import TestSupport

/// The rows of a CSV.
struct CSVText {
  let rows: [[String]]

  init(_ file: String) throws {
    let text = try DecodedText(try FileBytes.read(file), file: file)
    rows = text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: UInt8(ascii: ","))
      var record = Record()
      var rows: [[String]] = []
      while reader.next(&record) { rows.append(record.fields.map { $0.text(in: bytes) }) }
      return rows
    }
  }
}

/// What an import did to one file, line by line.
struct ImportLog {
  struct Action {
    let line: Int
    let name: String
  }

  private(set) var actions: [Action] = []
  /// The reason for each rejected line.
  private(set) var rejected: [Int: String] = [:]
  /// Lines that are no rows and were left out.
  private(set) var dropped: Set<Int> = []

  init(_ folder: URL, file: String) throws {
    let noRow: Set = [
      "repeated-header", "total-row", "total-row-unverified", "page-line", "earlier-row",
      "outside-period",
    ]
    for row in try CSVText(folder.appendingPathComponent("repairs.csv").path).rows.dropFirst()
    where row[0].hasSuffix(file) {
      guard let line = Int(row[1]) else { continue }
      for rule in row[5].split(separator: "+").map(String.init) {
        actions.append(Action(line: line, name: rule))
        if noRow.contains(rule) { dropped.insert(line) }
      }
    }
    for row in try CSVText(folder.appendingPathComponent("rejects.csv").path).rows.dropFirst()
    where row[0].hasSuffix(file) {
      guard let line = Int(row[1]) else { continue }
      rejected[line] = row[3]
      actions.append(Action(line: line, name: Self.name(row[3])))
    }
  }

  /// Whether a line is rejected because an identifier ends in zeros after its fifteenth digit, as one
  /// in a thousand of 18 digits does by chance.
  func isRounded(_ line: Int) -> Bool { rejected[line]?.contains("rounded") ?? false }

  /// Whether a line is rejected only because of another.
  func isConsequence(_ line: Int) -> Bool { rejected[line]?.contains("line") ?? false }

  /// The words of a reason without what stood in the cell.
  private static func name(_ reason: String) -> String {
    let words = reason.components(separatedBy: "\": ").last ?? reason
    let short = words.components(separatedBy: CharacterSet(charactersIn: ",;")).first ?? words
    if short.contains("fields where") { return "too many or too few fields" }
    if short.contains("stands in several rows") { return "the key stands in several rows" }
    return short.components(separatedBy: " on line ").first ?? short
  }
}
