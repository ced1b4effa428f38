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
/// formulas, measures and dimension scores; then, across the weight boundary, the total; the gates;
/// the ranks and grades; the results. Before the boundary nothing depends on the dimensions' weights.
/// Requirements stand where what they need is there; statistics over the population stand between
/// the row programs that they look at and those that use them.
struct PlanCompiler {
  let resolved: ResolvedPolicy
  var parameters = ParameterTable()
  var origins: [FormulaOrigin] = []
  /// The programs of the subject table, then of each detail table.
  var programs: [ProgramBuilder]
  var aggregates: [Aggregate] = []
  /// The condition of each aggregate.
  var conditions: [CheckedExpression?] = []
  var lookups: [Lookup] = []
  /// For each table its named formulas.
  var formulas: [[PlanFormula]]
  private(set) var curves: [Curve] = []

  var policy: Policy { resolved.policy }

  init(_ resolved: ResolvedPolicy) {
    self.resolved = resolved
    programs = resolved.policy.tables.map(ProgramBuilder.init)
    formulas = resolved.policy.tables.map { _ in [] }
  }

  mutating func compile() -> Plan {
    compileNumbers()
    for table in policy.tables.indices.reversed() { compileFormulas(of: table) }
    let scores = policy.scorecard.dimensions.indices.map { dimensionScore($0) }
    var stages = programs[0].cutStages()
    let dimensions = weighed(scores)
    let total = self.total(dimensions)
    stages += programs[0].cutStages() + [.require(requirements(dimensions, total))]
    declare(dimensions, total)
    let (gates, final) = self.gates(total)
    let rankings = policy.rankings.map { ranking($0, gates) }
    let gradings = policy.grades.map { grading($0, gates) }
    stages += programs[0].cutStages()
    let needed = requirements(gates, final, rankings, gradings)
    if !needed.isEmpty { stages.append(.require(needed)) }
    if !rankings.isEmpty { stages.append(.rank(rankings)) }
    if !gradings.isEmpty { stages.append(.grade(gradings)) }
    let results = self.results()
    stages += programs[0].cutStages()
    if !results.isEmpty { stages.append(.require(requirements(results))) }
    let payroll = policy.payroll.flatMap { self.payroll($0, results) }
    return Plan(
      policy: policy.name, version: policy.version, title: policy.title,
      effectiveFrom: policy.effectiveFrom, appeal: policy.appeal, decimals: policy.decimals,
      tables: policy.tables.indices.map { table($0) }, parameters: parameters.parameters,
      values: ParameterVector(parameters.values), curves: curves, lookups: lookups,
      stages: detailStages() + stages,
      layout: ScorecardLayout(
        dimensions: dimensions, total: total, gates: gates,
        final: gates.isEmpty ? nil : final, results: results),
      payroll: payroll, formulas: formulas, origins: origins)
  }

  /// The index of a new origin.
  mutating func origin(_ path: String, _ text: String) -> Int {
    origins.append(FormulaOrigin(path: path, text: text))
    return origins.count - 1
  }

  /// Detail rows come first: conditions of aggregates are among their instructions.
  private mutating func detailStages() -> [Stage] {
    var stages: [Stage] = []
    for table in policy.tables.indices.dropFirst() {
      let instructions = programs[table].cutRows()
      if !instructions.isEmpty { stages.append(.detailRows(table: table, instructions)) }
    }
    return aggregates.isEmpty ? stages : stages + [.aggregate(aggregates)]
  }

  // MARK: Numbers and tables

  private mutating func compileNumbers() {
    for parameter in policy.parameters {
      _ = parameters.slot(
        "parameters.\(parameter.name)", value: parameter.value, unit: parameter.unit,
        minimum: parameter.minimum, maximum: parameter.maximum)
    }
    for declared in policy.curves {
      let points = declared.points.enumerated().map { index, point in
        let path = "\(declared.kind.section).\(declared.name).\(index + 1)"
        return Curve.Point(
          x: parameters.slot("\(path).x", value: point.x),
          y: parameters.slot("\(path).y", value: point.y))
      }
      curves.append(Curve(kind: declared.kind, name: declared.name, points: points))
    }
    for lookup in policy.lookups {
      let slots = lookup.entries.map {
        parameters.slot("lookups.\(lookup.name).\($0.key)", value: $0.value)
      }
      lookups.append(Lookup(name: lookup.name, keys: lookup.entries.map(\.key), values: slots))
    }
  }

  private func table(_ index: Int) -> PlanTable {
    let table = policy.tables[index]
    let order = table.order.map { programs[index][ValueReference(source: .column, name: $0)] }
    return PlanTable(
      name: table.name, keyName: table.key.name, keyHeaders: table.key.headers,
      columns: table.columns.map { column in
        PlanColumn(
          name: column.name, headers: column.headers, type: column.type, unit: column.unit,
          fileUnit: column.fileUnit, minimum: column.minimum, maximum: column.maximum,
          allowedTexts: column.allowedTexts, allowsMissing: column.missing != .reject)
      }, uniqueBy: table.uniqueBy, order: order, ignoresUnknownKeys: table.ignoresUnknownKeys,
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
      let register = register(of: declaration.formula, in: table)
      programs[table][value] = register
      formulas[table].append(
        PlanFormula(
          name: declaration.name, text: declaration.formula.text,
          type: declaration.formula.type, unit: declaration.formula.unit, register: register,
          uses: uses(declaration.formula, in: table)))
    }
  }

  /// The named formulas of a table that a formula uses, by their index.
  func uses(_ formula: Formula, in table: Int) -> [Int] {
    uses(formula.expression, in: table)
  }

  /// The named formulas of a table that an expression uses, by their index.
  func uses(_ expression: CheckedExpression, in table: Int) -> [Int] {
    let names = expression.references.filter { $0.source == .formula }.map(\.name)
    return formulas[table].indices.filter { names.contains(formulas[table][$0].name) }
  }
}
