import ScorecardPolicy
import ScoringPlan

/// Writes the stages of a plan as steps, each of which reads the one before it.
struct PlanWriter {
  let plan: Plan
  let values: ParameterVector
  let dialect: SQLDialect
  /// What stands for a table in SQL.
  let source: (PlanTable) -> String
  let needs: PlanNeeds
  private(set) var steps: [SQLStep] = []
  /// The relation of each table, as far as it has been computed.
  private(set) var relations: [SQLRelation] = []
  private(set) var reasons: [UnsupportedPlan.Reason] = []
  private var stepNames: ColumnNames

  init(
    _ plan: Plan, _ values: ParameterVector, _ dialect: SQLDialect, measures: Bool,
    tables: [String: String], excluding: [String]
  ) {
    (self.plan, self.values, self.dialect) = (plan, values, dialect)
    source = { tables[$0.name] ?? dialect.identifier($0.name) }
    needs = PlanNeeds(plan, measures: measures)
    stepNames = ColumnNames(
      avoiding: plan.tables.map(\.name) + tables.values + ["excluded"])
    if !excluding.isEmpty { steps.append(excluded(excluding)) }
    for table in plan.tables.indices { addRows(of: table, excludes: !excluding.isEmpty) }
    for (index, stage) in plan.stages.enumerated() { add(stage, at: index) }
  }

  // MARK: Rows

  private func excluded(_ keys: [String]) -> SQLStep {
    let rows = keys.map { "SELECT \(dialect.text($0)) AS excluded_key" }
    return SQLStep(
      name: "excluded", comments: ["Subjects that were rejected before."],
      query: rows.joined(separator: "\nUNION ALL "))
  }

  /// The rows of a table as formulas see them.
  private mutating func addRows(of index: Int, excludes: Bool) {
    let table = plan.tables[index]
    var relation = SQLRelation(
      plan, values, dialect, table: index, name: stepNames.name(Self.plain("\(table.name)_rows")))
    reasons += table.unitReasons
    var items: [String] = []
    func add(_ register: Register, _ name: String, _ type: ValueType, _ facts: RegisterFacts) {
      guard needs.needed[index].contains(register) else { return }
      relation.add(register, facts, named: name)
      items.append("\(dialect.cell(name, type)) AS \(relation.column(register))")
    }
    add(.key, table.keyName, .text, RegisterFacts(kind: .text))
    for (position, column) in table.columns.enumerated() {
      add(Register(position + 1), column.name, column.type, column.facts)
    }
    if index == 0 { items += specials(table, excludes: excludes) }
    if index > 0 { items.append("\(dialect.null(.text)) AS undecided") }
    steps.append(
      SQLStep(
        name: relation.name, comments: ["The rows of \(table.name)."],
        query: select(items, from: source(table))))
    relations.append(relation)
  }

  private func specials(_ table: PlanTable, excludes: Bool) -> [String] {
    let rejected =
      excludes
      ? "CASE WHEN \(dialect.cell(table.keyName, .text)) IN (SELECT excluded_key FROM excluded) "
        + "THEN 'rejected before' END" : dialect.null(.text)
    return ["\(rejected) AS rejected", "\(dialect.null(.text)) AS undecided"]
  }

  /// A name that needs no quotes.
  private static func plain(_ name: String) -> String {
    let letters = name.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let text = String(letters)
    return text.first?.isLetter == true ? text : "t\(text)"
  }

  private func select(_ items: [String], from relation: String) -> String {
    "SELECT\n  \(items.map { $0.indented() }.joined(separator: ",\n  "))\nFROM \(relation)"
  }

  private var subjectName: String { Self.plain(plan.tables[0].name) }

  // MARK: Stages

  private mutating func add(_ stage: Stage, at index: Int) {
    switch stage {
    case .detailRows(let table, let program):
      let kept = needs.needed[table].filter { needed in
        plan.stages.contains { $0.reads(needed, ofDetails: table) }
      }
      add(program, to: table, keeping: kept, at: index)
    case .subjectRows(let program):
      add(program, to: 0, keeping: needs.later(than: index), at: index)
    case .aggregate(let aggregates): add(aggregates, at: index)
    case .require(let requirements): add(requirements, at: index)
    case .statistics, .rank, .grade: addPopulation(stage, at: index)
    }
  }

  private mutating func add(
    _ program: [Instruction], to table: Int, keeping kept: Set<Register>, at index: Int
  ) {
    let printer = RowPrinter(
      program.filter { needs.needed[table].contains($0.result) }, on: relations[table],
      keeping: kept, wishes: plan.registerNames(table: table))
    for reason in printer.reasons where !reasons.contains(reason) { reasons.append(reason) }
    var relation = printer.relation
    relation.name = relations[table].name
    let depth = (printer.guards.map { $0.depth + 1 } + [printer.layers.count]).max() ?? 0
    for layer in 0..<depth {
      let columns = printer.layers.indices.contains(layer) ? printer.layers[layer] : []
      var items = columns.map { "\($0.text) AS \($0.name)" }
      if layer + 1 == depth, !printer.guards.isEmpty {
        let old = relation.columns.filter { column in !columns.contains { $0.name == column } }
        items =
          old + items + (table == 0 ? ["rejected"] : [])
          + ["\(undecided(printer.guards)) AS undecided"]
      } else {
        items.insert("*", at: 0)
      }
      let name = stepNames.name("\(Self.plain(plan.tables[table].name))_values")
      steps.append(
        SQLStep(
          name: name, comments: comments(columns, ofTable: table),
          query: select(items, from: relation.name)))
      relation.name = name
    }
    relations[table] = relation
  }

  /// The titles of what a layer computes.
  private func comments(_ columns: [RowPrinter.Column], ofTable table: Int) -> [String] {
    let (names, titles) = (plan.registerNames(table: table), plan.registerTitles(table: table))
    var registers: [Register] = []
    for column in columns where !registers.contains(column.register) {
      registers.append(column.register)
    }
    return registers.compactMap { register in
      guard let name = names[register], let title = titles[register] else { return nil }
      return "\(name): \(title)"
    }
  }

  private func undecided(_ guards: [RowPrinter.Guard]) -> String {
    let reasons = guards.map { "WHEN \($0.condition) THEN \(dialect.text($0.reason))" }
    return "COALESCE(undecided, CASE\n    \(reasons.joined(separator: "\n    "))\n  END)"
  }

  private mutating func add(_ all: [Aggregate], at index: Int) {
    let aggregates = all.filter { needs.needed[0].contains($0.result) }
    guard !aggregates.isEmpty else { return }
    var relation = relations[0]
    relation.keep(needs.later(than: index).union([.key]))
    let carried = relation.columns
    for aggregate in aggregates {
      relation.add(
        aggregate.result, aggregate.facts(relations[aggregate.table]),
        named: aggregate.wish(plan))
    }
    let details = relations.dropFirst()
    let added = AggregateSteps(relation, details: Array(details)).steps(
      for: aggregates, from: relation.name, details: details.map(\.name),
      carrying: carried + ["rejected"],
      named: stepNames.name("\(subjectName)_details"))
    append(added, to: &relation)
  }

  /// Adds steps of which the last is the relation of subjects from now on.
  private mutating func append(_ added: [SQLStep], to relation: inout SQLRelation) {
    steps += added
    if let last = added.last { relation.name = last.name }
    relations[0] = relation
  }

  // MARK: Requirements

  /// Of what fails first the reason, once for each subject.
  private mutating func add(_ requirements: [Requirement], at index: Int) {
    let writer = RequirementSQL(relations[0])
    let failures = writer.failures(of: requirements)
    var relation = relations[0]
    for requirement in requirements { relation.assume(requirement) }
    guard !failures.isEmpty else {
      relations[0] = relation
      return
    }
    let tested = stepNames.name("\(subjectName)_tested")
    let failed = dialect.identifier(relation.names.name("failure"))
    steps.append(
      SQLStep(
        name: tested, comments: ["What a subject cannot do without."],
        query: select(
          ["*", "\(writer.first(failures)) AS \(failed)"], from: relation.name)))
    relation.keep(needs.later(than: index))
    relation.name = stepNames.name("\(subjectName)_accepted")
    let reasons = writer.reasons(failures)
    steps.append(
      SQLStep(
        name: relation.name, comments: ["The first of it that is not there is the reason."],
        query: select(
          relation.columns + [
            "COALESCE(rejected, CASE \(failed)\n    \(reasons.joined(separator: "\n    "))\n  END) AS rejected",
            "undecided",
          ], from: tested)))
    relations[0] = relation
  }

  // MARK: The population

  private mutating func addPopulation(_ stage: Stage, at index: Int) {
    guard let stage = stage.limited(to: needs.needed[0]) else { return }
    var relation = relations[0]
    relation.keep(needs.later(than: index).union(stage.subjectOperands).union([.key]))
    let carried = relation.columns
    let facts = stage.resultFacts(relation)
    let names = plan.registerNames(table: 0)
    for (register, facts) in facts {
      relation.add(register, facts, named: names[register] ?? "v\(register.index)")
    }
    let added = PopulationSteps(relation).steps(
      for: stage, from: relation.name, carrying: carried + ["rejected"],
      named: stepNames.name("\(subjectName)_\(stage.noun)"))
    append(added, to: &relation)
    relations[0].keep(needs.later(than: index))
  }
}

extension Stage {
  /// The stage of the results that are needed; nil where none is.
  fileprivate func limited(to needed: Set<Register>) -> Stage? {
    switch self {
    case .statistics(let all):
      let statistics = all.filter { needed.contains($0.result) }
      return statistics.isEmpty ? nil : .statistics(statistics)
    default: return self
    }
  }

  /// What it does, in the names of steps.
  fileprivate var noun: String {
    switch self {
    case .statistics: "statistics"
    case .rank: "ranks"
    case .grade: "grades"
    default: "values"
    }
  }

  /// Whether it reads a register of a detail table after its rows.
  fileprivate func reads(_ register: Register, ofDetails table: Int) -> Bool {
    guard case .aggregate(let aggregates) = self else { return false }
    return aggregates.contains {
      $0.table == table && ($0.source == register || $0.condition == register)
    }
  }
}

extension Aggregate {
  /// What its column is called.
  fileprivate func wish(_ plan: Plan) -> String {
    let source = "\(plan.tables[table].name)_\(sourceName ?? "\(source.index)")"
    return "\(function.rawValue.lowercased())_\(source)"
  }
}

extension PlanTable {
  /// Why numbers of files cannot be taken from a database.
  fileprivate var unitReasons: [UnsupportedPlan.Reason] {
    columns.filter { $0.fileUnit != nil && $0.fileUnit != $0.unit }.map { column in
      UnsupportedPlan.Reason(
        path: "tables.\(name).columns.\(column.name).file_unit", formula: column.name,
        problem: "units are converted while files are read, which SQL cannot do to the bit",
        advice: "numbers in the column's own unit, without file_unit")
    }
  }
}
