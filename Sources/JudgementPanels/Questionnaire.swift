import AHP

/// What the experts of a panel are asked: sets of things to be compared in pairs.
public struct Questionnaire: Sendable {
  /// The policy whose weights are asked for.
  public let policy: String
  /// Its version.
  public let version: String
  /// Its title.
  public let title: BilingualText
  /// What is compared, in the policy's order; names differ.
  public let sets: [QuestionnaireSet]

  /// A questionnaire about sets whose names differ.
  public init(policy: String, version: String, title: BilingualText, sets: [QuestionnaireSet]) {
    (self.policy, self.version, self.title, self.sets) = (policy, version, title, sets)
  }

  /// The set of that name, or nil.
  public func set(named name: String) -> QuestionnaireSet? { sets.first { $0.name == name } }
}
