/// The groups that one column makes.
public struct FairnessTable: Sendable {
  /// What divides people.
  public let division: FairnessDivision
  /// The groups in their order, those put together last.
  public let groups: [FairnessGroup]

  /// The groups whose shares are compared: all that stand by themselves.
  public var compared: [FairnessGroup] { groups.filter { $0.label != .others } }

  /// The smallest ratio of two groups' shares of the best, by the policy and by the other; nil where none can
  /// be formed.
  public var leastRatio: Double? { compared.compactMap(\.figures.ratio).min() }

  /// The same by the other policy.
  public var otherLeastRatio: Double? { compared.compactMap { $0.otherFigures?.ratio }.min() }
}
