import DelimitedText
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import ScoringEngine
import SeededRandom

@Suite("The same bytes, however a bank is scored")
struct SameBytesTests {
  private static let folder = "Datasets/branches/demo-bank"

  private let plan: Plan
  private let texts: [String: DecodedText]

  init() throws {
    let policy = ProjectFiles.url("Datasets/policies/customer-manager/policy.yaml").path
    plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
    texts = try Self.texts { $0 }
  }

  /// The bank's tables, their rows changed.
  private static func texts(_ change: ([String]) -> [String]) throws -> [String: DecodedText] {
    var texts: [String: DecodedText] = [:]
    for name in ["staff", "business"] {
      let lines = try ProjectFiles.text("\(folder)/\(name).csv").split(separator: "\n")
      let text = ([String(lines[0])] + change(lines.dropFirst().map(String.init)))
        .joined(separator: "\n")
      texts[name] = try DecodedText(Array(text.utf8), file: "\(name).csv")
    }
    return texts
  }

  private func result(
    _ texts: [String: DecodedText], threads: Int, block: Int, chunk: Int = TextChunks.usualSize,
    order: ResultOrder = .input
  ) throws -> String {
    let scored = try PlanEngine(plan: plan).score(
      sources: texts.mapValues { [TextSource($0)] },
      options: ScoringOptions(
        threads: threads, blockSize: block, keepsMeasures: true, chunkSize: chunk))
    return Self.result(scored, threads: threads, order: order)
  }

  private static func result(
    _ scored: ScoredPopulation, threads: Int = 1, order: ResultOrder = .input
  ) -> String {
    var bytes: [UInt8] = []
    ResultWriter(scored, period: "2026-10", writesMeasures: true, order: order, threads: threads)
      .write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "by any number of threads, in blocks and chunks of any size, and loaded before",
    arguments: [1, 2, 3, 8])
  func threads(threads: Int) throws {
    let population = try Population.load(plan, texts: texts.mapValues { [$0] })
    let options = ScoringOptions(threads: threads, keepsMeasures: true)
    let expected = Self.result(PlanEngine(plan: plan).score(population, options: options))
    #expect(expected.split(separator: "\n").count == 1 + population.subjectCount)
    for block in [1, 7, 512, 65_536] {
      for chunk in [1 << 10, TextChunks.usualSize] {
        let result = try result(texts, threads: threads, block: block, chunk: chunk)
        #expect(result == expected, "blocks of \(block), chunks of \(chunk)")
      }
    }
  }

  @Test("in any order of rows: the same line for every key, and the same order by rank")
  func shuffled() throws {
    var random = SplitMix64(seed: 20)
    let shuffled = try Self.texts { $0.shuffled(using: &random) }
    let order = ResultOrder.ranking(try #require(plan.rankings.first { $0.within == nil }))
    #expect(
      try result(shuffled, threads: 3, block: 7, chunk: 1 << 10, order: order)
        == result(texts, threads: 1, block: 512, order: order))
    let lines = try [texts, shuffled].map {
      try result($0, threads: 2, block: 512).split(separator: "\n")
    }
    #expect(lines[0] != lines[1] && lines[0].sorted() == lines[1].sorted())
  }
}
