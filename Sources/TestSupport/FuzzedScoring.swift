import DelimitedText
import Foundation
import ScoringEngine
import ScoringPlan

/// One run from the bytes of files to results, or to the error that stopped it.
struct FuzzedScoring: CustomStringConvertible {
  /// What a user sees.
  struct Answer: Equatable {
    /// The bytes of the result; of the error's sentence where there is no result.
    var result: [UInt8] = []
    /// The rows that were rejected: where they stand, and why.
    var places: [String] = []
    /// What became of the rows of each table.
    var counts: [RowCounts] = []
  }

  private(set) var answer = Answer()
  private(set) var scored: ScoredPopulation?
  /// The decoded files, when they could be decoded.
  private(set) var texts: [DecodedText]?

  private init(_ threads: Int, _ score: (inout FuzzedScoring) throws -> ScoredPopulation) {
    do {
      let scored = try score(&self)
      var result: [UInt8] = []
      ResultWriter(scored, writesMeasures: true, threads: threads).write { result += $0 }
      answer = Answer(
        result: result,
        places: scored.rejectedRows(threads: threads).map {
          "\($0.table):\($0.line): \($0.reason)"
        },
        counts: scored.counts)
      self.scored = scored
    } catch {
      answer = Answer(result: Array("\(error)".utf8))
    }
  }

  /// Loads all rows, then scores them.
  init(_ plan: Plan, loading tables: [[UInt8]]) {
    self.init(1) { run in
      let texts = try Self.decoded(tables, plan)
      run.texts = texts
      let named = zip(plan.tables, texts).map { ($0.name, [$1]) }
      let population = try Population.load(plan, texts: Dictionary(uniqueKeysWithValues: named))
      return PlanEngine(plan: plan).score(
        population, options: ScoringOptions(threads: 1, keepsMeasures: true))
    }
  }

  /// Scores while reading chunks of texts that are in memory.
  init(_ plan: Plan, streaming tables: [[UInt8]], options: ScoringOptions) {
    self.init(options.threads) { _ in
      let sources = try Self.decoded(tables, plan).map { TextSource($0) }
      return try Self.stream(plan, sources, options)
    }
  }

  /// Scores while reading chunks of files, which are there only meanwhile.
  init(_ plan: Plan, files tables: [[UInt8]], options: ScoringOptions) {
    let files = tables.map { _ in
      FileManager.default.temporaryDirectory.appendingPathComponent("fuzzed-\(UUID().uuidString)")
    }
    defer { for file in files { unlink(file.path) } }
    self.init(options.threads) { _ in
      for (file, bytes) in zip(files, tables) { try Data(bytes).write(to: file) }
      let sources = try zip(plan.tables, files).map {
        try TextSource($1.path, name: "\($0.name).csv")
      }
      return try Self.stream(plan, sources, options)
    }
  }

  private static func decoded(_ tables: [[UInt8]], _ plan: Plan) throws -> [DecodedText] {
    try zip(plan.tables, tables).map { try DecodedText($1, file: "\($0.name).csv") }
  }

  private static func stream(
    _ plan: Plan, _ sources: [TextSource], _ options: ScoringOptions
  ) throws -> ScoredPopulation {
    let named = zip(plan.tables, sources).map { ($0.name, [$1]) }
    return try PlanEngine(plan: plan).score(
      sources: Dictionary(uniqueKeysWithValues: named), options: options)
  }

  /// The result and the rejected rows.
  var description: String {
    "\(String(decoding: answer.result, as: UTF8.self)) \(answer.places) \(answer.counts)"
  }
}
