import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Scoring again with other parameters")
struct ReweightingTests {
  /// A population scored so that some parameters may vary, and what scoring all anew gives.
  private struct Trial {
    let plan: Plan
    let population: Population
    let slots: Set<ParameterSlot>
    let options: ScoringOptions
    private let texts: [String: [DecodedText]]

    init(
      _ plan: Plan, _ tables: [String: PlainTable], _ slots: Set<ParameterSlot>,
      _ options: ScoringOptions
    ) throws {
      var texts: [String: [DecodedText]] = [:]
      for (name, table) in tables {
        texts[name] = [try DecodedText(Array(table.text.utf8), file: "\(name).csv")]
      }
      var options = options
      options.varying = slots
      (self.plan, self.slots, self.options) = (plan, slots, options)
      self.texts = texts
      population = try Population.load(plan, texts: texts)
    }

    var reweighting: Reweighting? {
      let scored = PlanEngine(plan: plan).score(population, options: options)
      return Reweighting(scored, varying: slots, options: options)
    }

    /// From a run that read the tables while it scored.
    func streamed() throws -> Reweighting? {
      let scored = try PlanEngine(plan: plan).score(
        sources: texts.mapValues { $0.map { TextSource($0) } }, options: options)
      return Reweighting(scored, varying: slots, options: options)
    }

    func full(_ values: ParameterVector) -> ScoredPopulation {
      PlanEngine(plan: plan, values: values).score(
        population, options: ScoringOptions(threads: 1, keepsMeasures: true))
    }
  }

  /// Everything that is published of a population, and why the others are not.
  private static func text(_ scored: ScoredPopulation) -> String {
    let rejected = scored.rejectedRows().map { "\($0.table):\($0.line): \($0.reason)\n" }
    return published(scored) + rejected.joined() + "\(scored.counts)"
  }

  private static func published(_ scored: ScoredPopulation) -> String {
    var bytes: [UInt8] = []
    ResultWriter(scored, writesMeasures: true).write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self) + "\(String(describing: scored.payroll))\n"
  }

  /// Values that differ in some parameters, zero and beyond all bounds among them.
  private static func varied(
    _ plan: Plan, _ slots: Set<ParameterSlot>, _ generator: inout SplitMix64
  ) -> ParameterVector {
    var values = plan.values
    for slot in slots.sorted(by: { $0.index < $1.index }) {
      let factors = [0, 0.25, 1.5, -1, 1e300]
      let factor = factors[Int.random(in: 0..<factors.count, using: &generator)]
      values[slot] = values[slot].isFinite ? values[slot] * factor : 50
      if !values[slot].isFinite { values[slot] = 1e300 }
    }
    return values
  }

  @Test(
    "Gives the bytes, rejected rows and counts of scoring all anew, for random policies",
    arguments: LongTests.rounds(0..<40, long: 0..<1000) as Range<UInt64>)
  func same(seed: UInt64) throws {
    let random = RandomPolicy(seed: seed)
    let plan = try random.plan()
    var generator = SplitMix64(seed: seed)
    let some = plan.parameters.indices.filter { index in
      // The points of curves must stay in order.
      !CurveKind.allCases.contains { plan.parameters[index].path.hasPrefix("\($0.section).") }
        && Int.random(in: 0..<4, using: &generator) == 0
    }.map { ParameterSlot($0) }
    for slots in [plan.dimensionWeights, Set(some)] {
      let shape = Int.random(in: 0..<3, using: &generator)
      let options = ScoringOptions(
        threads: shape + 1, blockSize: [1024, 7, 1][shape], keepsMeasures: true)
      let trial = try Trial(plan, random.tables, slots, options)
      guard let reweighting = trial.reweighting else {
        // Nothing before the dimension scores reads their weights.
        #expect(slots != plan.dimensionWeights, "seed \(seed)")
        continue
      }
      for _ in 0..<3 {
        let values = Self.varied(plan, slots, &generator)
        let (found, expected) = (reweighting.scored(with: values), trial.full(values))
        #expect(Self.text(found) == Self.text(expected), "seed \(seed)\n\(random.yaml)")
      }
    }
  }

  /// Whether a plan asks which of two texts comes first.
  private static func ordersTexts(_ plan: Plan) -> Bool {
    plan.stages.contains { stage in
      let program: [Instruction] =
        switch stage {
        case .subjectRows(let program), .detailRows(_, let program): program
        case .aggregate, .require, .statistics, .rank, .grade: []
        }
      return program.contains { instruction in
        if case .compareText(let symbol, _, _) = instruction.operation {
          return symbol != .equal && symbol != .notEqual
        }
        return false
      }
    }
  }

  @Test(
    "From a run that read the tables while it scored, other dimension weights give the same too",
    arguments: 0..<40 as Range<UInt64>)
  func sameStreamed(seed: UInt64) throws {
    let random = RandomPolicy(seed: seed)
    let plan = try random.plan()
    var generator = SplitMix64(seed: seed)
    let options = ScoringOptions(threads: 2, blockSize: 7, keepsMeasures: true)
    if Self.ordersTexts(plan) { return }
    let trial = try Trial(plan, random.tables, plan.dimensionWeights, options)
    let reweighting = try #require(try trial.streamed())
    for _ in 0..<3 {
      let values = Self.varied(plan, plan.dimensionWeights, &generator)
      #expect(
        Self.published(reweighting.scored(with: values)) == Self.published(trial.full(values)),
        "seed \(seed)\n\(random.yaml)")
    }
  }

  @Test(
    "Most sets of parameters can vary; ledger formulas cannot; other values reject other people")
  func variety() throws {
    var (possible, impossible, otherwiseRejected) = (0, 0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      var generator = SplitMix64(seed: seed)
      let options = ScoringOptions(threads: 1, keepsMeasures: true)
      for slot in plan.parameters.indices.prefix(12).map({ ParameterSlot($0) }) {
        let trial = try Trial(plan, random.tables, [slot], options)
        guard let reweighting = trial.reweighting else {
          impossible += 1
          continue
        }
        possible += 1
        let values = Self.varied(plan, [slot], &generator)
        let (before, after) = (trial.full(plan.values), reweighting.scored(with: values))
        let count = trial.population.subjectCount
        if (0..<count).contains(where: { before.isRejected($0) != after.isRejected($0) }) {
          otherwiseRejected += 1
        }
      }
    }
    #expect(
      possible > 100 && impossible > 5 && otherwiseRejected > 5,
      "\(possible) \(impossible) \(otherwiseRejected)")
  }

  @Test("A run that did not keep what is needed cannot be gone on from")
  func notKept() throws {
    let random = RandomPolicy(seed: 1)
    let plan = try random.plan()
    let slots = Set(plan.parameters.indices.map { ParameterSlot($0) })
    let trial = try Trial(plan, random.tables, [], ScoringOptions(threads: 1))
    let scored = PlanEngine(plan: plan).score(trial.population, options: trial.options)
    #expect(Reweighting(scored, varying: slots) == nil)
  }
}
