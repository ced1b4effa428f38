import ScorecardPolicy

extension Plan {
  /// Explains what an interpreter found for one subject; nil when the subject is rejected.
  ///
  /// - Parameters:
  ///   - values: the parameter values that the evaluation was made with.
  ///   - trace: the plan's trace, when many subjects are explained.
  public func explanation(
    of evaluation: Evaluation, values: ParameterVector? = nil, trace: PlanTrace? = nil
  ) -> Explanation? {
    guard evaluation.rejection == nil, case .text(let key) = evaluation[.key],
      case .number(let total) = evaluation[layout.total]
    else { return nil }
    let explainer = Explainer(
      self, values: values ?? self.values, evaluation: evaluation, trace ?? PlanTrace(self))
    return Explanation(
      key: key, total: total, final: layout.final.flatMap(explainer.number) ?? total,
      weightsBy: explainer.choice(of: layout.dimensions.map(\.weight)),
      dimensions: layout.dimensions.map(explainer.dimension),
      gates: layout.gates.map(explainer.gate), results: layout.results.map(explainer.result))
  }
}

private struct Explainer {
  let plan: Plan
  let values: ParameterVector
  let evaluation: Evaluation
  let trace: PlanTrace

  init(_ plan: Plan, values: ParameterVector, evaluation: Evaluation, _ trace: PlanTrace) {
    (self.plan, self.values, self.evaluation, self.trace) = (plan, values, evaluation, trace)
  }

  func number(_ register: Register) -> Double? {
    if case .number(let number) = evaluation[register] { number } else { nil }
  }

  // MARK: Dimensions and measures

  func dimension(_ layout: DimensionLayout) -> ExplainedDimension {
    let score = number(layout.score) ?? 0
    let weight = self.weight(layout.weight)
    let present = layout.measures.filter { number($0.score) != nil }
    var divisor: Double?
    if layout.rescales, present.count < layout.measures.count, let first = present.first {
      divisor = present.dropFirst().reduce(self.weight(first.weight)) {
        $0 + self.weight($1.weight)
      }
    }
    return ExplainedDimension(
      name: layout.name, title: layout.title, isBonus: layout.isBonus, weight: weight, score: score,
      points: weight * score, weightsBy: choice(of: layout.measures.map(\.weight)),
      rescales: layout.rescales,
      measures: layout.measures.map { measure($0, divisor: divisor) })
  }

  private func weight(_ weight: TermWeight) -> Double {
    switch weight {
    case .slot(let slot): values[slot]
    case .register(let register): number(register) ?? 0
    }
  }

  /// What weights are chosen by; nil when they are the same for every subject.
  func choice(of weights: [TermWeight]) -> ExplainedInput? {
    for case .register(let register) in weights {
      return trace.inputs(of: register).first.map(input)
    }
    return nil
  }

  private func measure(_ layout: MeasureLayout, divisor: Double?) -> ExplainedMeasure {
    let score = number(layout.score)
    let own = self.weight(layout.weight)
    let weight = divisor.map { own / $0 } ?? own
    let (floor, cap) = (values[layout.floor], values[layout.cap])
    return ExplainedMeasure(
      name: layout.name, title: layout.title, guidance: layout.guidance,
      applies: layout.applies.map { evaluation[$0] == .truth(true) } ?? true,
      condition: layout.condition, weight: score == nil ? nil : weight, score: score,
      raw: number(layout.raw), floor: floor.isFinite ? floor : nil, cap: cap.isFinite ? cap : nil,
      formula: layout.formula, steps: steps(behind: layout.uses),
      settings: settings(of: [layout.raw]),
      inputs: inputs(of: [layout.raw] + [layout.applies].compactMap(\.self)))
  }

  // MARK: Gates and results

  func gate(_ layout: GateLayout) -> ExplainedGate {
    let registers = [layout.when].compactMap(\.self) + layout.effects.map(\.amount)
    return ExplainedGate(
      name: layout.name, title: layout.title, because: layout.because,
      condition: layout.condition,
      applied: layout.when.map { evaluation[$0] == .truth(true) } ?? true,
      effects: layout.effects.map {
        ExplainedGate.Effect(effect: $0.effect, amount: number($0.amount), formula: $0.formula)
      },
      before: number(layout.before) ?? 0, after: number(layout.after) ?? 0,
      ineligible: layout.ineligible, steps: steps(behind: layout.uses),
      inputs: inputs(of: registers),
      settings: settings(of: registers))
  }

  func result(_ layout: ResultLayout) -> ExplainedResult {
    ExplainedResult(
      name: layout.name, title: layout.title, type: layout.type, unit: layout.unit,
      value: evaluation[layout.register], formula: layout.formula,
      steps: steps(behind: layout.uses), settings: settings(of: [layout.register]),
      inputs: inputs(of: [layout.register]))
  }

  // MARK: What a value comes from

  private func steps(behind uses: [Int]) -> [ExplainedStep] {
    trace.formulas(behind: uses, inTable: 0).map {
      ExplainedStep(
        name: $0.name, formula: $0.text, type: $0.type, unit: $0.unit,
        value: evaluation[$0.register])
    }
  }

  /// The settings of the formulas themselves, then of the detail rows that they aggregate.
  private func settings(of registers: [Register]) -> [PlanSetting] {
    let own = registers.flatMap {
      trace.settings(leadingTo: $0, inTable: 0, values, row: evaluation.subject)
    }
    let aggregates = registers.flatMap(trace.inputs).compactMap(\.aggregate)
    let details = aggregates.flatMap { aggregate in
      ([aggregate.source] + [aggregate.condition].compactMap(\.self)).flatMap {
        trace.settings(leadingTo: $0, inTable: aggregate.table, values)
      }
    }
    return (own + details).reduce(into: []) { all, setting in
      if !all.contains(setting) { all.append(setting) }
    }
  }

  private func inputs(of registers: [Register]) -> [ExplainedInput] {
    var seen: Set<Register> = []
    return registers.flatMap(trace.inputs).filter { seen.insert($0.register).inserted }.map(input)
  }

  private func input(_ input: PlanInput) -> ExplainedInput {
    let kind = trace.kind(of: input)
    return ExplainedInput(
      name: input.name, value: evaluation[trace.substitute(for: input.register, inTable: 0)],
      type: kind.type, unit: kind.unit, aggregate: input.aggregate,
      rows: input.aggregate.map(rows) ?? [])
  }

  /// The detail rows behind an aggregate that count; which registers they show is the same for all of
  /// them.
  private func rows(of aggregate: Aggregate) -> [ExplainedRow] {
    let table = aggregate.table
    let columns = plan.tables[table].columns.enumerated().map { index, column in
      let register = trace.substitute(for: Register(index + 1), inTable: table)
      return (name: column.name, type: column.type, register: register)
    }
    let formulas = trace.formulas(behind: aggregate.uses, inTable: table).map {
      (name: $0.name, type: $0.type, register: $0.register)
    }
    let shown = columns + formulas
    return evaluation.details[table - 1].filter { row in
      aggregate.condition.map { row[$0.index] != .truth(false) } ?? true
    }.map { row in
      ExplainedRow(
        values: shown.map { (name: $0.name, type: $0.type, value: row[$0.register.index]) },
        contribution: row[aggregate.source.index])
    }
  }
}
