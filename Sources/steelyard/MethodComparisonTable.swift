import DataWeights

/// The CSV of `weights --data --method all`: a row for each weight and each correlation.
enum MethodComparisonTable {
  static func bytes(_ comparison: MethodComparison, _ scores: MeasureScores) -> [UInt8] {
    var records = [["quantity", "method", "with", "value"]]
    for row in comparison.rows {
      for (index, label) in scores.data.labels.enumerated() {
        records.append([
          "weight", row.name, label, row.weights.map { "\($0.weights[index])" } ?? "",
        ])
      }
    }
    for (quantity, table) in [
      ("spearman", comparison.spearman), ("kendall_tau_b", comparison.kendallTauB),
    ] {
      for (one, line) in zip(comparison.rows, table) {
        for (other, value) in zip(comparison.rows, line) {
          records.append([quantity, one.name, other.name, value.map { "\($0)" } ?? ""])
        }
      }
    }
    return DelimitedRecords.bytes(records)
  }
}
