import DelimitedText
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom

/// People with scores in five dimensions, which a policy weighs by judgements; the same for the same number.
struct Bank {
  /// The scores, dimension by dimension.
  let scores: [[Double]]
  let plan: Plan
  let population: Population
  let weighings: [JudgedWeighing]

  private static let names = ["a", "b", "c", "d", "e"]

  init(people: Int, hasGrades: Bool) throws {
    var generator = SplitMix64(seed: 1)
    var scores = Self.names.map { _ in [Double]() }
    var text = "id,branch,\(Self.names.joined(separator: ","))\n"
    for person in 0..<people {
      text += "p\(person),b\(generator.next(below: max(1, people / 20)))"
      for dimension in scores.indices {
        // The sum of twelve even numbers is nearly normal: mean 90, standard deviation 15, as attainments
        // are, capped at 150.
        let sum = (0..<12).reduce(0.0) { sum, _ in sum + generator.nextUnit() }
        let score = (min(150, max(0, 90 + 15 * (sum - 6))) * 16_384).rounded() / 16_384
        scores[dimension].append(score)
        text += ",\(score)"
      }
      text += "\n"
    }
    self.scores = scores
    let policy = try PolicyReader.read(Self.policy(hasGrades: hasGrades), file: "policy.yaml")
      .policy
    let resolved = try ResolvedPolicy(policy)
    plan = Plan(resolved)
    weighings = JudgedWeighing.all(of: resolved, in: plan)
    population = try Population.load(
      plan, texts: ["staff": [try DecodedText(Array(text.utf8), file: "staff.csv")]])
  }

  /// The weights of the dimensions.
  var weighing: JudgedWeighing { weighings[0] }

  /// A run after which the weights may vary.
  var scored: ScoredPopulation {
    var options = ScoringOptions(threads: 2, keepsMeasures: true)
    options.varying = plan.dimensionWeights
    return PlanEngine(plan: plan).score(population, options: options)
  }

  /// Weights by draws of the judgements within a whole step, draw after draw.
  func weights(draws: Int) throws -> [Double] {
    let made = try PolicyDraws(
      [weighing], drawing: .steps(1), count: draws, seed: 1, threads: 2)
    let slots = plan.layout.dimensions.compactMap(\.weight.slot)
    return (0..<draws).flatMap { draw in
      let values = made.values(plan.values, draw: draw)
      return slots.map { values[$0] }
    }
  }

  private static func policy(hasGrades: Bool) -> String {
    let columns = names.map { "\($0): {unit: point}" }.joined(separator: ", ")
    let dimensions = names.map { "\($0): {measures: {\($0): {score: \($0)}}}" }
      .joined(separator: ", ")
    let judgements = [
      "[a, b, 2]", "[a, c, 3]", "[a, d, 3]", "[a, e, 5]", "[b, c, 2]", "[b, d, 2]", "[b, e, 3]",
      "[c, d, 1]", "[c, e, 2]", "[d, e, 2]",
    ].joined(separator: ", ")
    let seats =
      "{grade: three, seats: 1}, {grade: two, seats: 2}, {grade: one, seats: 4}, {grade: none}"
    let shares = "{grade: a, share: 20%}, {grade: b, share: 60%}, {grade: c}"
    let grades = """

      grades:
        star: {by: total, within: branch, bands: [\(seats)]}
        level: {by: total, bands: [\(shares)]}
      """
    return """
      policy: draws
      decimals: 2
      tables: {staff: {key: id, columns: {branch: {type: text}, \(columns)}}}
      scorecard:
        weights: {judgements: [\(judgements)], method: geometric-mean}
        dimensions: {\(dimensions)}
      rankings: {\(hasGrades ? "branch_rank: {by: total, within: branch}, " : "")overall_rank: {by: total}}
      """ + (hasGrades ? grades : "")
  }
}
