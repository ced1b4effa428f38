import PolicyAnalysis

/// The derivatives of `analyze sensitivity` as people read them.
struct DerivativesText {
  private let derivatives: JudgementDerivatives
  private let payUnit: String?

  init(_ derivatives: JudgementDerivatives, payUnit: String?) {
    (self.derivatives, self.payUnit) = (derivatives, payUnit)
  }

  var text: String {
    guard !derivatives.judgements.isEmpty else {
      return (["no weight has a derivative by a judgement"] + excluded).joined(separator: "\n")
    }
    var lines = [
      "derivatives: by how much a number rises when the judgement does by 1", table,
    ]
    lines += obstacles("the final of", derivatives.finalObstacles)
    lines += obstacles("the pay of", derivatives.payObstacles)
    if derivatives.payroll == nil, !derivatives.payObstacles.isEmpty {
      lines.append("  so what is paid in all has none")
    }
    return (lines + excluded).joined(separator: "\n")
  }

  private var table: String {
    let payroll = derivatives.payroll
    let unit = payUnit.map { " (\($0))" } ?? ""
    var table = TextTable(
      [
        ("judgement", .left), ("now", .right), ("total on average", .right), ("least", .right),
        ("most", .right), ("whose", .left),
      ] + (payroll == nil ? [] : [("paid in all\(unit)", .right)]))
    for (index, judgement) in derivatives.judgements.enumerated() {
      let people = derivatives.people
      let slopes = people.map { $0.total[index] }
      let most = slopes.indices.max { abs(slopes[$0]) < abs(slopes[$1]) }
      table.add(
        [
          judgement.path, judgement.text,
          (slopes.reduce(0, +) / Double(max(slopes.count, 1))).rounded(to: 4),
          (slopes.min() ?? 0).rounded(to: 4), (slopes.max() ?? 0).rounded(to: 4),
          most.map { people[$0].key } ?? "",
        ] + (payroll.map { [CompareNumbers.money($0[index])] } ?? []))
    }
    return table.text()
  }

  private func obstacles(
    _ what: String, _ found: [(obstacle: JudgementSlope.Obstacle, people: Int)]
  ) -> [String] {
    found.map { found in
      let people = found.people == 1 ? "1 person has" : "\(found.people) people has"
      return "  \(what) \(people) no derivative: \(found.obstacle.explanation)"
    }
  }

  private var excluded: [String] {
    derivatives.excluded.map { "  no derivatives by the judgements of \($0.path): \($0.reason)" }
  }
}

extension JudgementSlope.Obstacle {
  /// The reason in words.
  fileprivate var explanation: String {
    switch self {
    case .rounding: "it is rounded, and moves by steps"
    case .threshold: "it moves by steps, at a condition or a step function"
    case .bound: "it stands exactly at a floor, a cap or a threshold"
    case .corner: "it stands exactly at a corner of a curve or a function"
    case .grade: "it comes of a grade"
    case .rank: "it comes of a rank"
    case .population: "it comes of other people's numbers"
    }
  }
}
