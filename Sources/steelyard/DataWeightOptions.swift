import ArgumentParser
import DataWeights

/// How weights are derived from a policy's data.
struct DataWeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With --data: only the measures of this dimension, instead of all.", valueName: "name"))
  var dimension: String?

  @Option(
    help:
      "With --data: what entropy and the coefficient of variation are computed of: raw scores, or scores stretched to 0 ... 1 (min-max)."
  )
  var normalization: DataNormalization = .raw

  @Option(
    help:
      "With --data: combines the weights with the policy's own: multiplicative or linear.")
  var combine: CombinationChoice?

  @Option(
    parsing: .unconditional,
    help: "With --data: what the policy's own weights count in a linear combination, from 0 to 1.")
  var share = 0.5

  @Option(
    help: ArgumentHelp(
      "With --data: a file for the weights, as a policy takes them.", valueName: "file"))
  var output: String?

  func validate() throws {
    if !(0...1).contains(share) { throw ValidationError("--share must be from 0 to 1") }
    if output == "" { throw ValidationError("--output needs the name of a file") }
  }

  /// The first of these options that was given; nil when none was.
  var given: String? {
    if dimension != nil { return "--dimension" }
    if normalization != .raw { return "--normalization" }
    if combine != nil { return "--combine" }
    return output == nil ? nil : "--output"
  }

  /// How weights are combined with the policy's own; nil when they are not.
  var combination: WeightCombination? {
    switch combine {
    case .multiplicative: .multiplicative
    case .linear: .linear(share: share)
    case nil: nil
    }
  }
}

/// How weights from data and a policy's own become one.
enum CombinationChoice: String, ExpressibleByArgument, CaseIterable {
  /// Their product.
  case multiplicative
  /// A share of each.
  case linear
}

extension DataNormalization: ExpressibleByArgument {}
