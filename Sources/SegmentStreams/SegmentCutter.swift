import ScoringEngine
import ScoringPlan

/// Finds the segments of a plan and what each hands to the next.
struct SegmentCutter {
  private let plan: Plan
  private let ranges: [(population: Range<Int>, rows: Range<Int>)]
  private let isText: [Bool]
  private let results: [Register]
  private let reasons: ReasonInputs

  init(_ plan: Plan, measures: Bool) {
    self.plan = plan
    ranges = Self.ranges(plan)
    isText = plan.textRegisters(of: 0)
    results = plan.resultRegisters(withMeasures: measures)
    reasons = ReasonInputs(plan)
  }

  var segments: [PlanSegment] {
    ranges.indices.map { number in
      let (population, rows) = ranges[number]
      let carried = carried(after: number)
      return PlanSegment(
        number: number, populationStages: population, rowStages: rows,
        populationResults: plan.stages[population].flatMap(\.populationResults), carried: carried,
        carriedNames: carried.map { $0.name(in: plan) }, isLast: number == ranges.count - 1,
        kept: kept(after: number))
    }
  }

  /// The stages of each segment. A stage over the population that reads what another has found begins
  /// a segment of its own, because it is the filters that write what stages over the population read.
  private static func ranges(_ plan: Plan) -> [(Range<Int>, Range<Int>)] {
    var ranges: [(Range<Int>, Range<Int>)] = []
    var start = 0
    while start < plan.stages.count || ranges.isEmpty {
      var end = start
      var found: Set<Register> = []
      while end < plan.stages.count, plan.stages[end].looksAtPopulation,
        found.isDisjoint(with: plan.stages[end].populationInputs.map(\.register))
      {
        // The filter before the first of them is the one that runs from rows.
        if ranges.isEmpty { break }
        found.formUnion(plan.stages[end].populationResults)
        end += 1
      }
      let population = start..<end
      while end < plan.stages.count, !plan.stages[end].looksAtPopulation { end += 1 }
      ranges.append((population, population.upperBound..<end))
      start = end
    }
    return ranges
  }

  // MARK: Columns for stages over the population

  private func carried(after number: Int) -> [CarriedColumn] {
    guard number + 1 < ranges.count else { return [] }
    var columns: [CarriedColumn] = []
    for input in plan.stages[ranges[number + 1].population].flatMap(\.populationInputs) {
      let column = CarriedColumn(
        input.register, input.role, decimals: input.decimals ?? plan.decimals)
      if !columns.contains(column) { columns.append(column) }
    }
    return columns
  }

  // MARK: Registers for filters

  private func kept(after number: Int) -> [KeptRegister] {
    guard number + 1 < ranges.count else { return [] }
    let next = ranges[number + 1]
    let later = next.population.upperBound..<plan.stages.count
    let carriedLater = (number + 1..<ranges.count).flatMap { carried(after: $0).map(\.register) }
    let needed = Set(
      plan.registers(neededBy: later, keeping: results + carriedLater + reasons.values(in: later)))
    let before = writtenBefore(next.population.lowerBound)
    let values = needed.filter(before.contains)
    let states = Set(reasons.states(in: later) + faultSources(of: next.population))
      .filter { before.contains($0) && !values.contains($0) }
    let all =
      values.map { KeptRegister(register: $0, form: isText[$0.index] ? .text : .number) }
      + states.map { KeptRegister(register: $0, form: .state) }
    return all.sorted { $0.register < $1.register }
  }

  /// A subject's own fault goes through these statistics, whatever the others have.
  private func faultSources(of stages: Range<Int>) -> [Register] {
    plan.stages[stages].flatMap { stage -> [Register] in
      guard case .statistics(let statistics) = stage else { return [] }
      return statistics.filter { $0.function != .count }.map(\.source)
    }
  }

  /// The columns of the file and what stages before one of them write, but for what is the same for all
  /// rows, which every segment computes anew; the key goes with every line.
  private func writtenBefore(_ stage: Int) -> Set<Register> {
    let written = plan.stages[..<stage].flatMap { stage -> [Register] in
      switch stage {
      case .subjectRows(let program): program.map(\.result)
      case .aggregate(let aggregates): aggregates.map(\.result)
      default: stage.populationResults
      }
    }
    return Set(plan.tables[0].columns.indices.map { Register($0 + 1) } + written)
      .subtracting(plan.constantRegisters)
  }
}
