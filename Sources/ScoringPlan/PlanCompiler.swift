import ScorecardPolicy

extension Plan {
  /// Compiles a policy whose weights are computed. O(size of the policy).
  public init(_ resolved: ResolvedPolicy) {
    var compiler = PlanCompiler(resolved)
    self = compiler.compile()
  }
}

/// Turns a resolved policy into a plan.
///
/// The stages: each detail table's row formulas; the aggregates of detail rows; the subjects'
/// formulas, measures and dimension scores; then, across the weight boundary, the total; the
/// requirements; the ranks. Before the boundary nothing depends on the dimensions' weights.
struct PlanCompiler {
  let resolved: ResolvedPolicy
  var parameters = ParameterTable()
  var origins: [FormulaOrigin] = []
  /// The programs of the subject table, then of each detail table.
  var programs: [RowProgram]
  var aggregates: [Aggregate] = []
  private(set) var curves: [Curve] = []
  private(set) var steps: [StepFunction] = []
  private(set) var lookups: [Lookup] = []

  private var policy: Policy { resolved.policy }

  init(_ resolved: ResolvedPolicy) {
    self.resolved = resolved
    programs = resolved.policy.tables.map(RowProgram.init)
  }

  mutating func compile() -> Plan {
    compileNumbers()
    var stages: [Stage] = []
    for table in policy.tables.indices.dropFirst() {
      compileFormulas(of: table)
      let instructions = programs[table].cut()
      if !instructions.isEmpty { stages.append(.detailRows(table: table, instructions)) }
    }
    compileFormulas(of: 0)
    let dimensions = policy.scorecard.dimensions.indices.map { dimension($0) }
    if !aggregates.isEmpty { stages.append(.aggregate(aggregates)) }
    stages.append(.subjectRows(programs[0].cut()))
    let total = self.total(dimensions)
    stages.append(.subjectRows(programs[0].cut()))
    let rankings = policy.rankings.map { ranking($0, dimensions, total) }
    stages.append(.require(requirements(dimensions, total, rankings)))
    if !rankings.isEmpty { stages.append(.rank(rankings)) }
    return Plan(
      policy: policy.name, version: policy.version, title: policy.title, decimals: policy.decimals,
      tables: policy.tables.indices.map { table($0) }, parameters: parameters.parameters,
      values: ParameterVector(parameters.values), curves: curves, steps: steps, lookups: lookups,
      stages: stages, layout: ScorecardLayout(dimensions: dimensions, total: total, final: nil),
      origins: origins)
  }

  /// The index of a new origin.
  mutating func origin(_ path: String, _ text: String) -> Int {
    origins.append(FormulaOrigin(path: path, text: text))
    return origins.count - 1
  }

  // MARK: Numbers and tables

  private mutating func compileNumbers() {
    for parameter in policy.parameters {
      _ = parameters.slot(
        "parameters.\(parameter.name)", value: parameter.value, unit: parameter.unit,
        minimum: parameter.minimum, maximum: parameter.maximum)
    }
    for curve in policy.curves {
      let points = self.points(curve, section: "curves")
      curves.append(Curve(name: curve.name, points: points.map { (x: $0.0, y: $0.1) }))
    }
    for step in policy.steps {
      let rows = points(step, section: "steps")
      steps.append(
        StepFunction(name: step.name, rows: rows.map { (threshold: $0.0, value: $0.1) }))
    }
    for lookup in policy.lookups {
      let slots = lookup.entries.map {
        parameters.slot("lookups.\(lookup.name).\($0.key)", value: $0.value)
      }
      lookups.append(Lookup(name: lookup.name, keys: lookup.entries.map(\.key), values: slots))
    }
  }

  private mutating func points(
    _ declared: PointsDeclaration, section: String
  ) -> [(ParameterSlot, ParameterSlot)] {
    declared.points.enumerated().map { index, point in
      let path = "\(section).\(declared.name).\(index + 1)"
      return (
        parameters.slot("\(path).x", value: point.x), parameters.slot("\(path).y", value: point.y)
      )
    }
  }

  private func table(_ index: Int) -> PlanTable {
    let table = policy.tables[index]
    return PlanTable(
      name: table.name, keyName: table.key.name, keyHeaders: table.key.headers,
      columns: table.columns.map { column in
        PlanColumn(
          name: column.name, headers: column.headers, type: column.type, unit: column.unit,
          minimum: column.minimum, maximum: column.maximum, allowedTexts: column.allowedTexts,
          allowsMissing: column.missing != .reject)
      }, uniqueBy: table.uniqueBy, ignoresUnknownKeys: table.ignoresUnknownKeys,
      registerCount: programs[index].registerCount)
  }

  private mutating func compileFormulas(of table: Int) {
    let declared = policy.tables[table]
    for column in declared.columns {
      guard case .use(let number) = column.missing else { continue }
      let path = "tables.\(declared.name).columns.\(column.name).missing"
      let origin = self.origin(path, column.name)
      let slot = parameters.slot(path, value: number, unit: column.unit)
      let value = ValueReference(source: .column, name: column.name)
      let substitute = programs[table].add(.parameter(slot), origin: origin)
      programs[table][value] = programs[table].add(
        .ifMissing(programs[table][value], substitute), origin: origin)
    }
    for declaration in declared.formulas {
      let value = ValueReference(source: .formula, name: declaration.name)
      programs[table][value] = register(of: declaration.formula, in: table)
    }
  }

  // MARK: The scorecard

  private mutating func dimension(_ index: Int) -> DimensionLayout {
    let declared = policy.scorecard.dimensions[index]
    let path = "scorecard.dimensions.\(declared.name)"
    let weights = resolved.measureWeights[index].weights
    let measures = zip(declared.measures, weights).map { measure($0, weight: $1, path: path) }
    var rescales = true
    if case .absent = declared.weights { rescales = !declared.isBonus }
    let score = programs[0].add(
      .weightedSum(
        measures.map {
          WeightedTerm(
            value: $0.score, weight: $0.weight, applies: $0.applies,
            excludesMissing: $0.excludesMissing)
        }, rescales: rescales), origin: origin(path, "the weighted sum of its measures"))
    return DimensionLayout(
      name: declared.name, title: declared.title, isBonus: declared.isBonus,
      weight: .slot(dimensionWeight(declared)), score: score, measures: measures, rescales: rescales
    )
  }

  private mutating func dimensionWeight(_ declared: DimensionDeclaration) -> ParameterSlot {
    let resolvedWeights = resolved.dimensionWeights
    let position = resolvedWeights.labels.firstIndex(of: declared.name)
    return parameters.slot(
      "scorecard.weights.\(declared.name)",
      value: declared.isBonus ? 1 : position.map { resolvedWeights.weights[$0] } ?? 1)
  }

  private mutating func measure(
    _ declared: MeasureDeclaration, weight: Double, path: String
  ) -> MeasureLayout {
    let measurePath = "\(path).measures.\(declared.name)"
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
    return MeasureLayout(
      name: declared.name, title: declared.title,
      weight: .slot(parameters.slot("\(path).weights.\(declared.name)", value: weight)), raw: raw,
      score: score, floor: floor, cap: cap, excludesMissing: declared.missing == .exclude,
      formula: declared.score.text)
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

  private mutating func total(_ dimensions: [DimensionLayout]) -> Register {
    let terms = dimensions.map {
      WeightedTerm(value: $0.score, weight: $0.weight, excludesMissing: false)
    }
    return programs[0].add(
      .weightedSum(terms, rescales: false),
      origin: origin("scorecard", "the weighted sum of the dimensions"))
  }

  // MARK: What is published

  private func requirements(
    _ dimensions: [DimensionLayout], _ total: Register, _ rankings: [Ranking]
  ) -> [Requirement] {
    var requirements: [Requirement] = []
    for dimension in dimensions {
      for measure in dimension.measures where !measure.excludesMissing {
        requirements.append(
          Requirement(
            register: measure.score, name: "\(dimension.name).\(measure.name)", mustRank: false))
      }
      requirements.append(
        Requirement(register: dimension.score, name: dimension.name, mustRank: false))
    }
    requirements.append(Requirement(register: total, name: "total", mustRank: false))
    for ranking in rankings {
      requirements.append(Requirement(register: ranking.by, name: ranking.name, mustRank: true))
    }
    return requirements
  }

  private mutating func ranking(
    _ declared: RankingDeclaration, _ dimensions: [DimensionLayout], _ total: Register
  ) -> Ranking {
    let by: Register =
      switch declared.by.source {
      case .total, .final: total
      case .dimension: dimensions.first { $0.name == declared.by.name }?.score ?? total
      default: programs[0][declared.by]
      }
    let within = declared.within.map {
      programs[0][ValueReference(source: .column, name: $0)]
    }
    return Ranking(
      name: declared.name, by: by, within: within, result: programs[0].newRegister())
  }
}
