import DataWeights
import ScorecardPolicy

/// The weights that data give by one method, with all that says where they come from.
struct DataWeightsAnswer {
  let file: String
  let policy: Policy
  let folder: String?
  let method: DataWeightMethod
  let options: DataWeightOptions
  let scores: MeasureScores
  let weights: ColumnWeights
  /// The policy's own weights; nil where they differ by group.
  let own: ColumnWeights?

  /// The weights as a scorecard has them.
  var split: PolicyWeights { PolicyWeights(weights, of: scores.names) }

  /// How the weights were derived, in words.
  var derivation: String {
    let stretches = options.normalization == .minMax && [.entropy, .variation].contains(method)
    let combined =
      switch options.combination {
      case .multiplicative: " times the policy's own weights"
      case .linear(let share): " with the policy's own weights, which count \(share)"
      case nil: ""
      }
    return method.rawValue + (stretches ? " of scores stretched to 0 ... 1" : "") + combined
  }

  /// How many people's scores the weights come from.
  var countedPeople: Int { scores.data.rowCount }
}

extension DataWeightMethod {
  /// Whose method it is, for those who must cite it.
  var source: String {
    switch self {
    case .equal: "the same weight for each measure"
    case .entropy:
      "Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x; Hwang and Yoon (1981), "
        + "doi:10.1007/978-3-642-48318-9"
    case .critic: "Diakoulaki, Mavrotas and Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H"
    case .variation: "Pearson (1896), doi:10.1098/rsta.1896.0007"
    }
  }
}
