import DataWeights
import Foundation

/// The LaTeX of `weights --data --method all`: two tables that need no package.
enum MethodComparisonLatex {
  static func text(_ comparison: MethodComparison, _ scores: MeasureScores) -> String {
    let measures = scores.data.labels.enumerated().map { index, label in
      [escaped(label)] + comparison.rows.map { $0.weights?.weights[index].rounded(to: 4) ?? "--" }
    }
    let numbers = comparison.rows.indices.map { "(\($0 + 1))" }
    let names = zip(numbers, comparison.rows).map { "\($0) \(escaped($1.name))" }
    let legend = "\\multicolumn{\(numbers.count + 1)}{l}{\\footnotesize "
    let notes = names.map { "\(legend)\($0)} \\\\" }
    let correlations = numbers.indices.map { row in
      [numbers[row]]
        + numbers.indices.map { column in
          if row == column { return "1" }
          // Above the diagonal rho, below it tau-b.
          let table = column > row ? comparison.spearman : comparison.kendallTauB
          return table[row][column]?.rounded(to: 3) ?? "--"
        }
    }
    return [
      "% Weights of measures by the scores of \(scores.data.rowCount) people.",
      tabular([""] + numbers, measures, notes),
      "",
      "% Rank correlations of the orders: Spearman's rho above the diagonal, Kendall's tau-b below.",
      tabular([""] + numbers, correlations, []),
    ].joined(separator: "\n")
  }

  private static func tabular(
    _ headings: [String], _ rows: [[String]], _ notes: [String]
  ) -> String {
    let lines = rows.map { $0.joined(separator: " & ") + " \\\\" }
    return
      (["\\begin{tabular}{l\(String(repeating: "r", count: headings.count - 1))}", "\\hline"]
      + [headings.joined(separator: " & ") + " \\\\", "\\hline"] + lines + ["\\hline"] + notes
      + ["\\end{tabular}"]).joined(separator: "\n")
  }

  /// A text in which LaTeX sees no commands; scalar by scalar, as it reads them.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}": "\\\(String(scalar))"
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "*": "$\\times$"
      default: String(scalar)
      }
    }.joined()
  }
}
