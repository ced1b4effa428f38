import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom

@testable import PolicyAnalysis

/// Small policies with three dimensions over a few made-up people, whose weights can be tried out on a
/// grid.
struct FlipCase {
  let laboratory: FlipLaboratory

  /// - Parameters:
  ///   - weights: what stands behind `weights:`.
  ///   - bands: the bands of the grade `star`.
  ///   - extra: further sections of the policy.
  init(
    weights: String = "{one: 0.5, two: 0.3, three: 0.2}",
    bands: String = "{grade: gold, seats: 2}, {grade: silver, minimum: 60}, {grade: none}",
    decimals: Int = 1, extra: String = "", within: String = "", rows: String
  ) throws {
    let yaml = """
      policy: flip
      decimals: \(decimals)
      tables:
        staff:
          key: id
          columns:
            branch: {type: text, values: [x, y]}
            a: {unit: point}
            b: {unit: point}
            c: {unit: point}
            extra: {unit: point}
            faults: {unit: count}
      scorecard:
        weights: \(weights)
        dimensions:
          one: {measures: {a: {score: a}}}
          two: {measures: {b: {score: b}}}
          three: {measures: {c: {score: c}}}
          more: {bonus: true, measures: {extra: {score: extra}}}
      \(extra)
      rankings:
        place: {by: final\(within.isEmpty ? "" : ", within: \(within)")}
      grades:
        star:
          by: final\(within.isEmpty ? "" : "\n    within: \(within)")
          bands: [\(bands)]
      """
    let resolved = try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy)
    let plan = Plan(resolved)
    let text = try DecodedText(
      Array(("id,branch,a,b,c,extra,faults\n" + rows).utf8), file: "staff.csv")
    let population = try Population.load(plan, texts: ["staff": [text]])
    laboratory = FlipLaboratory(
      resolved, plan, population, options: ScoringOptions(threads: 1))
  }

  /// Rows of people with whole scores, so that many are equal or nearly so; or with any, for odd seeds.
  static func rows(_ count: Int, seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { person in
      let scores = (0..<3).map { _ in
        "\(40 + random.next(below: 60))"
          + (seed % 2 == 0 ? "" : ".\(random.next(below: 1000))")
      }
      let extra = random.next(below: 4)
      let faults = random.next(below: 4) == 0 ? 1 : 0
      let branch = random.next(below: 2) == 0 ? "x" : "y"
      return (["p\(person)", branch] + scores + ["\(extra)", "\(faults)"]).joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  /// All weights of one weighing that are multiples of 1 / `parts`.
  static func grid(_ parts: Int) -> [[Double]] {
    (0...parts).flatMap { first in
      (0...(parts - first)).map { second in
        [first, second, parts - first - second].map { Double($0) / Double(parts) }
      }
    }
  }

  /// The runs with all weights of a grid.
  func runs(_ parts: Int) -> [(weights: [[Double]], scored: ScoredPopulation)] {
    Self.grid(parts).map { ([$0], laboratory.run([$0])) }
  }
}
