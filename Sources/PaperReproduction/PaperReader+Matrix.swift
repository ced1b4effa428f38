import AHP
import Diagnostics
import Foundation
import LinearAlgebra
import LocatedYAML

extension PaperReader {
  /// One matrix with what is printed about it.
  mutating func matrix(_ entry: YAMLNode.Entry) -> PaperMatrix? {
    let path = "matrices.\(entry.key)"
    let forms = ["judgements", "rows", "file"]
    guard
      let fields = fields(of: entry.value, path: path, keys: forms + ["labels", "set", "printed"])
    else { return nil }
    let given = forms.filter { fields[$0] != nil }
    guard given.count == 1 else {
      report(
        entry.value, path, "paper.judgements",
        given.isEmpty
          ? "\(path) has no judgements"
          : "\(path) has judgements in \(given.count) forms: \(given.joined(separator: ", "))",
        suggestion:
          "give one of judgements: (row, column, judgement), rows: (a whole matrix) or file:")
      return nil
    }
    var cells: [[Double]]?
    let matrix: PairwiseComparisonMatrix?
    if let node = fields["rows"] {
      let rows = rows(node, path: "\(path).rows")
      (matrix, cells) = (rows?.matrix, rows?.cells)
    } else if let node = fields["judgements"] {
      matrix = triples(node, labels: fields["labels"], path: path)
    } else {
      matrix = file(fields["file"], set: fields["set"], path: path)
    }
    guard let matrix else { return nil }
    let prints = fields["printed"].map {
      self.prints(
        $0, path: "\(path).printed", labels: matrix.labels,
        quantities: PaperQuantity.allCases.filter { $0 != .priority })
    }
    return PaperMatrix(
      name: entry.key, matrix: matrix, printedCells: cells, prints: prints ?? [])
  }

  // MARK: Three judgements

  private mutating func triples(
    _ node: YAMLNode, labels: YAMLNode?, path: String
  ) -> PairwiseComparisonMatrix? {
    var comparisons: [JudgementComparison] = []
    for element in node.elements ?? [] {
      let parts = texts(element, path: "\(path).judgements")
      guard parts.count == 3 else {
        report(
          element, "\(path).judgements", "paper.shape",
          "a judgement is a row, a column and a number, not \(parts.count) "
            + (parts.count == 1 ? "value" : "values"),
          suggestion: "write [row, column, 1/3]")
        continue
      }
      comparisons.append(
        JudgementComparison(row: parts[0], column: parts[1], text: parts[2], at: element.location))
    }
    guard !comparisons.isEmpty else {
      // What is wrong with each element has been said.
      if node.elements?.isEmpty ?? true {
        report(
          node, "\(path).judgements", "paper.shape",
          "\(path).judgements must be a list of judgements",
          suggestion: "write - [row, column, 1/3] for each")
      }
      return nil
    }
    var names = texts(labels, path: "\(path).labels")
    if names.isEmpty {
      for label in comparisons.flatMap({ [$0.row, $0.column] }) where !names.contains(label) {
        names.append(label)
      }
    }
    let (matrix, faults) = JudgementComparison.matrix(
      labels: names, comparisons: comparisons, at: node.location)
    diagnostics += faults
    return matrix
  }

  // MARK: A judgement file

  private mutating func file(
    _ node: YAMLNode?, set: YAMLNode?, path: String
  ) -> PairwiseComparisonMatrix? {
    guard let node, let name = text(node, path: "\(path).file") else { return nil }
    do throws(DiagnosedFailure) {
      let file = try JudgementFile.read(URL(fileURLWithPath: name, relativeTo: folder).path)
      diagnostics += file.findings
      let wanted = text(set, path: "\(path).set")
      let chosen = wanted.map { file.set(named: $0) } ?? file.sets.first
      guard let chosen, wanted != nil || file.sets.count == 1 else {
        report(
          set ?? node, "\(path).set", "paper.set",
          wanted.map { "\(name) has no set \"\($0)\"" } ?? "\(name) holds several sets",
          suggestion: "name one of them: "
            + file.sets.compactMap(\.name).joined(separator: ", "))
        return nil
      }
      return chosen.aggregatedJudgements()
    } catch {
      // A file that cannot be read has no place of its own.
      diagnostics += error.diagnostics.map { fault in
        fault.location != nil
          ? fault
          : Diagnostic(
            code: fault.code, at: node.location, path: "\(path).file", fault.message,
            suggestion: "files are named relative to the paper's folder")
      }
      return nil
    }
  }

  // MARK: A matrix as printed

  /// A whole matrix: the judgements of the side of at least 1, and the cells where they are not just
  /// these and their reciprocals.
  private mutating func rows(
    _ node: YAMLNode, path: String
  ) -> (matrix: PairwiseComparisonMatrix, cells: [[Double]]?)? {
    let entries = named(node, path: path)
    let labels = entries.map(\.key)
    guard labels.count > 1 else {
      report(
        node, path, "paper.shape", "\(path) must hold a row for each of at least two labels",
        suggestion: "write label: [1, 3, 1/5] for each row")
      return nil
    }
    var cells: [[Judgement]] = []
    for entry in entries {
      let texts = texts(entry.value, path: join(path, entry.key))
      let row = texts.compactMap { judgement($0, entry.value, path: join(path, entry.key)) }
      guard texts.count == labels.count else {
        report(
          entry.value, join(path, entry.key), "paper.shape",
          "the row \(entry.key) has \(texts.count) \(texts.count == 1 ? "cell" : "cells"), and "
            + "there are \(labels.count) rows",
          suggestion: "write a cell for each row, the diagonal too")
        continue
      }
      cells.append(row)
    }
    guard cells.count == labels.count, cells.allSatisfy({ $0.count == labels.count }) else {
      return nil
    }
    var upper: [Judgement] = []
    for row in labels.indices {
      for column in labels.indices where column > row {
        let (one, other) = (cells[row][column], cells[column][row])
        upper.append(one.value >= 1 || other.value < 1 ? one : other.reciprocal)
        checkReciprocal(one, other, labels[row], labels[column], entries[column].value, path)
      }
    }
    let matrix = PairwiseComparisonMatrix(labels: labels, upperTriangle: upper)
    let printed = cells.map { $0.map(\.value) }
    let isPlain = labels.indices.allSatisfy { row in
      labels.indices.allSatisfy { printed[row][$0] == matrix[row, $0] }
    }
    return (matrix, isPlain ? nil : printed)
  }

  private mutating func judgement(
    _ text: String, _ node: YAMLNode, path: String
  ) -> Judgement? {
    do throws(JudgementFault) {
      return try Judgement(text)
    } catch {
      report(
        node, path, error.code, "\"\(text)\" is \(error.explanation)",
        suggestion: error.suggestion)
      return nil
    }
  }

  /// Says when two cells across the diagonal are no reciprocals even to the digits printed.
  private mutating func checkReciprocal(
    _ one: Judgement, _ other: Judgement, _ row: String, _ column: String, _ node: YAMLNode,
    _ path: String
  ) {
    let (large, small) = one.value >= other.value ? (one, other) : (other, one)
    let expected = large.reciprocalValue
    let isRounded = PrintedText(small.text).map { abs($0.value - expected) <= $0.unit } ?? false
    guard !isRounded, abs(small.value - expected) > 1e-6 * expected else { return }
    diagnostics.append(
      Diagnostic(
        .finding, code: "paper.not-reciprocal", at: node.location, path: path,
        "\(one.text) for \(row) against \(column) and \(other.text) for \(column) against \(row) "
          + "are no reciprocals",
        notes: ["\(large.text) counts, and the cells as printed are tried too"],
        suggestion: "look whether the paper prints this"))
  }
}
