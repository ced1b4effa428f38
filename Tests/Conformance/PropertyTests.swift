import ScorecardPolicy
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Properties of scores")
struct PropertyTests {
  @Test("The order of rows changes no bit and no rank", arguments: 0..<40 as Range<UInt64>)
  func shuffled(seed: UInt64) throws {
    let random = RandomPolicy(seed: seed, allowsDirt: false)
    let plan = try random.plan()
    var generator = SplitMix64(seed: seed)
    var shuffled = random.tables
    for name in shuffled.keys.sorted() { shuffled[name]?.rows.shuffle(using: &generator) }
    let shapes = [ExecutorComparison.Shape(blockSize: 7, threads: 2)]
    let comparisons = try [random.tables, shuffled].map {
      try ExecutorComparison(plan, $0, shapes: shapes)
    }
    // Each agrees with its reference, so that it is enough to hold the references together.
    #expect(comparisons.flatMap(\.differences).isEmpty)
    let (before, after) = (comparisons[0].reference, comparisons[1].reference)
    let subjects = Dictionary(after.subjects.map { ($0.key, $0) }) { first, _ in first }
    #expect(subjects.count == before.subjects.count)
    for subject in before.subjects {
      let other = try #require(subjects[subject.key])
      #expect(subject.isRejected == other.isRejected)
      for output in subject.isRejected ? [] : plan.outputs {
        let (one, two) = (
          subject.evaluation?[output.register], other.evaluation?[output.register]
        )
        #expect(Self.same(one, two), "\(subject.key), \(output.name), seed \(seed)")
      }
    }
  }

  /// Whether two values are the same to the bit, or the same state.
  private static func same(_ one: Value?, _ other: Value?) -> Bool {
    switch (one, other) {
    case (.number(let one), .number(let other)): one.bitPattern == other.bitPattern
    case (.fault(let one), .fault(let other)): one.kind == other.kind
    default: one == other
    }
  }

  @Test("Weights that are weighed against each other sum to 1")
  func weightsSumToOne() throws {
    for seed in 0..<100 as Range<UInt64> {
      let (policy, _) = try PolicyReader.read(RandomPolicy(seed: seed).yaml, file: "random.yaml")
      let resolved = try ResolvedPolicy(policy)
      let dimensions = policy.scorecard.dimensions
      let declared = [policy.scorecard.weights] + dimensions.map(\.weights)
      let weights = [resolved.dimensionWeights] + resolved.measureWeights
      for (declaration, weights) in zip(declared, weights) {
        if case .absent = declaration { continue }
        let choices = weights.column == nil ? [weights] : weights.choices.map(\.weights)
        for weights in choices.map(\.weights) {
          #expect(abs(weights.reduce(0, +) - 1) <= 1e-12)
          #expect(weights.allSatisfy { $0 >= 0 })
        }
      }
    }
  }

  private static let attainment = """
    policy: attainment
    tables:
      staff:
        key: id
        columns: {deposit_plan: {minimum: 1}, deposit: {}, loan_plan: {minimum: 1}, loan: {}}
    scorecard:
      weights: {deposit: 0.6, loan: 0.4}
      dimensions:
        deposit: {measures: {attainment: {score: 100 * deposit / deposit_plan, floor: 0, cap: 150}}}
        loan: {measures: {attainment: {score: "CLAMP(100 * loan / loan_plan, 10, 120)"}}}
    rankings: {overall: {by: final}}
    """

  @Test("Raising what was done never lowers a score, nor worsens a rank")
  func monotonic() throws {
    let plan = try Self.plan(Self.attainment)
    var generator = SplitMix64(seed: 31)
    for _ in 0..<60 {
      let header = ["id", "deposit_plan", "deposit", "loan_plan", "loan"]
      let rows = (0..<12).map { index in
        ["s\(index)"]
          + (0..<2).flatMap { _ in
            [
              "\(Int.random(in: 1...900, using: &generator))",
              "\(Int.random(in: -100...1400, using: &generator)).7",
            ]
          }
      }
      let before = ReferenceScoring(plan, ["staff": PlainTable(header: header, rows: rows)])
      var raised = rows
      let (row, column) = (
        Int.random(in: 0..<12, using: &generator), Bool.random(using: &generator) ? 2 : 4
      )
      let old = try #require(Double(rows[row][column]))
      raised[row][column] = "\(old + Double.random(in: 0...300, using: &generator))"
      let after = try ExecutorComparison(
        plan, ["staff": PlainTable(header: header, rows: raised)],
        shapes: [ExecutorComparison.Shape(blockSize: 7, threads: 1)])
      #expect(after.differences.isEmpty)
      let (one, two) = (before.subjects[row], after.reference.subjects[row])
      for register in plan.scores.map(\.register) {
        guard case .number(let low)? = one.evaluation?[register],
          case .number(let high)? = two.evaluation?[register]
        else {
          Issue.record("nobody is rejected here")
          return
        }
        #expect(high >= low)
      }
      #expect(two.ranks["overall"] ?? 0 <= one.ranks["overall"] ?? 0)
    }
  }

  /// A policy whose numbers stand in the text, and under what path each is a parameter.
  private static let tuned: [(path: String, mark: String, value: String)] = [
    ("scorecard.weights.one", "<W1>", "0.75"), ("scorecard.weights.two", "<W2>", "0.25"),
    ("scorecard.dimensions.two.weights.y", "<WY>", "0.5"),
    ("scorecard.dimensions.two.weights.z", "<WZ>", "0.5"), ("parameters.rate", "<RATE>", "0.3"),
    ("scorecard.dimensions.one.measures.x.cap", "<CAP>", "120"),
    ("scorecard.dimensions.one.measures.x.floor", "<FLOOR>", "-5"),
    ("scorecard.dimensions.two.measures.z.missing", "<GAP>", "60"),
    ("tables.staff.columns.y.missing", "<BLANK>", "50"), ("curves.c.2.y", "<CURVE>", "80"),
    ("steps.s.2.x", "<STEP>", "1"), ("lookups.l.b", "<LOOKUP>", "7"),
    ("gates.g.deduct", "<DEDUCT>", "4"), ("gates.g.cap", "<GATECAP>", "90"),
    ("grades.k.bands.1.minimum", "<MINIMUM>", "60"),
  ]

  private static let template = """
    policy: tuned
    parameters: {rate: <RATE>}
    tables:
      staff:
        key: id
        columns: {x: {}, y: {missing: <BLANK>}, z: {missing: allow}, t: text}
    curves: {c: [[0, 100], [50, <CURVE>], [100, 0]]}
    steps: {s: [[0, 1], [<STEP>, 2]]}
    lookups: {l: {a: 3, b: <LOOKUP>}}
    scorecard:
      weights: {one: <W1>, two: <W2>}
      dimensions:
        one: {measures: {x: {score: rate * x, floor: <FLOOR>, cap: <CAP>}}}
        two:
          weights: {y: <WY>, z: <WZ>}
          measures:
            y: {score: "CURVE(c, y) + STEP(s, x)"}
            z: {score: "z + LOOKUP(l, t)", missing: <GAP>}
    gates: {g: {when: x < 100, deduct: <DEDUCT>, cap: <GATECAP>}}
    rankings: {overall: {by: final}}
    grades: {k: {by: final, bands: [{grade: a, minimum: <MINIMUM>}, {grade: b}]}}
    """

  private static func text(_ values: [String: String]) -> String {
    tuned.reduce(template) { text, number in
      text.replacing(number.mark, with: values[number.path] ?? number.value)
    }
  }

  private static func plan(_ yaml: String) throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy))
  }

  @Test("Another parameter vector for the same plan is another policy compiled")
  func tunedVectors() throws {
    let plan = try Self.plan(Self.text([:]))
    var generator = SplitMix64(seed: 77)
    let rows = (0..<15).map { index in
      [
        "s\(index)", "\(Int.random(in: -50...500, using: &generator))",
        index.isMultiple(of: 3) ? "" : "\(Int.random(in: 0...120, using: &generator)).3",
        index.isMultiple(of: 4) ? "" : "\(Int.random(in: 0...100, using: &generator))",
        index.isMultiple(of: 2) ? "a" : "b",
      ]
    }
    let tables = ["staff": PlainTable(header: ["id", "x", "y", "z", "t"], rows: rows)]
    for _ in 0..<30 {
      var changes: [String: String] = [:]
      for (path, _, value) in Self.tuned where Bool.random(using: &generator) {
        let factor = Double(Int.random(in: 2...30, using: &generator)) / 16
        changes[path] = "\((Double(value) ?? 0) * factor)"
      }
      let share = Double(Int.random(in: 0...32, using: &generator)) / 32
      changes["scorecard.weights.one"] = "\(share)"
      changes["scorecard.weights.two"] = "\(1 - share)"
      changes["scorecard.dimensions.two.weights.y"] = nil
      changes["scorecard.dimensions.two.weights.z"] = nil
      var values = plan.values
      for (path, text) in changes {
        let index = try #require(plan.parameters.firstIndex { $0.path == path }, "\(path)")
        values[ParameterSlot(index)] = try #require(Double(text))
      }
      let recompiled = try Self.plan(Self.text(changes))
      #expect(recompiled.values == values)
      // Weights of 0 are among them.
      #expect(recompiled.stages == plan.stages && recompiled.curves == plan.curves)
      #expect(recompiled.tables == plan.tables && recompiled.lookups == plan.lookups)
      let shapes = [ExecutorComparison.Shape(blockSize: 4, threads: 2)]
      let varied = try ExecutorComparison(plan, values: values, tables, shapes: shapes)
      let compiled = try ExecutorComparison(recompiled, tables, shapes: shapes)
      #expect(varied.differences.isEmpty && compiled.differences.isEmpty)
      for (one, other) in zip(varied.reference.subjects, compiled.reference.subjects) {
        #expect(one.ranks == other.ranks)
        for register in plan.scores.map(\.register) {
          #expect(Self.same(one.evaluation?[register], other.evaluation?[register]))
        }
      }
    }
  }
}
