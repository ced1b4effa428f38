import AHP
import JudgementRepair

/// The example of the paper on appraising bank customer managers by the balanced scorecard with
/// weights by the analytic hierarchy process, recomputed line by line.
///
/// The paper prints weights, an eigenvalue and a consistency ratio, but not the judgements; these
/// are recovered by trying every matrix on the scale.
public enum PaperExample {
  /// The four standard dimensions in the paper's order.
  static let labels = ["financial", "customer", "internal", "learning"]

  /// Every line of the example. Takes a fraction of a second.
  public static func lines() throws -> [ReproducedLine] {
    let candidates = try JudgementRecovery(
      weights: ["0.4832", "0.2717", "0.1569", "0.0882"].compactMap { PrintedNumber($0) },
      eigenvalue: PrintedNumber("4.015"), method: .geometricMean
    ).matrices(labels: labels)
    let fitting = candidates.filter { $0.fitsEigenvalue == true }
    guard let matrix = fitting.first?.matrix, let analysis = fitting.first?.analysis else {
      return []
    }
    let eigenvector = try JudgementAnalysis(matrix, method: .eigenvector)
    return recovered(candidates.count, fitting.count, matrix) + weights(matrix, analysis)
      + consistency(analysis, eigenvector) + compared(eigenvector)
      + (try scorecard())
  }

  private static func recovered(
    _ candidates: Int, _ fitting: Int, _ matrix: PairwiseComparisonMatrix
  ) -> [ReproducedLine] {
    let section = "judgements (not printed; recovered)"
    let counts = [
      ReproducedLine(
        section, "matrices that give the printed weights", Double(candidates),
        note: "of all 17^6 on the scale 1/9 ... 9, by row geometric means to four decimals"),
      ReproducedLine(
        section, "of these, with lambda 4.015", Double(fitting),
        note: "unique for one judge on the whole-number scale; the geometric mean of a panel need "
          + "not lie on the scale, so a panel's judgements cannot be recovered"),
    ]
    let judgements = labels.indices.flatMap { row in
      labels.indices.dropFirst(row + 1).map { column in
        ReproducedLine(
          section, "\(labels[row]) against \(labels[column])", matrix[row, column])
      }
    }
    return counts + judgements
  }

  private static func weights(
    _ matrix: PairwiseComparisonMatrix, _ analysis: JudgementAnalysis
  ) -> [ReproducedLine] {
    let section = "weights (row geometric means)"
    let products = labels.indices.map { row in
      ReproducedLine(
        section, "product of row \(row + 1), M\(row + 1)",
        labels.indices.reduce(1) { $0 * matrix[row, $1] })
    }
    let four = zip(["0.4832", "0.2717", "0.1569", "0.0882"], analysis.weights)
    let three = zip(["0.483", "0.272", "0.157", "0.088"], analysis.weights)
    return products
      + zip(labels, four).enumerated().map { index, line in
        ReproducedLine(
          section, "W\(index + 1), \(line.0)", printed: line.1.0, line.1.1)
      }
      + zip(labels, three).map { label, line in
        ReproducedLine(section, "\(label), as concluded", printed: line.0, line.1)
      }
  }

  private static func consistency(
    _ analysis: JudgementAnalysis, _ eigenvector: JudgementAnalysis
  ) -> [ReproducedLine] {
    let section = "consistency"
    let randomIndex = analysis.randomIndex ?? .nan
    return [
      ReproducedLine(
        section, "lambda, mean of (A w)_i / w_i", printed: "0.4015", analysis.lambdaMax,
        note: "a misprint of 4.015: the largest eigenvalue of a 4 x 4 matrix is at least 4, and "
          + "only 4.015 gives the printed consistency index, (4.015 - 4) / 3 = 0.005"),
      ReproducedLine(
        section, "lambda, the misprint mended", printed: "4.015", analysis.lambdaMax),
      ReproducedLine(section, "consistency index", printed: "0.005", analysis.consistencyIndex),
      ReproducedLine(
        section, "random index for n = 4", printed: "0.9", randomIndex, note: "Saaty 1980"),
      ReproducedLine(
        section, "consistency ratio", printed: "0.01", analysis.consistencyRatio ?? .nan,
        note: "the print is rounded to two decimals; to four it is 0.0054"),
      ReproducedLine(
        section, "consistency ratio from the rounded index", printed: "0.01", 0.005 / randomIndex,
        note: "the paper's own quotient, 0.005 / 0.9 = 0.0056"),
      ReproducedLine(
        section, "Perron root", eigenvector.lambdaMax,
        note: "lambda by the eigenvector itself, between \(eigenvector.lambdaMaxBounds.lowerBound) "
          + "and \(eigenvector.lambdaMaxBounds.upperBound)"),
      ReproducedLine(
        section, "geometric consistency index", analysis.geometricConsistencyIndex ?? .nan),
      ReproducedLine(
        section, "factor of the worst judgement", analysis.worstJudgement?.factor ?? .nan,
        note: analysis.worstJudgement.map {
          "\($0.row) against \($0.column): \($0.given.text) given, the weights imply "
            + "\(($0.implied * 1000).rounded() / 1000)"
        }),
    ]
  }

  private static func compared(_ eigenvector: JudgementAnalysis) -> [ReproducedLine] {
    zip(labels, zip(["0.4832", "0.2717", "0.1569", "0.0882"], eigenvector.weights)).map {
      label, line in
      ReproducedLine(
        "weights by the principal eigenvector", label, printed: line.0, line.1,
        note: label == labels[0]
          ? "the text speaks of the eigenvector, the example uses row geometric means: both round "
            + "to .483 .272 .157 .088, and only the four-digit weights tell them apart" : nil)
    }
  }

  private static func scorecard() throws -> [ReproducedLine] {
    let policy = try ExamplePolicy()
    let ages = (0...5).map { years in
      ReproducedLine(
        "RORAC (the paper's name for a risk-adjusted profit, an amount of money)",
        "weight k0 of old business aged \(years)", policy.retained(years: Double(years)) ?? .nan,
        note: years == 4 ? "the floor 0.8 holds from here on" : nil)
    }
    let profits = [(3.0, 500_000.0), (6.0, 500_000.0)].map { years, stock in
      ReproducedLine(
        "RORAC (the paper's name for a risk-adjusted profit, an amount of money)",
        "old business 500,000 aged \(Int(years)), new business 300,000",
        policy.rorac(stock: stock, years: years, new: 300_000) ?? .nan,
        note: "our example; the paper prints the formula without figures")
    }
    return ages + profits + (try totals(policy))
  }

  private static func totals(_ policy: ExamplePolicy) throws -> [ReproducedLine] {
    let marks = [110, 95, 88, 100, 2.5]
    let four = "financial: 0.4832, customer: 0.2717, internal: 0.1569, learning: 0.0882"
    let three = "financial: 0.483, customer: 0.272, internal: 0.157, learning: 0.088"
    let section = "total for marks 110, 95, 88, 100 and 2.5 additional"
    return [
      ReproducedLine(
        section, "with full weights", policy.total(marks) ?? .nan,
        note: "our example; the paper prints no scores"),
      ReproducedLine(
        section, "with weights to four decimals",
        try ExamplePolicy(weights: four).total(marks) ?? .nan),
      ReproducedLine(
        section, "with weights to three decimals",
        try ExamplePolicy(weights: three).total(marks) ?? .nan),
    ]
  }
}
