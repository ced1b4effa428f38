import Diagnostics

/// Brings the two halves of a square judgement file together.
struct SquarePairs {
  let labels: [String]
  /// The cells of each label's row, without the label; short rows end early.
  let rows: [Int: [JudgementCells.Cell]]

  /// A cell that holds a judgement.
  private struct Given {
    let row: String
    let column: String
    let judgement: Judgement
    let location: SourceLocation

    var description: String {
      "\"\(judgement.text)\" for \(row) against \(column) "
        + "(line \(location.line), column \(location.column))"
    }
  }

  /// What one cell turned out to be.
  private enum Content {
    case open
    case given(Given)
    case fault(SourceLocation)
  }

  /// Each pair's judgement, and what is wrong with cells, the diagonal and the halves' agreement.
  func reconciled() -> (table: ComparisonTable, diagnostics: [Diagnostic]) {
    var table = ComparisonTable(labels: labels)
    var diagnostics = labels.indices.flatMap(checkDiagonal)
    for pair in ComparedPair.all(size: labels.count) {
      let upper = content(pair.first, pair.second, &diagnostics)
      let lower = content(pair.second, pair.first, &diagnostics)
      switch (upper, lower) {
      case (.open, .open): break
      case (.fault(let place), _), (_, .fault(let place)): table.set(pair, nil, at: place)
      case (.given(let given), .open): table.set(pair, given.judgement, at: given.location)
      case (.open, .given(let given)):
        table.set(pair, given.judgement.reciprocal, at: given.location)
      case (.given(let upper), .given(let lower)):
        let (judgement, found) = Self.reconcile(upper, lower)
        table.set(pair, judgement, at: upper.location)
        diagnostics += found
      }
    }
    return (table, diagnostics)
  }

  /// Where the first pair stands that was left open.
  func firstGap(in table: ComparisonTable) -> SourceLocation? {
    ComparedPair.all(size: labels.count).first { table.entries[$0] == nil }.flatMap {
      cell($0.first, $0.second)?.location ?? rows[$0.first]?.last?.location
    }
  }

  private func cell(_ row: Int, _ column: Int) -> JudgementCells.Cell? {
    guard let cells = rows[row], column < cells.count else { return nil }
    return cells[column]
  }

  private func content(_ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]) -> Content {
    guard let cell = cell(row, column) else { return .open }
    do throws(JudgementFault) {
      return .given(
        Given(
          row: labels[row], column: labels[column], judgement: try Judgement(cell.text),
          location: cell.location))
    } catch {
      if error == .notCompared { return .open }
      let comparison = JudgementComparison(
        row: labels[row], column: labels[column], text: cell.text, at: cell.location)
      diagnostics.append(comparison.diagnostic(error))
      return .fault(cell.location)
    }
  }

  private func checkDiagonal(_ row: Int) -> [Diagnostic] {
    guard let cell = cell(row, row), !cell.text.isEmpty,
      (try? Judgement(cell.text))?.value != 1
    else { return [] }
    return [
      Diagnostic(
        code: "judgement.diagonal", at: cell.location,
        "\"\(cell.text)\" for \(labels[row]) against itself is not 1",
        suggestion: "write 1 on the diagonal, or leave it blank")
    ]
  }

  /// The judgement of upper against lower when the file gives both halves.
  private static func reconcile(_ upper: Given, _ lower: Given) -> (Judgement?, [Diagnostic]) {
    let larger =
      upper.judgement.value >= 1 ? upper.judgement : lower.judgement.reciprocal
    let product = upper.judgement.value * lower.judgement.value
    if abs(product - 1) <= 1e-6 { return (larger, []) }
    let areRounded =
      isRounded(upper.judgement, reciprocalOf: lower.judgement)
      || isRounded(lower.judgement, reciprocalOf: upper.judgement)
    guard areRounded else { return (nil, [notReciprocal(upper, lower)]) }
    return (larger, [roundedReciprocal(upper, lower)])
  }

  /// Whether a decimal is another's reciprocal rounded, half up, to the digits it is printed with.
  ///
  /// A whole number is a judgement of its own, not the rounding of one.
  private static func isRounded(_ judgement: Judgement, reciprocalOf other: Judgement) -> Bool {
    guard let unit = judgement.printedUnit, unit < 1 else { return false }
    let difference = (other.reciprocalValue - judgement.value) / unit
    return -0.5 - 1e-9 <= difference && difference < 0.5 - 1e-9
  }

  private static func notReciprocal(_ upper: Given, _ lower: Given) -> Diagnostic {
    Diagnostic(
      code: "judgement.not-reciprocal", at: lower.location,
      "\(lower.description) is not the reciprocal of \(upper.description)",
      suggestion: "write \(upper.judgement.reciprocal.text), or leave one of the two blank")
  }

  private static func roundedReciprocal(_ upper: Given, _ lower: Given) -> Diagnostic {
    let (counts, other) = upper.judgement.value >= 1 ? (upper, lower) : (lower, upper)
    return Diagnostic(
      .finding, code: "judgement.rounded-reciprocal", at: other.location,
      "\(other.description) is the reciprocal of \(counts.description) only after rounding: the "
        + "latter counts",
      suggestion: "write \(counts.judgement.reciprocal.text), or leave the cell blank")
  }
}
