import ScoringPlan

/// What is known of a weighted sum before any row is seen.
struct WeightedSumShape {
  let terms: [WeightedTerm]
  let rescales: Bool
  private let values: ParameterVector
  private let known: (Register) -> RegisterFacts

  init(
    _ terms: [WeightedTerm], rescales: Bool, _ values: ParameterVector,
    _ known: @escaping (Register) -> RegisterFacts
  ) {
    (self.terms, self.rescales, self.values, self.known) = (terms, rescales, values, known)
  }

  /// Whether a term may be left out because it does not apply.
  func mayNotApply(_ term: WeightedTerm) -> Bool {
    guard let applies = term.applies else { return false }
    return known(applies).constant.map { $0 == .truth(false) } ?? true
  }

  /// Whether a term may be left out because its value is missing.
  func mayBeExcluded(_ term: WeightedTerm) -> Bool {
    term.excludesMissing && known(term.value).mayBeMissing
  }

  /// Whether a term may be left out.
  func mayBeLost(_ term: WeightedTerm) -> Bool { mayNotApply(term) || mayBeExcluded(term) }

  /// Whether weights may have to grow.
  var mayRescale: Bool { rescales && terms.contains(where: mayBeLost) }

  /// Whether no term, or none with a weight, may be left where one is needed.
  var mayLoseAll: Bool {
    guard terms.contains(where: mayBeLost) else { return false }
    if rescales {
      let certain = terms.filter { !mayBeLost($0) }.map(weight)
      let hasWeight = certain.contains { $0.low > 0 } && terms.allSatisfy { weight($0).low >= 0 }
      return !hasWeight
    }
    return terms.allSatisfy(mayBeLost) && terms.contains(where: mayBeExcluded)
  }

  /// Where the weight of a term lies.
  private func weight(_ term: WeightedTerm) -> NumberRange {
    switch term.weight {
    case .slot(let slot): .constant(values[slot])
    case .register(let register): known(register).range
    }
  }

  /// Where the sum lies.
  var range: NumberRange {
    let weights =
      mayRescale ? terms.map { weight($0).joined(rescaled(weight($0))) } : terms.map(weight)
    let products = zip(terms, weights).map { term, weight in
      let product = weight * known(term.value).range
      return mayBeLost(term) ? product.joined(.constant(0)) : product
    }
    return products.dropFirst().reduce(products.first ?? .constant(0)) { $0 + $1 }
  }

  /// A weight divided by the sum of the weights that remain, its own among them.
  private func rescaled(_ weight: NumberRange) -> NumberRange {
    let sum = terms.map { self.weight($0).joined(.constant(0)) }
      .reduce(.constant(0)) { $0 + $1 }
    let quotient = weight / sum
    guard terms.allSatisfy({ self.weight($0).low >= 0 }) else { return quotient }
    return NumberRange(low: 0, high: 1 + 0x1p-40, grain: quotient.grain)
  }
}
