import AHP
import Testing

@testable import PolicyAnalysis

@Suite("The fewest steps of judgements")
struct JudgementFlipTests {
  private static let weights =
    "{judgements: [[one, two, 2], [one, three, 3], [two, three, 2]], method: geometric-mean}"

  @Test(
    "are those of the nearest of all matrices of the scale, all of which are listed",
    arguments: 0..<4)
  func exhaustive(_ seed: Int) throws {
    let own = try FlipCase(
      weights: Self.weights, rows: FlipCase.rows(8, seed: UInt64(seed)))
    let laboratory = own.laboratory
    // Every matrix of 17^3, with the steps that lead to it.
    let scale = JudgementLadder.scale
    let present = [9, 10, 9]
    var runs: [(steps: Int, weights: [Double])] = []
    for first in 0..<17 {
      for second in 0..<17 {
        for third in 0..<17 {
          let steps = zip([first, second, third], present).map { abs($0 - $1) }.reduce(0, +)
          if steps > 4 { continue }
          let matrix = PairwiseComparisonMatrix(
            labels: ["one", "two", "three"],
            upperTriangle: [scale[first], scale[second], scale[third]])
          runs.append((steps, try PriorityVector(matrix, method: .geometricMean).weights))
        }
      }
    }
    for subject in 0..<8 {
      for flip in try laboratory.flips(of: subject) {
        let contest = try #require(laboratory.contests.first { $0.name == flip.name })
        let now = contest.award(subject, in: laboratory.scored)
        let others = runs.filter { contest.award(subject, in: laboratory.run([$0.weights])) != now }
        let fewest = others.map(\.steps).min()
        let found = try #require(flip.byJudgements)
        #expect(found.steps == fewest, "\(subject) \(flip.name)")
        #expect(found.ways.count == others.count { $0.steps == fewest })
        #expect(found.ways.allSatisfy { $0.changes.map { abs($0.steps) }.reduce(0, +) == fewest })
        let counts = found.ways.map(\.changes.count)
        #expect(counts == counts.sorted())
      }
    }
  }

  @Test("begin at the next judgement of the scale, and end at its ends")
  func ladder() throws {
    let between = JudgementLadder(try Judgement("2.5"))
    #expect(between[1]?.text == "3")
    #expect(between[-1]?.text == "2")
    #expect(between[-2]?.text == "1")
    #expect(between[-3]?.text == "1/2")
    let last = JudgementLadder(try Judgement("9"))
    #expect(last[1] == nil)
    #expect(last[-16]?.text == "1/9")
    #expect(last[-17] == nil)
    var count = 0
    JudgementLadder.each([JudgementLadder(try Judgement("1")), last], steps: 2) { _ in count += 1 }
    // Of one at 1 and one at 9: two steps of either, or one of each.
    #expect(count == 2 + 1 + 2)
  }

  @Test("are not looked for where weights are numbers")
  func numbers() throws {
    let own = try FlipCase(rows: FlipCase.rows(3, seed: 1))
    #expect(try own.laboratory.flips(of: 0).allSatisfy { $0.byJudgements == nil })
  }

  @Test("come with the consistency ratio that results")
  func ratio() throws {
    let own = try FlipCase(
      weights: Self.weights, rows: "p,x,80,60,60,0,0\nq,x,60,80,80,0,0\n")
    let flip = try #require(
      try own.laboratory.flips(ofPair: 0, 1, options: FlipOptions(steps: 6)).last)
    let ways = try #require(flip.byJudgements?.ways)
    #expect(!ways.isEmpty)
    for way in ways {
      let texts = ["one two": "2", "one three": "3", "two three": "2"].merging(
        way.changes.map { ("\($0.row) \($0.column)", $0.to) }, uniquingKeysWith: { $1 })
      let matrix = PairwiseComparisonMatrix(
        labels: ["one", "two", "three"],
        upperTriangle: try ["one two", "one three", "two three"].map {
          try Judgement(texts[$0] ?? "")
        })
      let analysis = try JudgementAnalysis(matrix, method: .geometricMean)
      #expect(way.consistencyRatio == analysis.consistencyRatio)
      #expect(way.isConsistent == analysis.isConsistent)
    }
  }
}
