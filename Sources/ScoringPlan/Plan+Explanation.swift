import ScorecardPolicy

extension Plan {
  /// Explains what an interpreter found for one subject; nil when the subject is rejected.
  ///
  /// - Parameter values: the parameter values that the evaluation was made with.
  public func explanation(
    of evaluation: Evaluation, values: ParameterVector? = nil
  ) -> Explanation? {
    guard evaluation.rejection == nil, case .text(let key) = evaluation[.key],
      case .number(let total) = evaluation[layout.total]
    else { return nil }
    let explainer = Explainer(plan: self, values: values ?? self.values, evaluation: evaluation)
    return Explanation(
      key: key, total: total, final: layout.final.flatMap(explainer.number) ?? total,
      dimensions: layout.dimensions.map(explainer.dimension))
  }
}

private struct Explainer {
  let plan: Plan
  let values: ParameterVector
  let evaluation: Evaluation
  /// For each table the registers that stand in for columns with gaps.
  private let substitutes: [[Register: Register]]

  init(plan: Plan, values: ParameterVector, evaluation: Evaluation) {
    (self.plan, self.values, self.evaluation) = (plan, values, evaluation)
    substitutes = plan.tables.indices.map(plan.substitutes)
  }

  func number(_ register: Register) -> Double? {
    if case .number(let number) = evaluation[register] { number } else { nil }
  }

  private func weight(_ weight: TermWeight) -> Double {
    switch weight {
    case .slot(let slot): values[slot]
    case .register(let register): number(register) ?? 0
    }
  }

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
      points: weight * score, rescales: layout.rescales,
      measures: layout.measures.map { measure($0, divisor: divisor) })
  }

  private func measure(_ layout: MeasureLayout, divisor: Double?) -> ExplainedMeasure {
    let score = number(layout.score)
    let own = self.weight(layout.weight)
    let weight = divisor.map { own / $0 } ?? own
    let (floor, cap) = (values[layout.floor], values[layout.cap])
    return ExplainedMeasure(
      name: layout.name, title: layout.title, weight: score == nil ? nil : weight, score: score,
      raw: number(layout.raw), floor: floor.isFinite ? floor : nil, cap: cap.isFinite ? cap : nil,
      formula: layout.formula,
      steps: plan.formulas(leadingTo: layout.raw, inTable: 0).map {
        ExplainedStep(name: $0.name, formula: $0.text, value: evaluation[$0.register])
      }, settings: settings(of: layout.raw), inputs: plan.inputs(of: layout.raw).map(input))
  }

  /// The settings of a measure's own formulas, then of the detail rows' that it aggregates.
  private func settings(of register: Register) -> [PlanSetting] {
    let own = plan.settings(leadingTo: register, inTable: 0, values)
    let details = plan.inputs(of: register).compactMap(\.aggregate).flatMap {
      plan.settings(leadingTo: $0.source, inTable: $0.table, values)
    }
    return (own + details).reduce(into: []) { all, setting in
      if !all.contains(setting) { all.append(setting) }
    }
  }

  private func input(_ input: PlanInput) -> ExplainedInput {
    let columns = plan.tables[0].columns
    let index = input.register.index - 1
    let used = substitutes[0][input.register] ?? input.register
    return ExplainedInput(
      name: input.name, value: evaluation[used],
      unit: input.aggregate == nil && columns.indices.contains(index) ? columns[index].unit : nil,
      rows: input.aggregate.map(rows) ?? [])
  }

  /// The detail rows behind an aggregate; which registers they show is the same for all of them.
  private func rows(of aggregate: Aggregate) -> [ExplainedRow] {
    let substitutes = substitutes[aggregate.table]
    let columns = plan.tables[aggregate.table].columns.enumerated().map { index, column in
      let register = Register(index + 1)
      return (name: column.name, register: substitutes[register] ?? register)
    }
    let formulas = plan.formulas(leadingTo: aggregate.source, inTable: aggregate.table).map {
      (name: $0.name, register: $0.register)
    }
    return evaluation.details[aggregate.table - 1].map { row in
      ExplainedRow(
        values: (columns + formulas).map { (name: $0.name, value: row[$0.register.index]) },
        contribution: row[aggregate.source.index])
    }
  }
}
