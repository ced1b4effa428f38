import AHP
import DelimitedText
import Diagnostics
import Foundation
import Testing

@Suite("Scales")
struct ScaleTests {
  private static func ratios(_ scale: JudgementScale, _ size: Int = 5) -> [Double] {
    JudgementScale.degrees.map { scale.ratio(degree: $0, size: size) }
  }

  @Test("The balanced scale is as Salo and Hamalainen 1997 print it")
  func balanced() {
    let printed = [1, 1.22, 1.5, 1.86, 2.33, 3.00, 4.00, 5.67, 9.00]
    for (ratio, printed) in zip(Self.ratios(.balanced), printed) {
      #expect(abs(ratio - printed) <= 0.005)
    }
  }

  @Test(
    "The ratio of degree 9 is as AHP-OS has it",
    arguments: [
      (JudgementScale.linear, 9.0), (.logarithmic, 3.321928095), (.root, 3), (.inverseLinear, 9),
      (.balanced, 9), (.generalisedBalanced, 9), (.adaptive, 36), (.adaptiveBalanced, 36),
      (.power, 81), (.geometric, 256),
    ])
  func largest(scale: JudgementScale, ratio: Double) {
    #expect(abs(scale.ratio(degree: 9, size: 5) - ratio) <= 5e-10)
  }

  @Test("Ma and Zheng's scale is 9/9 to 9/1, Lootsma's doubles at each degree")
  func published() {
    #expect(Self.ratios(.inverseLinear) == (1...9).reversed().map { 9 / Double($0) })
    #expect(Self.ratios(.geometric) == [1, 2, 4, 8, 16, 32, 64, 128, 256])
  }

  @Test("Every scale begins at 1 and rises", arguments: JudgementScale.allCases)
  func rising(scale: JudgementScale) {
    for size in 2...15 {
      let ratios = Self.ratios(scale, size)
      #expect(abs(ratios[0] - 1) <= 1e-12)
      #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(!scale.source.isEmpty)
  }

  @Test(
    "Equal distances of weights are what balances the balanced scales", arguments: [2, 3, 7, 9])
  func evenWeights(size: Int) {
    let others = Double(size - 1)
    for (scale, last) in [
      (JudgementScale.generalisedBalanced, 9 / (9 + others)), (.adaptiveBalanced, 0.9),
    ] {
      // The weight of what is preferred to n - 1 others, which are equal among themselves.
      let weights = Self.ratios(scale, size).map { $0 / ($0 + others) }
      for (index, weight) in weights.enumerated() {
        let even = 1 / Double(size) + (last - 1 / Double(size)) * Double(index) / 8
        #expect(abs(weight - even) <= 1e-12)
      }
    }
    let two = zip(Self.ratios(.generalisedBalanced, 2), Self.ratios(.balanced, 2))
    #expect(two.allSatisfy { abs($0 - $1) <= 1e-12 })
  }

  private static func set(_ text: String) throws -> JudgementSet {
    try JudgementFile(DecodedText(Array(text.utf8), file: "test.csv")).sets[0]
  }

  @Test("Judgements are read on another scale after they were given")
  func rescaled() throws {
    let set = try Self.set(",a,b,c\na,1,3,1/9\nb,,1,1\nc,,,1\n")
    let matrix = try set.rescaled(to: .power).aggregatedJudgements()
    #expect(matrix[0, 1] == 9)
    #expect(matrix[2, 0] == 81)
    #expect(matrix[0, 2] == 1.0 / 81)
    #expect(matrix[1, 2] == 1)
    let same = try set.rescaled(to: .linear).aggregatedJudgements()
    #expect(same == set.aggregatedJudgements())
  }

  @Test("Each respondent's judgements are read on the scale, and then combined")
  func panel() throws {
    let set = try Self.set("respondent,row,column,judgement\nx,a,b,2\ny,a,b,8\n")
    let matrix = try set.rescaled(to: .root).aggregatedJudgements()
    #expect(abs(matrix[0, 1] - 2) <= 1e-12)
  }

  @Test("A judgement with no place on a scale is named", arguments: ["2.5", "10", "1/10", "0.33"])
  func offScale(text: String) throws {
    let set = try Self.set(",a,b\na,1,\(text)\nb,,1\n")
    let failure = #expect(throws: DiagnosedFailure.self) { try set.rescaled(to: .balanced) }
    let diagnostic = try #require(failure?.diagnostics.first)
    #expect(diagnostic.code == "judgement.off-scale")
    #expect(diagnostic.message.contains("\(text) for a against b"))
  }
}
