import AHP
import Diagnostics

/// The goal or one criterion of a hierarchy with its weights.
public struct HierarchyNode: Sendable {
  /// What its local weights are of.
  public enum Kind: String, Sendable {
    /// Further criteria.
    case criteria
    /// The alternatives.
    case alternatives
    /// Intensities, by which the alternatives are rated.
    case intensities
    /// Nothing: the lowest level of a hierarchy without alternatives.
    case nothing
  }

  /// The names from the first level down to this criterion; empty for the goal.
  public let path: [String]
  /// What people call it.
  public let title: String
  /// Its weight among the criteria beside it; 1 for the goal.
  public let localWeight: Double
  /// Its weight under the goal: the product of the local weights down to it.
  public let globalWeight: Double
  /// What stands under it.
  public let kind: Kind
  /// The names of what stands under it.
  public let labels: [String]
  /// The weights of what stands under it, with sum 1.
  public let weights: [Double]
  /// What the judgements under it say; nil where there are none.
  public let analysis: JudgementAnalysis?
  /// Where the judgements under it begin.
  public let location: SourceLocation
  /// For each alternative its share by this criterion, with sum 1; empty above the lowest level.
  public let distributive: [Double]
  /// For each alternative its worth by this criterion, where 1 is the best; empty above the lowest
  /// level.
  public let ideal: [Double]

  /// Whether it is a criterion without further ones under it.
  public var isLowest: Bool { kind != .criteria }

  /// What the author of the judgements under it must see.
  public var findings: [Diagnostic] {
    let place = path.isEmpty ? "of the first level" : "under \(path.joined(separator: "."))"
    return analysis?.findings(
      at: location, path: path.isEmpty ? nil : path.joined(separator: "."),
      of: "the judgements \(place)") ?? []
  }
}
