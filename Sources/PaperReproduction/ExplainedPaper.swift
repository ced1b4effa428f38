import Diagnostics
import LinearAlgebra
import ScorecardPolicy

/// What explains the printed numbers of a paper, and which of them nothing does.
public struct ExplainedPaper: Sendable {
  /// The paper.
  public let paper: Paper
  /// Its places in the order of the file, matrices before syntheses.
  public let prints: [ExplainedPrint]

  /// Tries every way for every number. O(numbers * ways), some hundred ways at most.
  ///
  /// - Throws: `notConverged` when LAPACK finds no eigenvalues.
  public init(_ paper: Paper) throws(LinearAlgebraError) {
    self.paper = paper
    var prints: [ExplainedPrint] = []
    for matrix in paper.matrices where !matrix.prints.isEmpty {
      let ways = try MatrixCandidates(matrix)
      prints += matrix.prints.map { print in
        ExplainedPrint(print, of: matrix.name) {
          ways.candidates($0.quantity, label: $0.label, in: print)
        }
      }
    }
    for synthesis in paper.syntheses {
      let ways = try SynthesisCandidates(synthesis)
      prints += synthesis.prints.map { print in
        ExplainedPrint(print, of: synthesis.name) { ways.candidates(label: $0.label) }
      }
    }
    self.prints = prints
  }

  /// A finding for each number that nothing explains, or nothing that explains those beside it.
  public var findings: [Diagnostic] {
    paper.findings + prints.flatMap { print in print.numbers.compactMap { finding($0, print) } }
  }

  private func finding(_ explained: ExplainedNumber, _ print: ExplainedPrint) -> Diagnostic? {
    guard explained.verdict != .explained else { return nil }
    let number = explained.number
    let what = number.label.map { "\(number.quantity.rawValue) of \($0)" }
    let name = "\(what ?? number.quantity.rawValue) of \(print.subject)"
    let isApart = explained.verdict == .apart
    let message =
      isApart
      ? "no way that explains most of the numbers beside it gives \(name), printed as \(number.print.text)"
      : "nothing tried gives \(name), printed as \(number.print.text)"
    // As many digits as the text shows.
    let shown = { (value: Double) in
      PlainMatrix.rounded(value, to: number.print.decimals + 4).asWritten
    }
    let plainest = explained.recomputed.map {
      isApart ? "by itself it is \($0.words)" : "\($0.words) gives \(shown($0.value))"
    }
    let nearest = explained.nearest.flatMap {
      isApart || $0 == explained.recomputed
        ? nil : "the nearest number tried is \(shown($0.value)), by \($0.words)"
    }
    let meant = number.meant.map { meant in
      "the paper file says that \(meant.text) is meant, which "
        + (explained.explainsMeant == true ? "is explained" : "nothing explains either")
    }
    return Diagnostic(
      .finding, code: isApart ? "paper.apart" : "paper.unexplained", at: number.location, message,
      notes: [plainest, nearest, meant, number.note].compactMap(\.self))
  }
}
