import ScoringEngine
import SeededRandom
import Testing

@testable import PolicyAnalysis

@Suite("The smallest change of weights")
struct WeightFlipTests {
  private static let parts = 60

  /// Gates of all sorts; none of them looks at the weights.
  private static let gates = """
    gates:
      faults: {when: faults > 0, deduct: 3, because: faults}
      ceiling: {when: extra > 2, cap: 62, because: extra}
    """

  /// Holds an answer against the weights of a grid, all of which were run.
  private func hold(
    _ flip: WeightFlip, _ norm: WeightNorm, _ present: [[Double]],
    _ grid: [(weights: [[Double]], isOther: Bool)], _ place: String
  ) {
    let others = grid.filter(\.isOther).map { norm.distance($0.weights, present) }
    switch flip {
    case .change(let change):
      #expect(change.isVerified, "\(place)")
      #expect(change.isExact, "\(place)")
      // Nothing on the grid is nearer.
      let nearest = others.min() ?? .infinity
      #expect(nearest >= change.distance - 1e-9, "\(place): \(nearest) < \(change.distance)")
      let shown = norm.distance(change.weights, present)
      #expect(shown >= change.distance - 1e-9 && shown < change.distance + 1e-4, "\(place)")
      #expect(change.weights.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0.min() ?? 0 >= 0 })
    case .impossible: #expect(others.isEmpty, "\(place)")
    case .notFound: Issue.record("\(place): not found")
    }
  }

  @Test(
    "of a rank or grade is the nearest of all weights of a grid, with bands, seats and gates",
    arguments: 0..<6, [WeightNorm.largest, .sum])
  func grid(_ seed: Int, _ norm: WeightNorm) throws {
    let bands = [
      "{grade: gold, seats: 2}, {grade: silver, minimum: 65}, {grade: none}",
      "{grade: gold, minimum: 75}, {grade: silver, minimum: 65}, {grade: none}",
      "{grade: gold, share: 20%}, {grade: silver, share: 40%}, {grade: none}",
    ]
    let own = try FlipCase(
      bands: bands[seed % 3], decimals: seed % 2, extra: seed < 3 ? "" : Self.gates,
      within: seed == 4 ? "branch" : "", rows: FlipCase.rows(8, seed: UInt64(seed)))
    let laboratory = own.laboratory
    let present = laboratory.weighings.map(\.weights)
    let runs = own.runs(Self.parts)
    for subject in 0..<8 {
      for flip in try laboratory.flips(
        of: subject, options: FlipOptions(norm: norm, steps: 0))
      {
        let contest = try #require(laboratory.contests.first { $0.name == flip.name })
        let now = contest.award(subject, in: laboratory.scored)
        hold(
          flip.byWeights, norm, present,
          runs.map { ($0.weights, contest.award(subject, in: $0.scored) != now) },
          "\(seed) \(subject) \(flip.name)")
      }
    }
  }

  @Test(
    "of a pair's order is the nearest of all weights of a grid", arguments: 0..<4)
  func pairs(_ seed: Int) throws {
    let own = try FlipCase(
      decimals: seed % 2, extra: seed < 2 ? "" : Self.gates,
      rows: FlipCase.rows(6, seed: UInt64(seed + 100)))
    let laboratory = own.laboratory
    let present = laboratory.weighings.map(\.weights)
    let runs = own.runs(Self.parts)
    func order(_ one: Int, _ other: Int, _ scored: ScoredPopulation) -> Int {
      let column = scored.column(scored.plan.layout.final ?? scored.plan.layout.total)
      let scale = seed % 2 == 0 ? 1.0 : 10
      let keys = [one, other].map { ((column?[$0] ?? 0) * scale + 0.5).rounded(.down) }
      return keys[0] == keys[1] ? 0 : keys[0] > keys[1] ? 1 : -1
    }
    for one in 0..<6 {
      for other in (one + 1)..<6 {
        let now = order(one, other, laboratory.scored)
        for flip in try laboratory.flips(
          ofPair: one, other, options: FlipOptions(norm: .largest, steps: 0))
        {
          hold(
            flip.byWeights, .largest, present,
            runs.map { run in
              let then = order(one, other, run.scored)
              let isOther =
                now == 0 ? then != 0 : flip.name == "level" ? then * now <= 0 : then * now < 0
              return (run.weights, isOther)
            }, "\(seed) \(one) \(other) \(flip.name)")
        }
      }
    }
  }

  @Test("of two people in two dimensions is what the two lines say")
  func twoLines() throws {
    let own = try FlipCase(
      weights: "{one: 0.5, two: 0.5, three: 0}", rows: "p,x,100,40,0,0,0\nq,x,60,60,0,0,0\n")
    let flips = try own.laboratory.flips(
      ofPair: 0, 1, options: FlipOptions(norm: .largest, steps: 0))
    guard case .change(let level) = flips[0].byWeights,
      case .change(let reversed) = flips[1].byWeights
    else {
      Issue.record("no flips")
      return
    }
    #expect(flips[0].present == "p > q")
    #expect(level.outcome == "p = q")
    #expect(reversed.outcome == "q > p")
    // When d of the first weight goes to the others, x of it to the third, p has 70 - 60 d - 40 x and q
    // has 60 - 60 x. They are level when both round to the same tenth, at best 60.0 with q at the least
    // that does, 59.95 = 60 - 60 x, and p at the most, 60.05; reversed when p is below 59.95.
    let x = 0.05 / 60
    #expect(abs(level.distance - (9.95 - 40 * x) / 60) < 1e-12)
    #expect(abs(reversed.distance - (10.05 - 40 * x) / 60) < 1e-12)
  }

  @Test("is impossible where one is better in everything")
  func dominated() throws {
    let own = try FlipCase(rows: "p,x,90,90,90,0,0\nq,x,50,50,50,0,0\n")
    for flip in try own.laboratory.flips(ofPair: 0, 1, options: FlipOptions(steps: 0)) {
      guard case .impossible = flip.byWeights else {
        Issue.record("\(flip.name) of one who is better in everything")
        continue
      }
    }
  }

  @Test("is only found by trying, and said so, where a gate looks at the total")
  func gateOnTotal() throws {
    let own = try FlipCase(
      extra: "gates:\n  low: {when: one < 95, deduct: total / 10, because: low}\n",
      rows: FlipCase.rows(6, seed: 5))
    for flip in try own.laboratory.flips(of: 0, options: FlipOptions(steps: 0)) {
      #expect(flip.obstacle == .gate("low"))
      if case .change(let change) = flip.byWeights {
        #expect(change.bound == 0)
        #expect(change.isVerified)
      }
    }
  }

  @Test("is only found by trying where seats are counted behind a minimum")
  func mixedBands() throws {
    let own = try FlipCase(
      bands: "{grade: gold, minimum: 75}, {grade: silver, seats: 2}, {grade: none}",
      rows: FlipCase.rows(6, seed: 5))
    let flips = try own.laboratory.flips(of: 0, options: FlipOptions(steps: 0))
    #expect(flips.map(\.obstacle) == [nil, .mixedBands("star")])
  }

  @Test("may be of the weights of either group where weights differ by a text")
  func weighings() throws {
    let own = try FlipCase(
      weights:
        "{by: branch, x: {one: 0.5, two: 0.3, three: 0.2}, y: {one: 0.2, two: 0.3, three: 0.5}}",
      rows: "p,x,80,50,70,0,0\nq,y,60,90,55,0,0\nr,x,50,70,90,0,0\n")
    let laboratory = own.laboratory
    #expect(laboratory.weighings.map(\.path) == ["scorecard.weights.x", "scorecard.weights.y"])
    let present = laboratory.weighings.map(\.weights)
    let grid = FlipCase.grid(20)
    for subject in 0..<3 {
      for flip in try laboratory.flips(of: subject, options: FlipOptions(norm: .sum, steps: 0)) {
        let contest = try #require(laboratory.contests.first { $0.name == flip.name })
        let now = contest.award(subject, in: laboratory.scored)
        let tried = grid.flatMap { one in grid.map { [one, $0] } }.filter {
          WeightNorm.sum.distance($0, present) < 0.5
        }
        hold(
          flip.byWeights, .sum, present,
          tried.map { ($0, contest.award(subject, in: laboratory.run($0)) != now) },
          "\(subject) \(flip.name)")
      }
    }
  }

  @Test("leaves everything as it is at random weights that are nearer", arguments: [1, 3])
  func nearer(_ seed: UInt64) throws {
    let own = try FlipCase(
      bands: "{grade: gold, seats: 5}, {grade: silver, seats: 12}, {grade: none}", decimals: 2,
      extra: Self.gates, within: "branch", rows: FlipCase.rows(60, seed: seed))
    let laboratory = own.laboratory
    let present = laboratory.weighings[0].weights
    var random = SplitMix64(seed: seed)
    for subject in stride(from: 0, to: 60, by: 9) {
      for flip in try laboratory.flips(of: subject, options: FlipOptions(steps: 0)) {
        let contest = try #require(laboratory.contests.first { $0.name == flip.name })
        let now = contest.award(subject, in: laboratory.scored)
        guard case .change(let change) = flip.byWeights else { continue }
        #expect(change.isVerified && change.isExact, "\(subject) \(flip.name)")
        for _ in 0..<200 {
          // Anywhere in the cube of that size, its corners among it, where weights are.
          let moves = (0..<2).map { _ in
            change.distance * (Double(random.next(below: 2001)) / 1000 - 1) * 0.999999
          }
          let weights = zip(present, moves + [-moves[0] - moves[1]]).map { $0 + $1 }
          guard abs(moves[0] + moves[1]) < change.distance, weights.allSatisfy({ $0 >= 0 }) else {
            continue
          }
          #expect(contest.award(subject, in: laboratory.run([weights])) == now)
        }
      }
    }
  }
}
