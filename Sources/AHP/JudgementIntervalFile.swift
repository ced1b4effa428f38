import DelimitedText
import Diagnostics

/// Between what bounds judgements may lie: a file with the header `row,column,low,high` and one pair on
/// each line, either way round.
public enum JudgementIntervalFile {
  /// The bounds of each judgement of a matrix, in the order of its upper triangle; a judgement that the
  /// file does not name is its own lower and upper bound.
  ///
  /// - Throws: every fault of the file together: a label that the matrix has not, a pair twice, bounds
  ///   that are no judgements, a lower bound above the upper one, or a judgement outside its bounds.
  public static func read(
    _ file: String, for matrix: PairwiseComparisonMatrix
  ) throws(DiagnosedFailure) -> [ClosedRange<Double>] {
    let text: DecodedText
    do throws(DelimitedTextError) {
      text = try DecodedText(contentsOf: file)
    } catch {
      throw DiagnosedFailure([Diagnostic(code: "judgement.unreadable", error.description)])
    }
    return try read(text, for: matrix)
  }

  /// Reads text that is already in memory, with the same faults.
  public static func read(
    _ text: DecodedText, for matrix: PairwiseComparisonMatrix
  ) throws(DiagnosedFailure) -> [ClosedRange<Double>] {
    let cells = JudgementCells(text)
    guard cells.diagnostics.isEmpty else { throw DiagnosedFailure(cells.diagnostics) }
    var reader = IntervalReader(matrix, cells.rows.first ?? [], file: text.file)
    if reader.diagnostics.isEmpty {
      for row in cells.rows.dropFirst() { reader.readLine(row) }
    }
    guard reader.diagnostics.isEmpty else { throw DiagnosedFailure(reader.diagnostics) }
    return reader.bounds
  }
}

/// Reads the lines of such a file and collects what is wrong with them.
private struct IntervalReader {
  private static let columns = ["row", "column", "low", "high"]

  private(set) var bounds: [ClosedRange<Double>]
  private(set) var diagnostics: [Diagnostic] = []
  private let matrix: PairwiseComparisonMatrix
  private var positions: [String: Int] = [:]
  private var places: [ComparedPair: SourceLocation] = [:]

  init(_ matrix: PairwiseComparisonMatrix, _ header: [JudgementCells.Cell], file: String) {
    self.matrix = matrix
    bounds = matrix.upperTriangle.map { $0.value...$0.value }
    for (position, cell) in header.enumerated() { positions[cell.text.lowercased()] = position }
    let lacking = Self.columns.filter { positions[$0] == nil }
    guard !lacking.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        code: "judgement.column-missing",
        at: header.first?.location ?? SourceLocation(file: file, line: 1, column: 1),
        "there is no column \(lacking.map { "\"\($0)\"" }.joined(separator: ", "))",
        suggestion: "a file of intervals begins with \(Self.columns.joined(separator: ","))"))
  }

  mutating func readLine(_ line: [JudgementCells.Cell]) {
    let cells = Self.columns.map { name -> JudgementCells.Cell? in
      guard let position = positions[name], line.indices.contains(position) else { return nil }
      return line[position]
    }
    let labels = cells.prefix(2).map { $0?.text ?? "" }
    let unknown = labels.filter { !matrix.labels.contains($0) }
    for label in unknown { reportUnknown(label, at: line[0].location) }
    guard unknown.isEmpty, let row = matrix.labels.firstIndex(of: labels[0]),
      let column = matrix.labels.firstIndex(of: labels[1])
    else { return }
    guard row != column else {
      return report(
        "judgement.itself", line[0], "\(labels[0]) is compared with itself",
        "take the line out, or correct one of the labels")
    }
    let low = judgement(cells[2], "lower", labels, at: line[0].location)
    let high = judgement(cells[3], "upper", labels, at: line[0].location)
    guard let low, let high else { return }
    set(
      ComparedPair(row, column), row < column ? low : high.reciprocal,
      row < column ? high : low.reciprocal,
      line[0])
  }

  private mutating func set(
    _ pair: ComparedPair, _ low: Judgement, _ high: Judgement, _ cell: JudgementCells.Cell
  ) {
    let names = "\(matrix.labels[pair.first]) against \(matrix.labels[pair.second])"
    if let earlier = places.updateValue(cell.location, forKey: pair) {
      return report(
        "judgement.twice", cell, "\(names) has two intervals", "keep one of the two",
        notes: ["the first at \(earlier)"])
    }
    guard low.value <= high.value else {
      return report(
        "judgement.interval-order", cell,
        "of \(names) the lower bound \(low.text) is above the upper bound \(high.text)",
        "write the lower one first")
    }
    let given = matrix.judgement(pair.first, pair.second)
    guard low.value...high.value ~= given.value,
      let position = matrix.pairs.firstIndex(of: pair)
    else {
      return report(
        "judgement.interval-outside", cell,
        "\(names) is judged \(given.text), which is not between \(low.text) and \(high.text)",
        "give bounds that hold the judgement, or correct the judgement")
    }
    bounds[position] = low.value...high.value
  }

  private mutating func judgement(
    _ cell: JudgementCells.Cell?, _ side: String, _ labels: [String], at location: SourceLocation
  ) -> Judgement? {
    do throws(JudgementFault) {
      return try Judgement(cell?.text ?? "")
    } catch {
      let place = cell?.location ?? location
      diagnostics.append(
        error == .notCompared
          ? Diagnostic(
            code: error.code, at: place,
            "the \(side) bound of \(labels[0]) against \(labels[1]) is left open",
            suggestion: "write both bounds, or take the line out: the judgement stays as it is")
          : JudgementComparison(
            row: labels[0], column: labels[1], text: cell?.text ?? "", at: place
          ).diagnostic(error))
      return nil
    }
  }

  private mutating func reportUnknown(_ label: String, at location: SourceLocation) {
    diagnostics.append(
      Diagnostic(
        code: "judgement.unknown-label", at: location, "there is no label \"\(label)\"",
        notes: ["the labels are \(matrix.labels.joined(separator: ", "))"],
        suggestion: Spelling.didYouMean(label, among: matrix.labels)))
  }

  private mutating func report(
    _ code: String, _ cell: JudgementCells.Cell, _ message: String, _ suggestion: String,
    notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(code: code, at: cell.location, message, notes: notes, suggestion: suggestion))
  }
}
