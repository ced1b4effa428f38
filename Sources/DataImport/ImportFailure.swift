/// Why an import is not carried out: everything that is wrong, and everything that the map must decide.
public struct ImportFailure: Error, Sendable, CustomStringConvertible {
  /// Files that cannot be read as the map says, and totals that the rows do not reach.
  public let faults: [ImportFault]
  /// What the map must decide.
  public let questions: [ImportQuestion]

  /// A failure.
  public init(faults: [ImportFault] = [], questions: [ImportQuestion] = []) {
    (self.faults, self.questions) = (faults, questions)
  }

  /// All faults and questions, one below the other.
  public var description: String {
    (faults.map(\.description) + questions.map(\.description)).joined(separator: "\n")
  }
}
