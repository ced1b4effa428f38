import ScorecardPolicy

// Compiling measures, dimensions and the total.
extension PlanCompiler {
  /// A dimension before it is weighed against the others.
  struct DimensionScore {
    let declared: DimensionDeclaration
    let score: Register
    let measures: [MeasureLayout]
    let rescales: Bool
  }

  mutating func dimensionScore(_ index: Int) -> DimensionScore {
    let declared = policy.scorecard.dimensions[index]
    let path = "scorecard.dimensions.\(declared.name)"
    let weights = self.weights(resolved.measureWeights[index], path: path)
    let measures = zip(declared.measures, weights).map { measure($0, weight: $1, path: path) }
    var rescales = true
    if case .absent = declared.weights { rescales = !declared.isBonus }
    let terms = measures.map {
      WeightedTerm(
        value: $0.score, weight: $0.weight, applies: $0.applies,
        excludesMissing: $0.excludesMissing)
    }
    let score = programs[0].add(
      .weightedSum(terms, rescales: rescales),
      origin: origin(path, "the weighted sum of its measures"))
    return DimensionScore(
      declared: declared, score: score, measures: measures, rescales: rescales)
  }

  /// The dimensions with their weights, which are loaded only here, across the weight boundary.
  mutating func weighed(_ scores: [DimensionScore]) -> [DimensionLayout] {
    let resolvedWeights = resolved.dimensionWeights
    let weights = self.weights(resolvedWeights, path: "scorecard")
    return scores.map { dimension in
      let declared = dimension.declared
      let position = declared.isBonus ? nil : resolvedWeights.labels.firstIndex(of: declared.name)
      let weight =
        position.map { weights[$0] }
        ?? .slot(parameters.slot("scorecard.weights.\(declared.name)", value: 1))
      return DimensionLayout(
        name: declared.name, title: declared.title, isBonus: declared.isBonus, weight: weight,
        score: dimension.score, measures: dimension.measures, rescales: dimension.rescales)
    }
  }

  /// A weight for each label: a slot, or a number looked up by each subject's text.
  private mutating func weights(_ resolved: ResolvedWeights, path: String) -> [TermWeight] {
    guard let column = resolved.column else {
      return zip(resolved.labels, resolved.weights).map { label, weight in
        .slot(parameters.slot("\(path).weights.\(label)", value: weight))
      }
    }
    let text = programs[0][ValueReference(source: .column, name: column)]
    return resolved.labels.indices.map { item in
      let slots = resolved.choices.map { choice in
        parameters.slot(
          "\(path).weights.\(choice.value).\(resolved.labels[item])",
          value: choice.weights.weights[item])
      }
      lookups.append(
        Lookup(
          name: "\(path).weights.\(resolved.labels[item])",
          keys: resolved.choices.map(\.value), values: slots))
      return .register(
        programs[0].add(
          .lookup(lookups.count - 1, text, default: nil),
          origin: origin("\(path).weights", "weights by \(column)")))
    }
  }

  private mutating func measure(
    _ declared: MeasureDeclaration, weight: TermWeight, path: String
  ) -> MeasureLayout {
    let measurePath = "\(path).measures.\(declared.name)"
    let applies = declared.when.map { register(of: $0, in: 0) }
    let raw = register(of: declared.score, in: 0)
    let origin = self.origin(measurePath, declared.score.text)
    var score = raw
    if case .use(let number) = declared.missing {
      score = combine(score, "\(measurePath).missing", number, origin) { .ifMissing($0, $1) }
    }
    let floor = parameters.slot("\(measurePath).floor", value: declared.floor ?? -.infinity)
    let cap = parameters.slot("\(measurePath).cap", value: declared.cap ?? .infinity)
    score = combine(score, "\(measurePath).floor", 0, origin) { .maximum($0, $1) }
    score = combine(score, "\(measurePath).cap", 0, origin) { .minimum($0, $1) }
    if let applies {
      score = programs[0].add(.onlyIf(condition: applies, score), origin: origin)
    }
    return MeasureLayout(
      name: declared.name, title: declared.title, guidance: declared.guidance, weight: weight,
      applies: applies, condition: declared.when?.text, raw: raw, score: score, floor: floor,
      cap: cap,
      excludesMissing: declared.missing == .exclude, formula: declared.score.text,
      uses: uses(declared.score, in: 0))
  }

  /// An operation on a register and the parameter of a path.
  private mutating func combine(
    _ register: Register, _ path: String, _ value: Double, _ origin: Int,
    _ operation: (Register, Register) -> Operation
  ) -> Register {
    let slot = parameters.slot(path, value: value)
    let parameter = programs[0].add(.parameter(slot), origin: origin)
    return programs[0].add(operation(register, parameter), origin: origin)
  }

  mutating func total(_ dimensions: [DimensionLayout]) -> Register {
    let terms = dimensions.map {
      WeightedTerm(value: $0.score, weight: $0.weight, excludesMissing: false)
    }
    return programs[0].add(
      .weightedSum(terms, rescales: false),
      origin: origin("scorecard", "the weighted sum of the dimensions"))
  }

  func requirements(_ dimensions: [DimensionLayout], _ total: Register) -> [Requirement] {
    var requirements: [Requirement] = []
    for dimension in dimensions {
      for measure in dimension.measures {
        let name = "\(dimension.name).\(measure.name)"
        if let applies = measure.applies {
          requirements.append(Requirement(register: applies, name: "\(name).when"))
        }
        if !measure.excludesMissing {
          requirements.append(
            Requirement(register: measure.score, name: name, applies: measure.applies))
        }
      }
      requirements.append(Requirement(register: dimension.score, name: dimension.name))
    }
    return requirements + [Requirement(register: total, name: "total")]
  }
}
