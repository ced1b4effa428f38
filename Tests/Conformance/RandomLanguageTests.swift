import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

/// What the random policies are made of, so that no part of the language goes untried.
@Suite("The language of random policies")
struct RandomLanguageTests {
  private static let plans = Result {
    try (0..<100 as Range<UInt64>).map { try RandomPolicy(seed: $0).plan() }
  }

  @Test("Every function of detail rows, plain and with a condition")
  func aggregates() throws {
    let found = try Self.plans.get().flatMap(\.aggregates)
    for function in AggregateFunction.allCases {
      #expect(found.contains { $0.function == function && $0.condition == nil }, "\(function)")
      if function.needsOrder { continue }
      #expect(found.contains { $0.function == function && $0.condition != nil }, "\(function)IF")
    }
  }

  @Test("Every function of the population, of groups and of all")
  func statistics() throws {
    let found = try Self.plans.get().flatMap(\.statistics)
    for function in PopulationFunction.allCases {
      for isOfAll in [true, false] {
        #expect(
          found.contains { $0.function == function && ($0.group == nil) == isOfAll },
          "\(function), of all: \(isOfAll)")
      }
    }
  }

  @Test("Every function of numbers of one row, and every kind of curve")
  func functions() throws {
    let plans = try Self.plans.get()
    let found = plans.flatMap(\.operations)
    for function in UnaryFunction.allCases {
      #expect(found.contains { if case .unary(function, _) = $0 { true } else { false } })
    }
    for function in BinaryFunction.allCases {
      #expect(found.contains { if case .binary(function, _, _) = $0 { true } else { false } })
    }
    #expect(Set(plans.flatMap(\.curvesRead)) == Set(CurveKind.allCases))
  }

  @Test("Gates of every kind")
  func gates() throws {
    let gates = try Self.plans.get().flatMap(\.layout.gates)
    for hasCondition in [true, false] {
      let some = gates.filter { ($0.when != nil) == hasCondition }
      #expect(some.contains { $0.effects.map(\.effect) == GateEffect.allCases })
      #expect(some.contains { $0.ineligible == .everything })
      #expect(some.contains { $0.ineligible != .everything && $0.ineligible != .nothing })
    }
  }

  @Test("Bands of every kind, with ties, in groups and of all")
  func grades() throws {
    let gradings = try Self.plans.get().flatMap(\.gradings)
    let limits = gradings.flatMap { $0.bands.dropLast().map(\.limit) }
    #expect(limits.contains { if case .seats = $0 { true } else { false } })
    #expect(limits.contains { if case .share = $0 { true } else { false } })
    #expect(limits.contains { if case .minimum = $0 { true } else { false } })
    #expect(gradings.contains { $0.within == nil } && gradings.contains { $0.within != nil })
    let ties = gradings.flatMap(\.ties)
    #expect(ties.contains { $0.isText } && ties.contains { $0.isDescending && !$0.isText })
  }

  @Test(
    "Results of every type, payrolls, conditions of measures, weights by a column, orders, units")
  func rest() throws {
    let plans = try Self.plans.get()
    #expect(Set(plans.flatMap(\.layout.results).map(\.type)) == Set(ValueType.allCases))
    #expect(plans.contains { $0.payroll != nil })
    let dimensions = plans.flatMap(\.layout.dimensions)
    let measures = dimensions.flatMap(\.measures)
    #expect(measures.contains { $0.applies != nil })
    #expect(measures.contains { $0.weight.slot == nil })
    #expect(dimensions.contains { $0.weight.slot == nil })
    let tables = plans.flatMap(\.tables)
    #expect(tables.contains { $0.order != nil })
    let columns = tables.flatMap(\.columns)
    #expect(Set(columns.map(\.type)) == Set(ValueType.allCases))
    #expect(columns.contains { $0.fileUnit != nil })
  }
}

extension Plan {
  fileprivate var operations: [ScoringPlan.Operation] {
    stages.flatMap { stage -> [Instruction] in
      switch stage {
      case .detailRows(_, let program), .subjectRows(let program): program
      case .aggregate, .statistics, .require, .rank, .grade: []
      }
    }.map(\.operation)
  }

  fileprivate var curvesRead: [CurveKind] {
    operations.compactMap { operation in
      if case .curve(let index, _) = operation { curves[index].kind } else { nil }
    }
  }

  fileprivate var aggregates: [Aggregate] {
    stages.flatMap { stage -> [Aggregate] in
      if case .aggregate(let aggregates) = stage { aggregates } else { [] }
    }
  }

  fileprivate var statistics: [Statistic] {
    stages.flatMap { stage -> [Statistic] in
      if case .statistics(let statistics) = stage { statistics } else { [] }
    }
  }
}
