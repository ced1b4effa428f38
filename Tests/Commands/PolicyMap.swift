import Calendars
import ScorecardPolicy

/// The map of an import that a person would write for the tables of a policy.
struct PolicyMap {
  struct Column {
    let name: String
    let headers: [String]
    let type: ValueType
    let isKey: Bool
    let unit: String?
    let values: [String]
    /// How many digits an identifier has that is no key.
    let length: Int?

    func hasHeader(_ header: String) -> Bool {
      headers.contains(header) || headers.contains { "\($0)(元)" == header }
    }

    /// Whether two cells stand for the same.
    func means(_ one: String, _ other: String) -> Bool {
      if one.isEmpty || other.isEmpty { return one == other }
      return switch type {
      case .number: number(one) == number(other)
      case .date: CivilDate(one) != nil && CivilDate(one) == CivilDate(other)
      case .period: CivilPeriod(one) != nil && CivilPeriod(one) == CivilPeriod(other)
      case .truth: Self.truth(one) == Self.truth(other)
      case .text: one == other
      }
    }

    /// A decimal without needless zeros, a percentage as its ratio unless the column counts in percent:
    /// exact, without a double.
    private func number(_ text: String) -> String {
      var (digits, places) = (text.hasSuffix("%") ? String(text.dropLast()) : text, 0)
      let isNegative = digits.hasPrefix("-")
      if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
      if let point = digits.firstIndex(of: ".") {
        places = digits.distance(from: point, to: digits.endIndex) - 1
        digits.remove(at: point)
      }
      if text.hasSuffix("%"), unit != "percent" { places += 2 }
      while places > 0, digits.last == "0" {
        digits.removeLast()
        places -= 1
      }
      digits = String(digits.drop { $0 == "0" })
      return digits.isEmpty ? "0" : "\(isNegative ? "-" : "")\(digits)e-\(places)"
    }

    private static func truth(_ text: String) -> Bool? {
      switch text.uppercased() {
      case "TRUE", "1", "是": true
      case "FALSE", "0", "否": false
      default: nil
      }
    }
  }

  struct Table {
    let name: String
    let columns: [Column]
    let isSubject: Bool
  }

  let tables: [Table]
  private let headerLine: Int

  init(_ path: String, headerLine: Int) throws {
    self.headerLine = headerLine
    let policy = try PolicyReader.read(contentsOf: path).policy
    tables = policy.tables.enumerated().map { index, table in
      let columns = table.columns.map {
        // A text that must be unique is an identifier.
        Self.column($0, isKey: table.uniqueBy == [$0.name])
      }
      return Table(
        name: table.name, columns: [Self.column(table.key, isKey: true)] + columns,
        isSubject: index == 0)
    }
  }

  private static let units: Set = [
    "CNY", "CNY10k", "CNY100m", "ratio", "percent", "point", "person", "count", "year", "month",
    "day", "hour", "minute",
  ]

  private static func column(_ column: ColumnDeclaration, isKey: Bool) -> Column {
    let unit = (column.fileUnit ?? column.unit).map { "\($0)" }
    var length: Int?
    if case .digits(let digits)? = column.generate?.source { length = digits }
    return Column(
      name: column.name, headers: column.headers, type: column.type, isKey: isKey,
      unit: unit.flatMap { units.contains($0) ? $0 : nil }, values: column.allowedTexts,
      length: length)
  }

  /// The map with these answers.
  func text(answers: [MapAnswer]) -> String {
    var text = "import: made-up\nrejected: row\nsources:\n"
    for table in tables {
      text += "  \(table.name):\n    file: \(table.name).csv\n    header: \(headerLine)\n"
      for answer in answers where answer.path == "sources.\(table.name)" {
        text += "    \(answer.entry)\n"
      }
      text += "    columns:\n"
      for column in table.columns {
        let path = "sources.\(table.name).columns.\(column.name)"
        let entries =
          entries(column) + answers.filter { $0.path == path }.map(\.entry)
        text += "      \(column.name): {\(entries.joined(separator: ", "))}\n"
      }
    }
    text += "tables:\n"
    for table in tables {
      let key = table.isSubject ? ", key: \(table.columns[0].name)" : ""
      text += "  \(table.name): {from: \(table.name)\(key)}\n"
    }
    return text
  }

  private func entries(_ column: Column) -> [String] {
    let isIdentifier = column.isKey && column.type == .text || column.length != nil
    let type = isIdentifier ? "id" : column.type.rawValue
    var entries = [
      "header: [\(column.headers.map { "\"\($0)\"" }.joined(separator: ", "))]", "type: \(type)",
    ]
    if column.type == .number, let unit = column.unit { entries.append("unit: \(unit)") }
    if !column.values.isEmpty {
      entries.append("values: [\(column.values.map { "\"\($0)\"" }.joined(separator: ", "))]")
    }
    if let length = column.length { entries.append("length: \(length)") }
    return entries
  }
}

/// A line that answers a question in a map.
struct MapAnswer: Hashable {
  let path: String
  let entry: String

  /// The answer that takes nothing doubtful; the first one where there is none.
  private let choices: [String]

  var rejecting: MapAnswer {
    let entry = choices.first { $0.hasSuffix(": reject") } ?? choices.first ?? ""
    return MapAnswer(path: path, entry: entry, choices: choices)
  }

  /// The questions that an import asked; of each the first choice.
  static func asked(in output: String) -> [MapAnswer] {
    var answers: [MapAnswer] = []
    var (path, choices) = ("", [String]())
    for line in (output + "\n.").split(separator: "\n") {
      if let range = line.range(of: "answer in the map, under ") {
        path = String(line[range.upperBound...].dropLast())
        choices = []
      } else if !path.isEmpty, line.hasPrefix("    ") {
        let words = line.split(separator: " ").prefix(2)
        choices.append(words.joined(separator: " "))
      } else if let first = choices.first {
        answers.append(MapAnswer(path: path, entry: first, choices: choices))
        (path, choices) = ("", [])
      }
    }
    return answers
  }
}
