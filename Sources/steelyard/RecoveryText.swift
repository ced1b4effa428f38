import AHP
import JudgementRepair

/// The text of `recover`.
enum RecoveryText {
  /// How many matrices are shown for people.
  private static let most = 20

  static func text(
    _ weights: [PrintedNumber], _ eigenvalue: PrintedNumber?, _ found: [RecoveryByMethod]
  ) -> String {
    let lambda = eigenvalue.map { ", eigenvalue \($0.text)" } ?? ""
    let title = "weights \(weights.map(\.text).joined(separator: " "))\(lambda)"
    return ([title] + found.map(text)).joined(separator: "\n")
  }

  private static func text(_ found: RecoveryByMethod) -> String {
    var lines = ["", "by \(found.method.rawValue): \(verdict(found))"]
    if found.fitting.count == 1 { lines.append(square(found.fitting[0].matrix)) }
    if found.fitting.count > 1 {
      lines += found.fitting.prefix(most).map { "  \(line($0))" }
      if found.fitting.count > most {
        lines.append("  ... and \(found.fitting.count - most) more; --format json lists all")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func verdict(_ found: RecoveryByMethod) -> String {
    if found.refusal != nil { return "no answer" }
    let count = { (count: Int) in
      count == 0 ? "no matrix gives" : count == 1 ? "1 matrix gives" : "\(count) matrices give"
    }
    guard found.hasEigenvalue else { return "\(count(found.matrices.count)) the weights" }
    guard let byWeights = found.byWeights, byWeights > 0 else {
      return "\(count(found.fitting.count)) the weights and the eigenvalue"
    }
    return "\(count(byWeights)) the weights, "
      + (found.fitting.isEmpty ? "none" : "\(found.fitting.count)") + " of them the eigenvalue"
  }

  /// The judgements above the diagonal, row by row, and what they give.
  private static func line(_ recovered: RecoveredMatrix) -> String {
    let matrix = recovered.matrix
    let rows = (0..<matrix.size - 1).map { row in
      (row + 1..<matrix.size).map { matrix.judgement(row, $0).text }.joined(separator: " ")
    }
    return rows.joined(separator: " | ")
      + "  lambda \(recovered.analysis.lambdaMax.rounded(to: 6))"
  }

  private static func square(_ matrix: PairwiseComparisonMatrix) -> String {
    var table = TextTable((0..<matrix.size).map { _ in ("", .right) })
    for row in 0..<matrix.size {
      table.add((0..<matrix.size).map { matrix.judgement(row, $0).text })
    }
    return table.text()
  }
}
