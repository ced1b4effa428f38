import Diagnostics

/// Reads a square judgement file: a header row with the labels, then one row for each label.
struct SquareReader {
  private typealias Cell = JudgementCells.Cell

  /// The set, or none where an error was found, and every diagnostic.
  static func read(
    _ rows: [[JudgementCells.Cell]], _ gaps: JudgementGaps
  ) -> ([JudgementSet], [Diagnostic]) {
    var reader = SquareReader(header: rows[0])
    if !reader.diagnostics.hasErrors { reader.checkFronts(of: rows) }
    guard !reader.diagnostics.hasErrors else { return ([], reader.diagnostics) }
    for row in rows.dropFirst() { reader.readRow(row) }
    reader.reportMissingRows()
    let isWhole = !reader.diagnostics.hasErrors
    let pairs = SquarePairs(labels: reader.labels.map(\.text), rows: reader.rows)
    let (table, found) = pairs.reconciled()
    reader.diagnostics += found
    if isWhole {
      reader.diagnostics += table.gaps(at: pairs.firstGap(in: table) ?? reader.start, gaps)
    }
    guard !reader.diagnostics.hasErrors else { return ([], reader.diagnostics) }
    let respondent = Respondent(
      name: nil, weight: 1, location: reader.start,
      judgements: table.entries.compactMapValues(\.judgement))
    let set = JudgementSet(name: nil, labels: table.labels, respondents: [respondent])
    return ([set], reader.diagnostics)
  }

  private let start: SourceLocation
  private let labels: [Cell]
  /// Cells of the row of each label, by the label's position.
  private var rows: [Int: [Cell]] = [:]
  private var places: [Int: SourceLocation] = [:]
  private var meantByUnknown: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  private init(header: [Cell]) {
    start = header[0].location
    let last = header.lastIndex { !$0.text.isEmpty } ?? 0
    labels = Array(header[...last].dropFirst())
    if header[...last].allSatisfy({ (try? Judgement($0.text)) != nil }), header[0].text == "1" {
      report(
        "judgement.empty", at: start, "the first row holds numbers, and no labels",
        "write an empty cell and the labels into a row above, and a label in front of each row")
    } else {
      checkLabels()
    }
  }

  private mutating func checkLabels() {
    if labels.isEmpty {
      report(
        "judgement.empty", at: start, "the header row has no labels",
        "write an empty cell and then the labels into the first row, or respondent,row,column,judgement"
      )
    }
    var seen: [String: SourceLocation] = [:]
    for label in labels {
      if label.text.isEmpty {
        report(
          "judgement.label-blank", at: label.location, "a label is missing in the header row",
          "name every column, or take the empty one out")
      } else if let earlier = seen.updateValue(label.location, forKey: label.text) {
        report(
          "judgement.label-twice", at: label.location,
          "the label \"\(label.text)\" stands twice in the header row",
          "give each thing that is compared a label of its own", notes: ["first at \(earlier)"])
      }
    }
  }

  /// One error where the rows are those of a matrix and none has its label in front.
  ///
  /// There are then as many rows as labels, each of at most as many cells, and the first row begins
  /// with the diagonal. The first label may stand where the empty cell of the header belongs.
  private mutating func checkFronts(of rows: [[Cell]]) {
    let names = rows[0].map(\.text).filter { !$0.isEmpty }
    let matrix = rows.dropFirst()
    let fronts = matrix.map { $0[0].text }
    guard let first = matrix.first, matrix.count == names.count,
      ["", "1"].contains(fronts[0]), fronts.contains(where: { !$0.isEmpty }),
      fronts.allSatisfy({ $0.isEmpty || (try? Judgement($0)) != nil }),
      !fronts.contains(where: { names.contains($0) }),
      matrix.allSatisfy({ $0.dropFirst(names.count).allSatisfy(\.text.isEmpty) })
    else { return }
    let row = ([names[0]] + first.prefix(names.count).map(\.text)).joined(separator: ",")
    report(
      "judgement.label-blank", at: first[0].location, "the rows have no labels in front",
      rows[0][0].text.isEmpty
        ? "write each row's label in front of it; the first row is then \(row)"
        : "write an empty cell in front of the header and each row's label in front of it: "
          + ",\(names.joined(separator: ",")) and then \(row)")
  }

  private mutating func readRow(_ row: [Cell]) {
    let label = row[0]
    guard let position = labels.firstIndex(where: { $0.text == label.text }) else {
      return reportUnknown(label)
    }
    if let earlier = places[position] {
      return report(
        "judgement.label-twice", at: label.location, "there are two rows for \"\(label.text)\"",
        "keep one row for each label", notes: ["the other at \(earlier)"])
    }
    places[position] = label.location
    rows[position] = Array(row.dropFirst())
    for extra in row.dropFirst(labels.count + 1) where !extra.text.isEmpty {
      report(
        "judgement.too-many-cells", at: extra.location,
        "\"\(extra.text)\" stands in a column that has no label",
        "the header names \(labels.count) \(labels.count == 1 ? "label" : "labels"); take the cell "
          + "out or name its column")
    }
  }

  private mutating func reportUnknown(_ label: Cell) {
    let names = labels.map(\.text)
    guard !label.text.isEmpty else {
      return report(
        "judgement.label-blank", at: label.location, "a row with judgements has no label",
        "write one of \(names.joined(separator: ", ")) into its first cell")
    }
    if let meant = Spelling.nearest(to: label.text, among: names) { meantByUnknown.insert(meant) }
    report(
      "judgement.unknown-label", at: label.location,
      "the row \"\(label.text)\" has no column of that name",
      Spelling.didYouMean(label.text, among: names),
      notes: ["columns: \(names.joined(separator: ", "))"])
  }

  private mutating func reportMissingRows() {
    let lacking = labels.indices.filter {
      places[$0] == nil && !meantByUnknown.contains(labels[$0].text)
    }
    guard let first = lacking.first else { return }
    let names = lacking.map { "\"\(labels[$0].text)\"" }.joined(separator: ", ")
    let isOne = lacking.count == 1
    report(
      "judgement.row-missing", at: labels[first].location,
      "there \(isOne ? "is no row" : "are no rows") for \(names)",
      "add \(isOne ? "its row" : "a row for each"); where the other half is filled, its cells may stay "
        + "blank")
  }

  private mutating func report(
    _ code: String, at location: SourceLocation, _ message: String, _ suggestion: String?,
    notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(code: code, at: location, message, notes: notes, suggestion: suggestion))
  }
}
