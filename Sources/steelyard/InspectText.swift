import DataImport

/// What people read of files for which there is no map.
enum InspectText {
  static func of(_ file: FileInspection) -> String {
    let kind =
      file.encoding.map { "\($0), \(file.separator ?? "")" }
      ?? (file.sheets.count == 1 ? "workbook" : "workbook of \(file.sheets.count) sheets")
    var lines = ["\(file.file): \(kind)"]
    if file.hasUncertainFormulas {
      lines.append("  formulas are to be worked out anew: their values are not certain")
    }
    for sheet in file.sheets { lines += self.lines(sheet) }
    return Terminal.harmless(lines.joined(separator: "\n")) + "\n"
  }

  /// What a policy needs and no file has.
  static func missing(_ columns: [String]) -> String {
    "no file has \(columns.joined(separator: ", "))\n"
  }

  private static func lines(_ sheet: SheetInspection) -> [String] {
    var lines: [String] = []
    if let name = sheet.name {
      lines.append("  sheet \"\(name)\"\(sheet.isHidden ? " (hidden)" : "")")
    }
    guard !sheet.headerLines.isEmpty else {
      return lines + [sheet.hasRows ? "  no header was found" : "  nothing stands in it"]
    }
    let header = sheet.headerLines.map { "\($0)" }.joined(separator: " and ")
    lines.append("  header on line \(header), \(sheet.rowCount.counted("row"))")
    for title in sheet.titles.prefix(3) { lines.append("  above it: \(title)") }
    if sheet.mergedRangeCount > 0 {
      lines.append("  \(sheet.mergedRangeCount.counted("merged range"))")
    }
    lines.append("  " + key(sheet))
    for shape in sheet.shapes { lines.append("  " + text(shape, sheet)) }
    for header in sheet.repeatedHeaders {
      lines.append("  several columns are called \(header); change the headers")
    }
    for found in sheet.lines {
      lines.append("  \(found.count.counted("line")) \(found.name): \(places(found))")
    }
    if let found = sheet.repeatedKeys, sheet.hasStrayKeys {
      lines.append(
        "  \(found.count.counted("row")) with a key that stands before: \(places(found))")
    }
    lines.append(table(sheet))
    return lines + sheet.columns.flatMap(faults)
  }

  private static func key(_ sheet: SheetInspection) -> String {
    guard let key = sheet.key else { return "no column names the rows" }
    var text = "likely key \(sheet.columns[key].header)"
    if let period = sheet.period { text += ", period \(sheet.columns[period].header)" }
    switch (sheet.keyIsUnique, sheet.keyIsUniqueInPeriod) {
    case (true, _): return text + ": each once"
    case (_, true): return text + ": each once in a period"
    case (nil, _): return text + ": too many to say whether each stands once"
    default: return text + ": some stand more than once"
    }
  }

  private static func text(_ shape: SheetShape, _ sheet: SheetInspection) -> String {
    switch shape {
    case .wide(_, let columns, _):
      let headers = columns.map { sheet.columns[$0].header }
      let names = headers.prefix(3).joined(separator: ", ") + (headers.count > 3 ? ", ..." : "")
      return "\(names): one number for several periods; unpivot: in the map makes a row of each"
    case .long(let name, let value, _):
      return
        "\(sheet.columns[name].header) names what \(sheet.columns[value].header) is of; pivot: in "
        + "the map makes a column of each"
    }
  }

  private static func places(_ found: SheetInspection.Occurrence) -> String {
    let lines = found.lines.map { "\($0)" }.joined(separator: ", ")
    return "line \(lines)\(found.count > found.lines.count ? ", ..." : "")"
  }

  private static func table(_ sheet: SheetInspection) -> String {
    var table = TextTable([
      ("column", .left), ("type", .left), ("unit", .left), ("values", .right), ("blank", .right),
      ("different", .right), ("such as", .left), ("is", .left),
    ])
    for column in sheet.columns {
      table.add([
        column.header, column.typeName, column.unit.map(\.name) ?? "", "\(column.filledCount)",
        "\(column.missingCount)", "\(column.distinctCount)\(column.hasMoreDistinct ? "+" : "")",
        shown(column.examples.joined(separator: " | ")),
        column.matches.map { "\($0.table).\($0.column)" }.joined(separator: " "),
      ])
    }
    return table.text()
  }

  private static func faults(_ column: ColumnInspection) -> [String] {
    let faults = column.faults.map { fault in
      "  \(column.header): \(fault.count) \(fault.isRejected ? "cannot be used" : "repaired"), "
        + "\(fault.name): \(examples(fault.examples))"
    }
    return faults
      + column.questions.map { question in
        "  \(column.header): \(question.count) to decide, \(question.doubt.rawValue): "
          + examples(question.examples)
      }
  }

  /// A cell on one line, where line ends and tabs in it can be seen.
  private static func shown(_ text: String) -> String {
    let signs: [Character: String] = ["\n": "\\n", "\r": "\\r", "\r\n": "\\r\\n", "\t": "\\t"]
    return text.map { signs[$0] ?? String($0) }.joined()
  }

  private static func examples(_ examples: [ColumnQuestion.Example]) -> String {
    examples.map { "line \($0.line) \"\(shown($0.text))\"" }.joined(separator: ", ")
  }
}
