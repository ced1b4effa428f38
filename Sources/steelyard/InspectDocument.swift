import DataImport

/// What programs read of files for which there is no map.
struct InspectDocument: Encodable {
  struct Example: Encodable {
    let line: Int
    let text: String
  }

  struct Fault: Encodable {
    let rule: String
    let usable: Bool
    let count: Int
    let examples: [Example]
  }

  struct Question: Encodable {
    let doubt: String
    let question: String
    let count: Int
    let examples: [Example]
    let answers: [String]
  }

  struct Column: Encodable {
    let header: String
    let type: String
    let unit: String?
    let filled: Int
    let missing: Int
    let different: Int
    let moreDifferent: Bool
    let values: [String]
    let matches: [String]
    let faults: [Fault]
    let questions: [Question]
  }

  struct Lines: Encodable {
    let rule: String
    let count: Int
    let lines: [Int]
  }

  struct Sheet: Encodable {
    let name: String?
    let hidden: Bool
    let header: [Int]
    let titles: [String]
    let rows: Int
    let mergedRanges: Int
    let key: String?
    let keyIsUnique: Bool?
    let keyIsUniqueInPeriod: Bool?
    let repeatedKeys: Lines?
    let period: String?
    let otherLines: [Lines]
    let columns: [Column]
  }

  struct File: Encodable {
    let file: String
    let encoding: String?
    let separator: String?
    let uncertainFormulas: Bool
    let sheets: [Sheet]
  }

  let files: [File]
  let absent: [String]
  let map: String

  init(_ found: [FileInspection], _ draft: MapDraft) {
    files = found.map { file in
      File(
        file: file.file, encoding: file.encoding, separator: file.separator,
        uncertainFormulas: file.hasUncertainFormulas, sheets: file.sheets.map(Self.sheet))
    }
    (absent, map) = (draft.missing, draft.text)
  }

  private static func sheet(_ sheet: SheetInspection) -> Sheet {
    Sheet(
      name: sheet.name, hidden: sheet.isHidden, header: sheet.headerLines, titles: sheet.titles,
      rows: sheet.rowCount, mergedRanges: sheet.mergedRangeCount,
      key: sheet.key.map { sheet.columns[$0].header }, keyIsUnique: sheet.keyIsUnique,
      keyIsUniqueInPeriod: sheet.keyIsUniqueInPeriod, repeatedKeys: sheet.repeatedKeys.map(lines),
      period: sheet.period.map { sheet.columns[$0].header }, otherLines: sheet.lines.map(lines),
      columns: sheet.columns.map(column))
  }

  private static func lines(_ found: SheetInspection.Occurrence) -> Lines {
    Lines(rule: found.name, count: found.count, lines: found.lines)
  }

  private static func column(_ column: ColumnInspection) -> Column {
    Column(
      header: column.header, type: column.typeName, unit: column.unit?.name,
      filled: column.filledCount, missing: column.missingCount, different: column.distinctCount,
      moreDifferent: column.hasMoreDistinct, values: column.examples,
      matches: column.matches.map { "\($0.table).\($0.column)" },
      faults: column.faults.map {
        Fault(
          rule: $0.name, usable: !$0.isRejected, count: $0.count, examples: examples($0.examples))
      },
      questions: column.questions.map {
        Question(
          doubt: $0.doubt.rawValue, question: $0.words, count: $0.count,
          examples: examples($0.examples), answers: $0.choices.map(\.entry))
      })
  }

  private static func examples(_ examples: [ColumnQuestion.Example]) -> [Example] {
    examples.map { Example(line: $0.line, text: $0.text) }
  }
}
