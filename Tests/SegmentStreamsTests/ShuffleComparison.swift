import DelimitedText
import ScoringEngine
import ScoringPlan
import SegmentStreams

/// Holds a plan run in parts against the engine.
enum ShuffleComparison {
  /// Where they differ, a sentence each.
  static func differences(
    _ plan: Plan, texts: [String: [UInt8]], partitions: [Int], measures: Bool = true
  ) throws -> [String] {
    let segmented = try SegmentedPlan(plan, measures: measures)
    let expected = try engine(plan, texts: texts, measures: measures)
    return try partitions.flatMap { count -> [String] in
      let found = try PlainShuffle(segmented, texts: texts, partitions: count)
      return difference("results", found.results, expected.results, count)
        + difference(
          "rejects", found.rejects.map { $0.joined(separator: "|") }, expected.rejects, count)
    }
  }

  private static func difference(
    _ what: String, _ found: [String], _ expected: [String], _ partitions: Int
  ) -> [String] {
    let (found, expected) = (found.sorted(), expected.sorted())
    if found == expected { return [] }
    let extra = Set(found).subtracting(expected).sorted().prefix(3)
    let lacking = Set(expected).subtracting(found).sorted().prefix(3)
    return [
      "\(partitions) partitions, \(found.count) \(what), not \(expected.count): found "
        + "\(Array(extra)), not \(Array(lacking))"
    ]
  }

  /// The lines of the engine's results and its rejected rows.
  static func engine(
    _ plan: Plan, texts: [String: [UInt8]], measures: Bool
  ) throws -> (results: [String], rejects: [String]) {
    // Without a name, so that reasons name no lines of it.
    let sources = try texts.mapValues { [TextSource(try DecodedText($0, file: ""))] }
    let scored = try PlanEngine(plan: plan)
      .score(sources: sources, options: ScoringOptions(threads: 1, keepsMeasures: measures))
    var bytes: [UInt8] = []
    ResultWriter(scored, writesMeasures: measures).write { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let rejects = scored.rejectedRows().map {
      [$0.table, $0.column, $0.reason, $0.rowText].joined(separator: "|")
    }
    return (Array(lines.dropFirst()), rejects)
  }
}
