import Diagnostics

/// Reads a panel judgement file: one comparison of one respondent per line.
struct PanelReader {
  /// The columns a panel file may have.
  enum Column: String, CaseIterable {
    case respondent, row, column, judgement, weight, set

    static let required: [Column] = [.respondent, .row, .column, .judgement]
  }

  private typealias Cell = JudgementCells.Cell

  /// Whether a header row is that of a panel: at least two of its required columns are there.
  static func recognises(_ header: [JudgementCells.Cell]) -> Bool {
    let names = Set(header.map { $0.text.lowercased() })
    return Column.required.count { names.contains($0.rawValue) } >= 2
  }

  /// The sets, none of them usable where an error was found, and every diagnostic.
  ///
  /// With `answersOf`, the name of whoever is not named, the lines are the answers of some respondents
  /// of many: pairs that nobody compared are no fault.
  static func read(
    _ rows: [[JudgementCells.Cell]], _ gaps: JudgementGaps = .refused,
    answersOf nameless: String? = nil
  ) -> ([JudgementSet], [Diagnostic]) {
    var reader = PanelReader(header: rows[0], nameless)
    guard !reader.diagnostics.hasErrors else { return ([], reader.diagnostics) }
    for row in rows.dropFirst() { reader.readLine(row) }
    if rows.count == 1 {
      reader.report(
        "judgement.empty", at: reader.start, "the file holds a header and no comparisons",
        "write one comparison per line under it")
    }
    let isReadable = !reader.hasUnusableLines
    for set in reader.sets where isReadable && nameless == nil {
      reader.diagnostics += set.diagnostics(gaps)
    }
    return (reader.sets.map(\.judgementSet), reader.diagnostics)
  }

  private let start: SourceLocation
  /// Who answers where the cell is blank: whoever stands above, at first this one.
  private var nameless: String?
  private var positions: [Column: Int] = [:]
  private var weights: [String: (value: Double, location: SourceLocation)] = [:]
  private var sets: [PanelSet] = []
  private var hasUnusableLines = false
  private var diagnostics: [Diagnostic] = []

  private init(header: [Cell], _ nameless: String?) {
    start = header[0].location
    self.nameless = nameless
    for (position, cell) in header.enumerated() where !cell.text.isEmpty {
      readColumnName(cell, position)
    }
    for column in Column.required where positions[column] == nil {
      report(
        "judgement.column-missing", at: start, "there is no column \"\(column.rawValue)\"",
        "a panel file needs \(Column.required.map(\.rawValue).joined(separator: ","))")
    }
  }

  private mutating func readColumnName(_ cell: Cell, _ position: Int) {
    guard let column = Column(rawValue: cell.text.lowercased()) else {
      let known = Column.allCases.map(\.rawValue)
      return report(
        "judgement.column-unknown", at: cell.location,
        "a panel file has no column \"\(cell.text)\"",
        Spelling.didYouMean(cell.text, among: known)
          ?? "the columns are \(known.joined(separator: ", ")); take the others out")
    }
    if positions.updateValue(position, forKey: column) != nil {
      report(
        "judgement.column-twice", at: cell.location,
        "the column \"\(column.rawValue)\" stands twice", "keep one of the two")
    }
  }

  private mutating func readLine(_ line: [Cell]) {
    let mayBeBlank: Set<Column> = nameless == nil ? [.judgement] : [.judgement, .respondent]
    let needed = positions.keys.filter { !mayBeBlank.contains($0) }
      .sorted { $0.rawValue < $1.rawValue }
    let blank = needed.filter { text($0, line).isEmpty }
    guard blank.isEmpty else {
      hasUnusableLines = true
      let names = blank.map(\.rawValue).joined(separator: " and ")
      return report(
        "judgement.cell-blank", at: place(blank[0], line), "this line has no \(names)",
        "fill the cell; only the judgement may be left open")
    }
    let written = text(.respondent, line)
    let name = written.isEmpty ? nameless ?? "" : written
    if nameless != nil { nameless = name }
    readWeight(line, of: name)
    let set = positions[.set] == nil ? nil : text(.set, line)
    let index = sets.firstIndex { $0.name == set } ?? sets.endIndex
    if index == sets.endIndex { sets.append(PanelSet(name: set, location: line[0].location)) }
    let comparison = JudgementComparison(
      row: text(.row, line), column: text(.column, line), text: text(.judgement, line),
      at: place(.judgement, line))
    diagnostics += sets[index].add(comparison, by: name, weight: weights[name]?.value ?? 1)
  }

  private mutating func readWeight(_ line: [Cell], of respondent: String) {
    guard positions[.weight] != nil else { return }
    let (written, location) = (text(.weight, line), place(.weight, line))
    guard let weight = (try? Judgement(written))?.value else {
      return report(
        "judgement.weight", at: location,
        "\"\(written)\" for the weight of \(respondent) is not a positive number",
        "write a number such as 1 or 0.5; take out the lines of a respondent who is not to count")
    }
    guard let earlier = weights[respondent] else {
      weights[respondent] = (weight, location)
      return
    }
    if earlier.value != weight {
      report(
        "judgement.weights-differ", at: location,
        "\(respondent) has the weight \(shortest(weight)) here and \(shortest(earlier.value)) at "
          + "\(earlier.location)",
        "give a respondent the same weight on every line")
    }
  }

  private func text(_ column: Column, _ line: [Cell]) -> String {
    let text = positions[column].flatMap { $0 < line.count ? line[$0].text : nil } ?? ""
    return nameless == nil ? text : text.disarmed
  }

  /// The place of a column's cell, or of the last cell of a line that ends before it.
  private func place(_ column: Column, _ line: [Cell]) -> SourceLocation {
    line[min(positions[column] ?? 0, line.count - 1)].location
  }

  private mutating func report(
    _ code: String, at location: SourceLocation, _ message: String, _ suggestion: String
  ) {
    diagnostics.append(Diagnostic(code: code, at: location, message, suggestion: suggestion))
  }
}
