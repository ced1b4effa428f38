import SpreadsheetReading

/// Finds the sheet of a workbook that a map means.
struct SheetFinder {
  private(set) var sheet: Sheet?
  private(set) var faults: [ImportFault] = []
  private(set) var questions: [ImportQuestion] = []

  init(
    _ workbook: Workbook, _ choice: SheetChoice?, source: String
  ) throws(SpreadsheetError) {
    switch choice {
    case .name(let name): sheet = try workbook.sheet(named: name)
    case .number(let number):
      guard workbook.sheets.indices.contains(number - 1) else {
        faults.append(
          ImportFault(
            "\(workbook.file) has no sheet \(number); it has \(workbook.sheets.count)",
            suggestion: "count sheets from 1, or write the sheet's name"))
        return
      }
      sheet = workbook.sheets[number - 1]
    case nil:
      var found: [Sheet] = []
      for sheet in workbook.sheets where !sheet.isHidden {
        if try workbook.rows(of: sheet).next() != nil { found.append(sheet) }
      }
      if found.count == 1 {
        sheet = found[0]
      } else if found.isEmpty {
        faults.append(
          ImportFault(
            "\(workbook.file) has no visible sheet with rows",
            suggestion: "name a hidden one by sheet: in the map, or export it again"))
      } else {
        questions.append(Self.question(workbook.file, found, source: source))
      }
    }
  }

  private static func question(
    _ file: String, _ sheets: [Sheet], source: String
  ) -> ImportQuestion {
    ImportQuestion(
      file: file, path: "sources.\(source)", words: "several sheets have rows", count: sheets.count,
      examples: [],
      choices: sheets.map { sheet in
        ImportQuestion.Choice(
          entry: "sheet: \(YAMLText.quoted(sheet.name))", words: "reads this sheet")
      })
  }
}
