/// One column of a drafted source.
struct ColumnDraft {
  let inspection: ColumnInspection
  /// Its name in the map.
  let name: String
  /// The column of an expected table that it is.
  let expected: ExpectedTable.Column?
  /// Why it is not read, as a comment; nil for one that is.
  let omission: String?
  private let questions: [ColumnQuestion]

  /// Whether the map reads it.
  var isRead: Bool { omission == nil }

  /// The columns of a sheet, named as expected tables or else as the file names them.
  static func columns(of sheet: SheetInspection, expected: [ExpectedTable]) -> [ColumnDraft] {
    let headers = sheet.columns.map { HeaderName($0.header).plain }
    var names: Set<String> = []
    return sheet.columns.map { column in
      let match = column.matches.first.flatMap { match in
        expected.first { $0.name == match.table }?.columns.first { $0.name == match.column }
      }
      var name = match?.name ?? Self.name(bare(column))
      // The same amount in two units: the second one keeps its unit in its name.
      if match == nil, names.contains(name) { name = Self.name(column.header) }
      let plain = HeaderName(column.header).plain
      var omission: String?
      if plain.isEmpty {
        omission = "a column without a header"
      } else if headers.count(where: { $0 == plain }) > 1 {
        omission = "several columns have this header: change the headers, then it can be read"
      } else if match == nil, !expected.isEmpty {
        omission = "no table needs it"
      } else if !names.insert(name).inserted {
        omission = "another column is \(name) already"
      }
      return ColumnDraft(
        inspection: column, name: name, expected: match, omission: omission,
        questions: column.questions)
    }
  }

  private init(
    inspection: ColumnInspection, name: String, expected: ExpectedTable.Column?,
    omission: String?, questions: [ColumnQuestion]
  ) {
    (self.inspection, self.name, self.expected) = (inspection, name, expected)
    (self.omission, self.questions) = (omission, questions)
  }

  /// The same column in another file too: what is to be decided is that of both.
  func joined(with other: ColumnDraft) -> ColumnDraft {
    let more = other.questions.filter { question in
      !questions.contains { $0.doubt == question.doubt }
    }
    return ColumnDraft(
      inspection: inspection, name: name, expected: expected, omission: omission,
      questions: questions + more)
  }

  /// A header without the unit in its brackets.
  private static func bare(_ column: ColumnInspection) -> String {
    guard column.isUnitSeen,
      let bracket = column.header.lastIndex(where: { "([（【〔".contains($0) })
    else { return column.header }
    return String(column.header[..<bracket])
  }

  /// A text as a name that a map can have.
  static func name(_ text: String) -> String {
    // Scalars: CR and LF are one character for Swift, and two in names.
    let spaced = text.unicodeScalars.map { scalar in
      "[].\"/\n\r\t".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
    }
    return String(
      String(spaced).drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  // MARK: Lines

  var lines: [String] {
    if let omission {
      return [
        "      # \(YAMLText.comment(YAMLText.scalar(inspection.header))): \(YAMLText.comment(omission))"
      ]
    }
    var lines = ["      \(YAMLText.scalar(name)): {\(entries.joined(separator: ", "))}"]
    for question in questions {
      let example = question.examples.first.map { ", such as \"\($0.text)\" on line \($0.line)" }
      lines.append(
        "      # decide: \(YAMLText.comment(question.words)) (\(question.count) cell\(question.count == 1 ? "" : "s")\(example.map(YAMLText.comment) ?? ""))"
      )
      for choice in question.choices {
        lines.append("      #   \(choice.entry)    # \(choice.words)")
      }
    }
    return lines
  }

  private var entries: [String] {
    var entries = [
      "header: \(YAMLText.scalar(inspection.header))", "type: \(inspection.kind.rawValue)",
    ]
    if inspection.kind == .number { entries += units }
    if let values = expected?.values, !values.isEmpty {
      entries.append("values: \(YAMLText.list(values))")
    }
    return entries
  }

  private var units: [String] {
    let fileUnit = inspection.unit ?? (inspection.hasPercentSigns ? .percent : .unknown)
    let target = expected?.unit ?? .unknown
    let unit = target == .unknown ? fileUnit : target
    guard let name = Self.word(unit) else { return [] }
    var entries = ["unit: \(name)"]
    if fileUnit != unit, !inspection.isUnitSeen, inspection.unit != nil,
      fileUnit.pointShift(to: unit) != nil, let from = Self.word(fileUnit)
    {
      entries.append("from: \(from)")
    }
    return entries
  }

  /// The unit as a map can name it.
  private static func word(_ unit: CellUnit) -> String? {
    CellUnit(spelled: unit.name) == unit ? unit.name : nil
  }
}
