import Diagnostics
import Foundation
import Testing

@testable import PaperReproduction

@Suite("Reading paper files")
struct PaperReaderTests {
  static func read(_ yaml: String) throws(DiagnosedFailure) -> Paper {
    try PaperReader.read(yaml, file: "paper.yaml", folder: URL(fileURLWithPath: "/"))
  }

  @Test("judgements stand as triples or as the whole matrix")
  func forms() throws {
    let paper = try Self.read(
      """
      paper: two forms
      matrices:
        triples: {judgements: [[a, b, 2], [c, a, 1/3], [b, c, 2]]}
        rows:
          rows: {a: [1, 2, 3], b: [1/2, 1, 2], c: [1/3, 1/2, 1]}
      """)
    #expect(paper.matrices[0].matrix == paper.matrices[1].matrix)
    #expect(paper.matrices[1].printedCells == nil)
    #expect(paper.findings.isEmpty)
  }

  @Test("reciprocals printed with two digits are read exactly, and tried as printed")
  func printedCells() throws {
    let paper = try Self.read(
      """
      paper: rounded cells
      matrices:
        m:
          rows: {a: [1, 3, 7], b: [0.33, 1, 3], c: [0.14, 0.33, 1]}
          printed: {weights: [0.669, 0.243, 0.088]}
      """)
    let matrix = paper.matrices[0]
    #expect(matrix.matrix[1, 0] == 1.0 / 3)
    #expect(matrix.printedCells?[1] == [0.33, 1, 3])
    #expect(paper.findings.isEmpty)
    let reading = try #require(try ExplainedPaper(paper).prints[0].reading)
    #expect(reading.explained == 3)
  }

  @Test("a cell that is no reciprocal is a finding, and the side of at least 1 counts")
  func notReciprocal() throws {
    let paper = try Self.read(
      "paper: p\nmatrices: {m: {rows: {a: [1, 3], b: [1/4, 1]}}}")
    #expect(paper.findings.map(\.code) == ["paper.not-reciprocal"])
    #expect(paper.matrices[0].matrix[0, 1] == 3)
  }

  @Test("two labels have nothing to be inconsistent about")
  func twoLabels() throws {
    let paper = try Self.read(
      """
      paper: p
      matrices:
        m:
          judgements: [[a, b, 3]]
          printed: {weights: [0.75, 0.25], lambda: 2, CI: 0, CR: 0.00}
      """)
    let explained = try ExplainedPaper(paper)
    #expect(explained.findings.isEmpty, "\(explained.findings)")
  }

  @Test("column means of rounded quotients, as by hand, are found")
  func byHand() throws {
    // Quotients of the columns of 1 3 5; 1/3 1 3; 1/5 1/3 1 to two decimals: .65 .69 .56; .22 .23 .33;
    // .13 .08 .11. Their means are .6333, .26 and .1067, where the exact ones are .6333, .2605 and .1062.
    let paper = try Self.read(
      """
      paper: by hand
      matrices:
        m:
          judgements: [[a, b, 3], [a, c, 5], [b, c, 3]]
          printed: {weights: [0.6333, 0.2600, 0.1067]}
      """)
    let reading = try #require(try ExplainedPaper(paper).prints[0].reading)
    #expect(reading.candidate.method == .columnMean)
    #expect(reading.candidate.basis == "quotients rounded to 2 decimals")
    #expect(reading.explained == 3)
  }
}
