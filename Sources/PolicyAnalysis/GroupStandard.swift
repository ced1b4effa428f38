/// The subjects of one group together, such as the retailers of a line.
public struct GroupStandard: Sendable, Equatable {
  /// The group's text.
  public let name: String
  /// How many subjects it has.
  public let subjectCount: Int
  /// How many of them reach their standard.
  public let reachedCount: Int
  /// How many of them reach their ideal.
  public let idealReachedCount: Int
  /// The means over its subjects.
  public let comparison: PlanComparison

  init(_ name: String, _ subjects: [SubjectStandard], rounded: (Double) -> Double) {
    self.name = name
    let all = subjects.map(\.comparison)
    subjectCount = all.count
    reachedCount = all.count { $0.actual >= $0.standard }
    idealReachedCount = all.count { $0.actual >= $0.ideal }
    comparison = PlanComparison(
      actual: Moments.mean(all.map(\.actual)), standard: rounded(Moments.mean(all.map(\.standard))),
      ideal: rounded(Moments.mean(all.map(\.ideal))))
  }
}
