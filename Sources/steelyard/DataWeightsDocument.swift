import DataWeights

/// The JSON of `weights --data`.
struct DataWeightsDocument: Encodable {
  let policy: String
  let version: String
  let method: String
  let source: String
  let normalization: String
  let combination: String?
  let share: Double?
  let people: Int
  let leftOut: Int
  let dimensions: [Dimension]
  let constants: [String]

  /// One dimension.
  struct Dimension: Encodable {
    let name: String
    let weight: Double
    let measures: [Measure]
  }

  /// One measure.
  struct Measure: Encodable {
    let name: String
    let weight: Double
    let weightInDimension: Double
    let ownWeight: Double?
  }

  init(_ answer: DataWeightsAnswer) {
    policy = answer.policy.name
    version = answer.policy.version
    method = answer.method.rawValue
    source = answer.method.source
    normalization = answer.options.normalization.rawValue
    combination = answer.options.combine?.rawValue
    share = answer.options.combine == .linear ? answer.options.share : nil
    people = answer.countedPeople
    leftOut = answer.scores.leftOutCount
    constants = Set(answer.weights.constants).sorted()
    var index = 0
    var dimensions: [Dimension] = []
    for dimension in answer.split.dimensions {
      let measures = zip(dimension.measures, dimension.weights).map { measure, inside in
        defer { index += 1 }
        return Measure(
          name: measure, weight: answer.weights.weights[index], weightInDimension: inside,
          ownWeight: answer.own?.weights[index])
      }
      dimensions.append(
        Dimension(name: dimension.name, weight: dimension.weight, measures: measures))
    }
    self.dimensions = dimensions
  }
}
