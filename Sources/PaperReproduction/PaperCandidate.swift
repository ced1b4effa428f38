import AHP

/// One way to come to a number that a paper may have gone, and the number it leads to.
public struct PaperCandidate: Hashable, Sendable {
  /// How the weights behind it are derived; nil where there are none.
  public let method: PriorityMethod?
  /// The table of the random index in it; nil where there is none.
  public let randomIndex: String?
  /// The formula, where a quantity has several; nil where it has one.
  public let formula: String?
  /// What it starts from, such as `the judgements` or `the printed weights`.
  public let basis: String
  /// The number.
  public let value: Double

  init(
    _ value: Double, method: PriorityMethod? = nil, randomIndex: String? = nil,
    formula: String? = nil, basis: String
  ) {
    self.value = value
    self.method = method
    self.randomIndex = randomIndex
    self.formula = formula
    self.basis = basis
  }

  /// The same way with one step more.
  func leading(to value: Double, randomIndex: String? = nil) -> PaperCandidate {
    PaperCandidate(
      value, method: method, randomIndex: randomIndex ?? self.randomIndex, formula: formula,
      basis: basis)
  }
}
