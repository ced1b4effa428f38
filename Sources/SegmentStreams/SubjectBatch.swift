import DelimitedText
import ScoringPlan

/// The rows of some subjects, as the texts of the plan's tables.
struct SubjectBatch {
  private(set) var rowCount = 0
  private let headers: [[UInt8]]
  private var texts: [[UInt8]]

  /// No rows; with the header of each table.
  init(_ headers: [[UInt8]]) {
    self.headers = headers.map { $0 + [UInt8(ascii: "\n")] }
    texts = self.headers
  }

  /// Appends a row in its safe form; whether it is one line.
  mutating func append(_ row: UnsafeBufferPointer<UInt8>, to table: Int) -> Bool {
    let start = texts[table].count
    guard SafeText.append(row, to: &texts[table]), texts[table].count > start else { return false }
    if texts[table].count - start != row.count {
      let isLine = texts[table][start...].allSatisfy { $0 != 0x0A && $0 != 0x0D }
      if !isLine { return false }
    }
    texts[table].append(UInt8(ascii: "\n"))
    rowCount += 1
    return true
  }

  /// The texts by the names of their tables. They are nobody's files: reasons name no lines of them.
  func sources(_ plan: Plan) throws -> [String: [TextSource]] {
    var sources: [String: [TextSource]] = [:]
    for (table, text) in zip(plan.tables, texts) {
      guard let source = TextSource(utf8: text) else {
        throw StreamFault("rows of \(table.name) are not UTF-8")
      }
      sources[table.name] = [source]
    }
    return sources
  }

  /// Forgets all rows.
  mutating func removeAll() {
    for table in texts.indices {
      texts[table].removeAll(keepingCapacity: true)
      texts[table] += headers[table]
    }
    rowCount = 0
  }
}
