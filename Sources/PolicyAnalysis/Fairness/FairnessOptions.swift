/// How groups of people are compared.
public struct FairnessOptions: Sendable, Equatable {
  /// The fewest people that a group may have to be shown.
  public static let fewest = 5

  /// What makes the groups, one table for each.
  public var divisions: [FairnessDivision]
  /// The grade whose best band is looked at; nil for the policy's first.
  public var grade: String?
  /// Who counts as best where there is no grade: the first by published final.
  public var top: TopSize

  /// Options; by default the first tenth counts as best where a policy has no grade.
  public init(divisions: [FairnessDivision], grade: String? = nil, top: TopSize = .percent(10)) {
    self.divisions = divisions
    self.grade = grade
    self.top = top
  }
}
