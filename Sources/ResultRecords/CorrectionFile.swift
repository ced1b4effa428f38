import Calendars
import ColumnStore
import DelimitedText

/// A file of corrections as it is written, before any of them is looked for in the data.
struct CorrectionFile {
  /// The columns, the first of which every row must have.
  enum Name: String, CaseIterable {
    case table, key, row, column, old, new, reason
    case decidedBy = "decided_by"
    case date

    var allowsMissing: Bool { self == .row || self == .old || self == .new }
  }

  /// The file, with its digest.
  let input: JobInput
  /// Its rows that are corrections.
  let entries: [CorrectionEntry]
  /// What is wrong with its other rows.
  let faults: [RowFault]

  /// Reads a file, as strictly as every table.
  init(_ input: JobInput) throws(TableReadError) {
    self.input = input
    var pool = TextPool()
    let result = try TableReader.read(Self.specification, sources: [input.source], pool: &pool)
    let table = result.table
    let faulty = Set(result.faults.compactMap(\.row))
    faults = result.faults
    entries = (0..<table.rowCount).filter { !faulty.contains($0) }.map { row in
      func text(_ name: Name) -> String {
        let code = table.column(named: name.rawValue)?.codes[row] ?? -1
        return code < 0 ? "" : pool.text(of: code)
      }
      let date = table.column(named: Name.date.rawValue)?.values[row] ?? 0
      return CorrectionEntry(
        line: Int(table.lines[row]), table: pool.text(of: table.keys[row]), key: text(.key),
        row: text(.row), column: text(.column), old: text(.old), new: text(.new),
        reason: text(.reason), decidedBy: text(.decidedBy), date: CivilDate(number: Int(date)))
    }
  }

  private static var specification: TableSpecification {
    TableSpecification(
      name: AppliedCorrections.table, keyName: Name.table.rawValue,
      columns: Name.allCases.dropFirst().map { name in
        ColumnSpecification(
          name: name.rawValue, type: name == .date ? .date : .text,
          allowsMissing: name.allowsMissing)
      })
  }

  /// A fault of one of its rows.
  func fault(
    _ entry: CorrectionEntry, _ column: String, _ text: String, _ reason: String
  ) -> RowFault {
    RowFault(
      table: AppliedCorrections.table, file: input.file, line: entry.line, column: column,
      text: text,
      reason: reason, row: nil, rowText: "")
  }
}
