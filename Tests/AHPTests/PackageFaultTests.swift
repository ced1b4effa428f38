import AHP
import DelimitedText
import Diagnostics
import SeededRandom
import Testing

/// What other packages for the analytic hierarchy process were found to get wrong, and this one must not.
@Suite("Faults of other packages")
struct PackageFaultTests {
  private static func codes(_ text: String) -> [String] {
    do {
      _ = try JudgementFile(DecodedText(Array(text.utf8), file: "panel.csv"))
      return []
    } catch let failure as DiagnosedFailure {
      return failure.diagnostics.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "judgements that contradict each other on one pair, or judge a label by itself, are refused")
  func conflicts() {
    let header = "respondent,row,column,judgement\n"
    #expect(Self.codes(header + "e,a,b,3\ne,b,a,3\n") == ["judgement.twice"])
    #expect(Self.codes(header + "e,a,b,3\ne,a,b,3\n") == ["judgement.twice"])
    #expect(Self.codes(header + "e,a,b,3\ne,a,a,2\n").contains("judgement.itself"))
    #expect(Self.codes(",a,b\na,1,3\nb,3,1\n") == ["judgement.not-reciprocal"])
  }

  @Test("comparisons that do not connect their labels are refused, not given a ratio of 0")
  func disconnected() {
    let codes = Self.codes("respondent,row,column,judgement\ne,a,b,2\ne,c,d,3\n")
    #expect(codes == ["judgement.disconnected"])
  }

  @Test("one and two labels give numbers, not NaN", arguments: PriorityMethod.allCases)
  func two(method: PriorityMethod) throws {
    for upper in [[], ["3"]] {
      let analysis = try JudgementAnalysis(Fixtures.matrix(upper), method: method)
      let numbers =
        analysis.weights + [
          analysis.lambdaMax, analysis.consistencyIndex, analysis.consistencyRatio ?? .nan,
        ]
      #expect(numbers.allSatisfy { $0.isFinite })
      #expect(analysis.consistencyRatio == 0)
    }
  }

  @Test("sixteen labels and more are no error, and a table that reaches them gives a ratio")
  func sixteen() throws {
    var generator = SplitMix64(seed: 89)
    let matrix = Fixtures.nearlyConsistent(16, noise: 0.3, &generator)
    for index in RandomIndex.all {
      let analysis = try JudgementAnalysis(matrix, randomIndex: index)
      #expect(analysis.weights.count == 16)
      #expect((analysis.consistencyRatio == nil) == (index.value(size: 16) == nil))
    }
    #expect(RandomIndex.cho2019.value(size: 50) == 1.7060381)
  }

  @Test("the mean of normalised columns is not called the eigenvector")
  func columnMean() throws {
    let matrix = try Fixtures.matrix(["2", "3", "5", "2", "3", "2"])
    let first = try PriorityMethod.allCases.reduce(into: [:]) { weights, method in
      weights[method.rawValue] = try PriorityVector(matrix, method: method).weights[0]
    }
    #expect(abs((first["eigenvector"] ?? 0) - 0.48288562) < 5e-9)
    #expect(abs((first["column-mean"] ?? 0) - 0.48240658) < 5e-9)
  }

  @Test("weights are not rounded: they sum to 1", arguments: PriorityMethod.allCases)
  func unrounded(method: PriorityMethod) throws {
    var generator = SplitMix64(seed: 97)
    for size in 2...15 {
      let weights = try PriorityVector(
        Fixtures.randomMatrix(size, &generator), method: method
      ).weights
      #expect(abs(weights.reduce(0, +) - 1) < 1e-15 * Double(size))
    }
    // Saaty 1990, house by transport, prints .233 .055 .713, whose sum is 1.001.
    let house = try PriorityVector(Fixtures.matrix(["7", "1/5", "1/8"]), method: method)
    #expect(abs(house.weights.reduce(0, +) - 1) < 1e-15)
  }

  @Test("a random index has the digits of its source, in double precision, and names it")
  func randomIndices() throws {
    for index in RandomIndex.all {
      for size in 3... {
        guard let value = index.value(size: size) else { break }
        // In half precision 0.58 would be 0.580078125: the shortest text would have more digits.
        #expect(value.description.count <= 9, "\(index.name) of \(size) labels: \(value)")
      }
      #expect(index.source.count > 40)
      let analysis = try JudgementAnalysis(
        Fixtures.matrix(["7", "1/5", "1/8"]), randomIndex: index)
      #expect(analysis.randomIndexSource == index.name)
    }
  }
}
