import AHP
import DelimitedText
import Diagnostics

/// Reads the CSV exports of AHP-OS. Their first line names the separator; with `;` decimals have commas.
struct AHPOSTable {
  /// A record with the line it begins at.
  private struct Line {
    let number: Int
    let cells: [String]
    var first: String { cells.first ?? "" }
  }

  private let file: String
  private let lines: [Line]
  private let hasDecimalCommas: Bool
  private var found = FoundComparisons()

  static func read(_ text: DecodedText) -> FoundComparisons {
    var table = AHPOSTable(text)
    let firsts = Set(table.lines.map(\.first))
    if firsts.contains("Group result") {
      table.found.diagnostics.append(AHPOSReader.results(text.file))
    } else if firsts.contains("Participant") {
      table.readSession()
    } else {
      table.readMatrix()
    }
    return table.found
  }

  private init(_ text: DecodedText) {
    file = text.file
    let isSemicolon = text.bytes.starts(with: Array("sep=;".utf8))
    hasDecimalCommas = isSemicolon
    lines = text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(
        bytes, separator: UInt8(ascii: isSemicolon ? ";" : ","))
      var record = Record()
      var lines: [Line] = []
      while reader.next(&record) {
        lines.append(
          Line(number: record.line, cells: record.fields.map { $0.text(in: bytes) }))
      }
      return lines
    }
  }

  // MARK: A session's input data

  /// Participants one after the other, each with a matrix for each node. In a hierarchy the export does
  /// not name what is compared: then these are numbered.
  private mutating func readSession() {
    var (participant, alternatives) = ("", [String]())
    var isNameless = false
    for (index, line) in lines.enumerated() {
      switch line.first {
      case "Participant": participant = line.cells.dropFirst().first ?? ""
      case "Alternatives": alternatives = line.cells.dropFirst().filter { !$0.isEmpty }
      case "Node", "Criterion":
        let node = line.cells.dropFirst().first ?? ""
        let size = line.cells.dropFirst(2).first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        let rows = matrix(from: index + 1, size: size)
        let labels = alternatives.isEmpty ? (1...max(1, size)).map(String.init) : alternatives
        isNameless = isNameless || alternatives.isEmpty
        add(rows, labels: labels, set: node, by: participant, at: line.number)
      default: break
      }
    }
    guard isNameless else { return }
    found.diagnostics.append(
      Diagnostic(
        .finding, code: "judgement.nameless", at: SourceLocation(file: file, line: 1, column: 1),
        "AHP-OS does not say in this file what the rows of its matrices compare; they are numbered",
        suggestion: "export the project as JSON, which has the names"))
  }

  /// The numbers of one matrix. AHP-OS writes all its rows as records of which the first cells are empty,
  /// and the first row without an end of line before the next in some versions.
  private func matrix(from index: Int, size: Int) -> [[String]] {
    lines.dropFirst(index).prefix(size).map { line in
      line.cells.map(decimal).filter { !$0.isEmpty }
    }
  }

  // MARK: One matrix

  /// A title, the size, the labels, the rows, and then results.
  private mutating func readMatrix() {
    guard let place = lines.firstIndex(where: { $0.cells.count == 1 && Int($0.first) != nil }),
      let size = Int(lines[place].first), size > 0, lines.count > place + 1 + size
    else { return }
    let rows = lines[(place + 2)..<(place + 2 + size)].map { $0.cells.map(decimal) }
    add(
      Array(rows), labels: lines[place + 1].cells, set: nil, by: "AHP-OS",
      at: lines[place].number)
  }

  // MARK: Comparisons

  private mutating func add(
    _ rows: [[String]], labels: [String], set: String?, by respondent: String, at number: Int
  ) {
    let place = SourceLocation(file: file, line: number, column: 1)
    guard rows.count == labels.count, rows.allSatisfy({ $0.count == labels.count }) else {
      found.diagnostics.append(
        Diagnostic(
          code: "judgement.pair", at: place,
          "the matrix \(set.map { "of \($0) " } ?? "")does not have \(labels.count) rows and columns",
          notes: ["it compares \(labels.joined(separator: ", "))"],
          suggestion: "export it again"))
      return
    }
    for row in labels.indices {
      for column in labels.indices where column > row {
        found.comparisons.append(
          PanelComparison(
            set: set, respondent: respondent,
            JudgementComparison(
              row: labels[row], column: labels[column],
              text: PlainNumber.judgement(rows[row][column], rows[column][row]),
              at: SourceLocation(file: file, line: number + 1 + row, column: 1))))
      }
    }
  }

  private func decimal(_ cell: String) -> String {
    hasDecimalCommas ? cell.replacing(",", with: ".") : cell
  }
}
