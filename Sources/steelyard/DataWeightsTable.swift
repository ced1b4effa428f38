import DataWeights

/// The CSV of `weights --data`: a row for each measure.
enum DataWeightsTable {
  static func bytes(_ answer: DataWeightsAnswer) -> [UInt8] {
    var records = [["dimension", "measure", "weight", "weight_in_dimension", "own_weight"]]
    var index = 0
    for dimension in answer.split.dimensions {
      for (measure, inside) in zip(dimension.measures, dimension.weights) {
        records.append([
          dimension.name, measure, "\(answer.weights.weights[index])", "\(inside)",
          answer.own.map { "\($0.weights[index])" } ?? "",
        ])
        index += 1
      }
    }
    return DelimitedRecords.bytes(records)
  }
}
