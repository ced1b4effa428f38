import ColumnStore
import DelimitedText
import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

/// All that a user gets to see of a run.
struct StreamedAnswer: Equatable {
  let counts: [RowCounts]
  let rejects: String
  let result: String
  let payroll: Payroll?

  init(_ scored: ScoredPopulation) {
    var bytes: [UInt8] = []
    ResultWriter(scored, writesMeasures: true).write { bytes += $0 }
    result = String(decoding: bytes, as: UTF8.self)
    counts = scored.counts
    rejects = String(
      decoding: RejectsWriter.bytes(of: scored.rejectedRows(threads: 2)), as: UTF8.self)
    payroll = scored.payroll
  }

  /// The cells of one subject's line of the result.
  subscript(key: String) -> [String]? {
    result.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .first { $0[0] == key }?.map(String.init)
  }

  // MARK: Two ways to it

  /// Threads, blocks and chunks that between them cut small tables in every way that matters: each row
  /// by itself, a few rows, all of them.
  static let options = [(1, 7, 1), (2, 1, 90), (3, 512, 400), (2, 512, 1 << 19)].map {
    ScoringOptions(threads: $0.0, blockSize: $0.1, keepsMeasures: true, chunkSize: $0.2)
  }

  /// What comes of scoring while reading, in every way, which must be what comes of loading all rows
  /// and scoring them.
  ///
  /// - Parameter tables: the texts of the files of each table.
  static func checked(_ plan: Plan, _ tables: [String: [String]]) throws -> StreamedAnswer {
    var texts: [String: [DecodedText]] = [:]
    for (name, files) in tables {
      texts[name] = try files.enumerated().map { index, text in
        try DecodedText(Array(text.utf8), file: "\(name)\(index + 1).csv")
      }
    }
    let engine = PlanEngine(plan: plan)
    let population = try Population.load(plan, texts: texts)
    let loaded = StreamedAnswer(engine.score(population, options: options[0]))
    for options in options {
      let sources = texts.mapValues { $0.map { TextSource($0) } }
      let streamed = StreamedAnswer(try engine.score(sources: sources, options: options))
      #expect(streamed == loaded, "\(options.threads) threads, chunks of \(options.chunkSize)")
    }
    return loaded
  }

  static func plan(_ yaml: String) throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "streamed.yaml").policy))
  }
}
