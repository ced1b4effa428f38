import ScorecardPolicy

// Compiling what follows from the total: gates, rankings, grades, results, payroll.
extension PlanCompiler {
  /// Lets later formulas use the scores by name.
  mutating func declare(_ dimensions: [DimensionLayout], _ total: Register) {
    for dimension in dimensions {
      programs[0][ValueReference(source: .dimension, name: dimension.name)] = dimension.score
      for measure in dimension.measures {
        let name = "\(dimension.name).\(measure.name)"
        programs[0][ValueReference(source: .measure, name: name)] = measure.score
      }
    }
    // Without gates the value after the gates is the total.
    for source in [ValueReference.Source.total, .final] {
      for name in ["total", "final"] {
        programs[0][ValueReference(source: source, name: name)] = total
      }
    }
  }

  // MARK: Gates

  mutating func gates(_ total: Register) -> (gates: [GateLayout], final: Register) {
    var running = total
    let gates = policy.gates.map { gate in
      let layout = self.gate(gate, running)
      running = layout.after
      return layout
    }
    programs[0][ValueReference(source: .final, name: "final")] = running
    return (gates, running)
  }

  private mutating func gate(_ declared: GateDeclaration, _ before: Register) -> GateLayout {
    let origin = self.origin(declared.path, declared.when?.text ?? "always")
    let when = declared.when.map { register(of: $0, in: 0) }
    var after = before
    let effects = declared.effects.map { effect, declaredAmount in
      let amount = amount(declaredAmount, "\(declared.path).\(effect.rawValue)", origin)
      let changed = programs[0].add(effect.operation(after, amount), origin: origin)
      after = choose(when, changed, after, origin)
      return GateLayout.Effect(
        effect: effect, amount: amount, formula: declaredAmount.formula?.text)
    }
    let formulas =
      [declared.when].compactMap(\.self) + declared.effects.compactMap(\.amount.formula)
    return GateLayout(
      name: declared.name, title: declared.title, because: declared.because, when: when,
      condition: declared.when?.text, effects: effects, before: before, after: after,
      ineligible: declared.ineligible, uses: formulas.flatMap { uses($0, in: 0) })
  }

  private mutating func amount(_ amount: GateAmount, _ path: String, _ origin: Int) -> Register {
    switch amount {
    case .number(let number):
      let slot = parameters.slot(path, value: number, unit: Unit(.point))
      return programs[0].add(.parameter(slot), origin: origin)
    case .formula(let formula): return register(of: formula, in: 0)
    }
  }

  private mutating func choose(
    _ when: Register?, _ then: Register, _ otherwise: Register, _ origin: Int
  ) -> Register {
    guard let when else { return then }
    return programs[0].add(
      .select(condition: when, then: then, otherwise: otherwise), origin: origin)
  }

  /// The truths of the gates that leave people out of a ranking or grade.
  private mutating func ineligible(_ name: String, _ gates: [GateLayout]) -> [Register] {
    gates.filter { $0.ineligible.includes(name) }.map { gate in
      gate.when ?? programs[0].add(.truth(true), origin: origin("gates.\(gate.name)", "always"))
    }
  }

  func requirements(
    _ gates: [GateLayout], _ final: Register, _ rankings: [Ranking], _ gradings: [Grading]
  ) -> [Requirement] {
    let conditions = gates.compactMap { gate in
      gate.when.map { Requirement(register: $0, name: "gates.\(gate.name).when") }
    }
    return conditions
      + (gates.isEmpty ? [] : [Requirement(register: final, name: "final")])
      + rankings.map { Requirement(register: $0.by, name: $0.name, mustRank: true) }
      + gradings.map { Requirement(register: $0.by, name: $0.name, mustRank: true) }
  }

  // MARK: Rankings and grades

  mutating func ranking(_ declared: RankingDeclaration, _ gates: [GateLayout]) -> Ranking {
    let ranking = Ranking(
      name: declared.name, title: declared.title, by: programs[0][declared.by],
      within: declared.within.map { programs[0][ValueReference(source: .column, name: $0)] },
      ineligible: ineligible(declared.name, gates), result: programs[0].newRegister())
    programs[0][ValueReference(source: .ranking, name: declared.name)] = ranking.result
    return ranking
  }

  mutating func grading(_ declared: GradeDeclaration, _ gates: [GateLayout]) -> Grading {
    let path = "grades.\(declared.name).bands"
    let grading = Grading(
      name: declared.name, title: declared.title, by: programs[0][declared.by],
      within: declared.within.map { programs[0][ValueReference(source: .column, name: $0)] },
      ties: declared.ties.map {
        Grading.Tie(
          register: programs[0][$0.value], isText: $0.type == .text,
          isDescending: $0.isDescending, name: $0.value.name)
      },
      bands: declared.bands.enumerated().map { band($1, path: "\(path).\($0 + 1)") },
      ineligible: ineligible(declared.name, gates), result: programs[0].newRegister())
    programs[0][ValueReference(source: .grade, name: declared.name)] = grading.result
    return grading
  }

  private mutating func band(_ declared: BandDeclaration, path: String) -> Grading.Band {
    let limit: Grading.Limit =
      switch declared.limit {
      case .seats(let seats): .seats(parameters.slot("\(path).seats", value: Double(seats)))
      case .share(let share): .share(parameters.slot("\(path).share", value: share))
      case .minimum(let minimum): .minimum(parameters.slot("\(path).minimum", value: minimum))
      case .rest: .rest
      }
    return Grading.Band(grade: declared.grade, title: declared.title, limit: limit)
  }

  // MARK: Results

  /// The results in the order written.
  mutating func results() -> [ResultLayout] {
    var layouts: [String: ResultLayout] = [:]
    for declared in policy.results {
      let register = register(of: declared.formula, in: 0)
      programs[0][ValueReference(source: .result, name: declared.name)] = register
      layouts[declared.name] = ResultLayout(
        name: declared.name, title: declared.title, type: declared.formula.type,
        unit: declared.formula.unit, register: register, formula: declared.formula.text,
        uses: uses(declared.formula, in: 0))
    }
    return policy.resultOrder.compactMap { layouts[$0] }
  }

  func requirements(_ results: [ResultLayout]) -> [Requirement] {
    results.map {
      Requirement(register: $0.register, name: "results.\($0.name)", allowsMissing: true)
    }
  }

  mutating func payroll(
    _ declared: PayrollDeclaration, _ results: [ResultLayout]
  ) -> PayrollLayout? {
    results.first { $0.name == declared.amount }.map { result in
      PayrollLayout(
        amount: result.name, register: result.register, unit: result.unit,
        budget: parameters.slot(
          "payroll.budget", value: declared.budget ?? .infinity, unit: result.unit))
    }
  }
}

extension GateEffect {
  /// What makes the value after the effect of that before it and the amount.
  fileprivate func operation(_ value: Register, _ amount: Register) -> Operation {
    switch self {
    case .deduct: .arithmetic(.subtract, value, amount)
    case .cap: .minimum(value, amount)
    }
  }
}

extension GateAmount {
  /// The formula; nil for a number.
  fileprivate var formula: Formula? {
    if case .formula(let formula) = self { formula } else { nil }
  }
}
