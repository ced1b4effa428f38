extension Hierarchy {
  /// The same hierarchy with numbers in place of judgements, which `weights` is asked for, from the goal
  /// down: for what-if questions that need no consistency.
  public func replacingJudgements(
    _ weights: (JudgedWeights) throws -> [Double]
  ) rethrows -> Hierarchy {
    Hierarchy(
      name: name, title: title, source: source, alternatives: alternatives,
      goal: try goal.replacingJudgements(weights))
  }
}

extension Criterion {
  fileprivate func replacingJudgements(
    _ weights: (JudgedWeights) throws -> [Double]
  ) rethrows -> Criterion {
    let replaced: Content =
      switch content {
      case .criteria(let criteria, let source):
        // The goal's judgements come before those under it.
        try replacedCriteria(criteria, source, weights)
      case .alternatives(let source): .alternatives(try source.replacingJudgements(weights))
      case .ratings(let ratings):
        .ratings(
          Ratings(
            intensities: ratings.intensities,
            weights: try ratings.weights.replacingJudgements(weights), ratings: ratings.ratings))
      case .nothing: .nothing
      }
    return Criterion(name: name, title: title, content: replaced, location: location)
  }

  private func replacedCriteria(
    _ criteria: [Criterion], _ source: WeightSource, _ weights: (JudgedWeights) throws -> [Double]
  ) rethrows -> Content {
    let own = try source.replacingJudgements(weights)
    return .criteria(try criteria.map { try $0.replacingJudgements(weights) }, weights: own)
  }
}

extension WeightSource {
  fileprivate func replacingJudgements(
    _ weights: (JudgedWeights) throws -> [Double]
  ) rethrows -> WeightSource {
    if case .judgements(let judged) = self { return .numbers(try weights(judged)) }
    return self
  }
}
