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
  let scored: ScoredPopulation
  /// Where an executor differs from the reference, a sentence each; at most twenty.
  public let differences: [String]

  /// Runs the reference, and the engine in each shape, over tables in memory and while they are read.
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
      let found = ExecutorDifferences(plan, reference, scored).found
      differences += found.map { "\(shape): \($0)" }
      return scored
    }
    for shape in shapes {
      // Chunks of one row, of a few, and of all.
      let options = ScoringOptions(
        threads: shape.threads, blockSize: shape.blockSize, keepsMeasures: true,
        chunkSize: shape.blockSize * 40)
      let scored = try engine.score(
        sources: texts.mapValues { $0.map { TextSource($0) } }, options: options)
      let found = ExecutorDifferences(plan, reference, scored).found
      differences += found.map { "scored while read, \(shape): \($0)" }
    }
    self.reference = reference
    self.differences = Array(differences.prefix(20))
    scored = runs[0]
  }
}
