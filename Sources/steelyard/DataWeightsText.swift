import DataWeights

/// The text of `weights --data`: a table of measures with their weights.
enum DataWeightsText {
  static func text(_ answer: DataWeightsAnswer) -> String {
    var table = TextTable([
      ("", .left), ("weight", .right), ("in its dimension", .right), ("the policy's own", .right),
      ("", .left),
    ])
    let largest = answer.weights.weights.max() ?? 1
    var index = 0
    for dimension in answer.split.dimensions {
      for (measure, inside) in zip(dimension.measures, dimension.weights) {
        let weight = answer.weights.weights[index]
        table.add([
          "\(dimension.name).\(measure)", weight.rounded(to: 4), inside.rounded(to: 4),
          answer.own?.weights[index].rounded(to: 4) ?? "-",
          String(repeating: "█", count: Int((weight / largest * 30).rounded())),
        ])
        index += 1
      }
    }
    let constants =
      answer.weights.constants.isEmpty
      ? ""
      : "\n\nthe same for everybody, and so without weight: "
        + Set(answer.weights.constants).sorted().joined(separator: ", ")
    let dimensions = answer.split.dimensions.map { "\($0.name) \($0.weight.rounded(to: 4))" }
    return """
      \(answer.file): weights by \(answer.derivation)
      \(answer.method.source)
      from the scores of \(answer.countedPeople) people, of which more is better

      \(table.text())

        dimensions: \(dimensions.joined(separator: ", "))\(constants)
      """
  }
}
