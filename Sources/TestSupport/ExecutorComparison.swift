import DelimitedText
import ScoringEngine
import ScoringPlan

/// Runs a plan over plain tables through every executor and says where they differ.
public struct ExecutorComparison {
  /// How the engine is told to work; none of it may show in the results.
  public struct Shape: Sendable, Equatable, CustomStringConvertible {
    /// How many rows are worked on at a time.
    public let blockSize: Int
    /// How many ranges of rows are worked on at a time.
    public let threads: Int

    /// The block size and the number of threads.
    public init(blockSize: Int, threads: Int) {
      (self.blockSize, self.threads) = (blockSize, threads)
    }

    /// Such as `blocks of 7, 2 threads`.
    public var description: String { "blocks of \(blockSize), threads: \(threads)" }

    /// Every pairing of some block sizes and thread counts.
    public static func all(blocks: [Int] = [1, 7, 1024], threads: [Int]) -> [Shape] {
      blocks.flatMap { block in threads.map { Shape(blockSize: block, threads: $0) } }
    }
  }

  /// What the reference found.
  public let reference: ReferenceScoring
  /// What the engine found, in the first shape.
  public let scored: ScoredPopulation
  /// Where an executor differs from the reference, a sentence each; at most twenty.
  public let differences: [String]

  private let plan: Plan

  /// Runs the reference, and the engine in each shape.
  ///
  /// - Parameters:
  ///   - plan: what is run.
  ///   - values: the parameter values; the plan's own by default.
  ///   - tables: the rows of each of the plan's tables, by name.
  ///   - shapes: how the engine works; at least one.
  /// - Throws: what the engine's reader throws.
  public init(
    _ plan: Plan, values: ParameterVector? = nil, _ tables: [String: PlainTable], shapes: [Shape]
  ) throws {
    precondition(!shapes.isEmpty, "the engine runs in some shape")
    self.plan = plan
    let reference = ReferenceScoring(plan, values: values, tables)
    var texts: [String: [DecodedText]] = [:]
    for (name, table) in tables {
      texts[name] = [try DecodedText(Array(table.text.utf8), file: "\(name).csv")]
    }
    let population = try Population.load(plan, texts: texts)
    let engine = PlanEngine(plan: plan, values: values)
    var differences: [String] = []
    let runs = shapes.map { shape in
      let options = ScoringOptions(
        threads: shape.threads, blockSize: shape.blockSize, keepsMeasures: true)
      let scored = engine.score(population, options: options)
      let found = Differences(plan, reference, scored).found
      differences += found.map { "\(shape): \($0)" }
      return scored
    }
    self.reference = reference
    self.differences = Array(differences.prefix(20))
    scored = runs[0]
  }
}

/// Holds one run of the engine against the reference.
private struct Differences {
  private let plan: Plan
  private let scored: ScoredPopulation
  private(set) var found: [String] = []

  init(_ plan: Plan, _ reference: ReferenceScoring, _ scored: ScoredPopulation) {
    (self.plan, self.scored) = (plan, scored)
    guard scored.population.subjectCount == reference.subjects.count else {
      found = ["\(scored.population.subjectCount) subjects, not \(reference.subjects.count)"]
      return
    }
    compareRejections(reference)
    for (index, subject) in reference.subjects.enumerated() { compare(index, subject) }
  }

  private mutating func compareRejections(_ reference: ReferenceScoring) {
    let rows = scored.rejectedRows()
    for (index, table) in plan.tables.enumerated() {
      let lines = rows.filter { $0.table == table.name }.map(\.line).sorted()
      let expected = reference.rejectedRows[index].map(PlainTable.line(ofRow:)).sorted()
      if lines != expected {
        found.append("lines \(lines) of \(table.name) rejected, not \(expected)")
      }
    }
    for (index, subject) in reference.subjects.enumerated() {
      guard let rejection = subject.evaluation?.rejection else { continue }
      let line = PlainTable.line(ofRow: index)
      let row = rows.first { $0.table == plan.tables[0].name && $0.line == line }
      if row?.reason.contains(rejection.reason) != true {
        found.append(
          "line \(line) is rejected for \(row?.reason ?? "nothing"), not \(rejection.reason)")
      }
    }
  }

  private mutating func compare(_ index: Int, _ subject: ReferenceScoring.Subject) {
    if scored.isRejected(index) != subject.isRejected {
      found.append("\(subject.key) is \(subject.isRejected ? "not " : "")rejected")
    }
    guard let evaluation = subject.evaluation else { return }
    for (name, register) in plan.scores {
      guard let column = scored.column(register) else {
        found.append("\(name) is not kept")
        continue
      }
      let (value, state) = (column[index], column.state(of: index))
      let agrees =
        switch evaluation[register] {
        case .number(let number): value?.bitPattern == number.bitPattern
        case .missing: state == ValueState.missing
        case .fault(let fault): state == fault.kind.rawValue
        case .truth, .text: false
        }
      if !agrees {
        found.append(
          "\(subject.key), \(name): \(value.map { "\($0)" } ?? "state \(state)"), not "
            + "\(evaluation[register])")
      }
    }
    for ranking in plan.rankings {
      let rank = scored.column(ranking.result)?[index]
      if rank != subject.ranks[ranking.name].map(Double.init) {
        found.append(
          "\(subject.key), \(ranking.name): \(rank.map { "\($0)" } ?? "none"), not "
            + "\(subject.ranks[ranking.name].map(String.init) ?? "none")")
      }
    }
  }
}

extension Plan {
  /// Every published score with its register: measures as `dimension.measure`, dimensions, total.
  public var scores: [(name: String, register: Register)] {
    layout.dimensions.flatMap { dimension in
      dimension.measures.map { (name: "\(dimension.name).\($0.name)", register: $0.score) }
        + [(name: dimension.name, register: dimension.score)]
    } + [(name: "total", register: layout.total)]
  }
}
