import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom

@testable import PolicyAnalysis

/// A random policy whose weights come from judgements, of the shape that weighted sums are enough for, with
/// people: the same for the same seed.
struct JudgedPolicy {
  let resolved: ResolvedPolicy
  let plan: Plan
  let population: Population

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    try self.init(Self.yaml(&generator), Self.staff(&generator))
  }

  init(_ yaml: String, _ staff: String) throws {
    try self.init(
      try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy), staff)
  }

  init(_ resolved: ResolvedPolicy, _ staff: String) throws {
    self.resolved = resolved
    plan = Plan(resolved)
    population = try Population.load(
      plan, texts: ["staff": [try DecodedText(Array(staff.utf8), file: "staff.csv")]])
  }

  var weighings: [JudgedWeighing] { JudgedWeighing.all(of: resolved, in: plan) }

  func draws(
    _ drawing: JudgementDrawing = .steps(1), count: Int = 150, seed: UInt64 = 1
  ) throws -> PolicyDraws {
    try PolicyDraws(weighings, drawing: drawing, count: count, seed: seed)
  }

  // MARK: Text

  private static let scale = ["1/5", "1/3", "1/2", "1", "2", "3", "5"]

  private static func judgements(_ names: [String], _ generator: inout SplitMix64) -> String {
    let pairs = names.indices.flatMap { row in
      names.indices.filter { $0 > row }.map { (names[row], names[$0]) }
    }
    let triples = pairs.map { "[\($0), \($1), \(scale[generator.next(below: 7)])]" }
    let method = ["eigenvector", "geometric-mean"][generator.next(below: 2)]
    return "{judgements: [\(triples.joined(separator: ", "))], method: \(method), "
      + "maximum_consistency_ratio: 100}"
  }

  private static func yaml(_ generator: inout SplitMix64) -> String {
    let decimals = generator.next(below: 3)
    let gates = [
      "  late: {when: late > 3, deduct: 2.5 * late}\n",
      "  ill: {when: late > 4, cap: 90}\n",
      "  new: {when: late = 1, ineligible: [branch_rank, star]}\n",
      "  always: {deduct: 0.5}\n",
    ].filter { _ in generator.next(below: 2) == 0 }
    let by = gates.isEmpty ? "total" : ["total", "final"][generator.next(below: 2)]
    let bands = [
      "[{grade: a, seats: 1}, {grade: b, seats: 2}, {grade: c}]",
      "[{grade: a, share: 20%}, {grade: b, share: 30%}, {grade: c}]",
      "[{grade: a, minimum: 105}, {grade: b, seats: 2}, {grade: c}]",
      "[{grade: a, minimum: 110}, {grade: b, minimum: 95}, {grade: c}]",
    ][generator.next(below: 4)]
    let within = ["", "    within: branch\n"][generator.next(below: 2)]
    let missing = ["", ", missing: exclude"][generator.next(below: 2)]
    return """
      policy: judged
      decimals: \(decimals)
      tables:
        staff:
          key: id
          columns:
            branch: {type: text, missing: allow}
            m1: {unit: ratio}
            m2: {unit: ratio}
            m3: {unit: ratio, missing: allow}
            m4: {unit: ratio, missing: allow}
            review: {unit: point}
            late: {unit: count}
      scorecard:
        weights: \(judgements(["sales", "care", "review"], &generator))
        dimensions:
          sales:
            weights: {m1: 0.4, m2: 0.6}
            measures:
              m1: {score: 100 * m1, cap: 150, floor: 0}
              m2: {score: 100 * m2, cap: 150, floor: 0}
          care:
            weights: \(judgements(["m1", "m3", "m4"], &generator))
            measures:
              m1: {score: 90 * m1}
              m3: {score: 100 * m3, missing: exclude}
              m4: {score: 100 * m4\(missing.isEmpty ? ", missing: 100" : missing)}
          review: {measures: {review: {score: review}}}
          extra: {bonus: true, measures: {late: {score: "IF(late = 0, 1, 0)"}}}

      """ + (gates.isEmpty ? "" : "gates:\n" + gates.joined()) + """
        rankings:
          branch_rank: {by: \(by), within: branch}
          overall_rank: {by: \(gates.isEmpty ? "total" : "final")}
        grades:
          star:
            by: \(by)
        \(within)    ties: [-m1, branch]
            bands: \(bands)
        results:
          bonus: IF(star = "a", 1000元, IF(star = "b", 500元, 0元))
        payroll: {amount: bonus}
        """
  }

  private static func staff(_ generator: inout SplitMix64) -> String {
    let count = [3, 40, 400][generator.next(below: 3)]
    var text = "id,branch,m1,m2,m3,m4,review,late\n"
    for person in 0..<count {
      let ratios = (0..<4).map { column in
        // Few values, so that many are equal.
        column > 1 && generator.next(below: 4) == 0
          ? "" : "\(Double(60 + 5 * generator.next(below: 16)) / 100)"
      }
      let branch =
        generator.next(below: 9) == 0 ? "" : "b\(generator.next(below: max(1, count / 12)))"
      text += "p\(person),\(branch),\(ratios.joined(separator: ",")),"
      text += "\(70 + 5 * generator.next(below: 7)),\(generator.next(below: 7))\n"
    }
    return text
  }
}
