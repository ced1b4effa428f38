import PriorityBatches

/// The text of `random-index`: a line for each size.
enum RandomIndexText {
  /// A table of random indices with their standard errors, and the exact one of three rows.
  static func text(
    _ estimates: [RandomIndexEstimate], seed: UInt64, missing: MissingOption?, isBounded: Bool
  ) -> String {
    var table = TextTable([
      ("size", .right), ("samples", .right), ("random index", .right), ("standard error", .right),
      ("", .left),
    ])
    for estimate in estimates {
      let exact = RandomIndexDocument(estimate, missing: missing).exact
      table.add([
        "\(estimate.size)", "\(estimate.samples)", estimate.randomIndex.rounded(to: 6),
        estimate.standardError.rounded(to: 6), exact.map { "exactly \($0)" } ?? "",
      ])
    }
    return """
      mean consistency index of random matrices with judgements from 1/9 to 9, seed \(seed)
      \(completion(missing, isBounded))\(table.text())
      """
  }

  private static func completion(_ missing: MissingOption?, _ isBounded: Bool) -> String {
    guard let missing, missing.comparisons.count > 0 else { return "" }
    let what =
      switch missing.comparisons {
      case .count(1): "any one comparison missing"
      case .count(let count): "any \(count) comparisons missing"
      case .pairs: "without \(missing.text)"
      }
    let how = isBounded ? "from 1/9 to 9" : "of any size"
    return "\(what), completed by judgements \(how) with the least eigenvalue\n"
  }
}
