import AHP
import Diagnostics
import Testing

@Suite("What the author must see")
struct FindingsTests {
  @Test("consistent judgements have no findings")
  func consistent() throws {
    #expect(try JudgementAnalysis(PaperTests.matrix()).findings().isEmpty)
  }

  /// Saaty 1990, house selection by transport: consistency ratio .213.
  @Test("an inconsistent set names its ratio, the worst judgement, and what would help")
  func inconsistent() throws {
    let analysis = try JudgementAnalysis(Fixtures.matrix(["7", "1/5", "1/8"]))
    #expect(analysis.isConsistent == false)
    let location = SourceLocation(file: "transport.csv", line: 1, column: 1)
    let finding = try #require(analysis.findings(at: location, of: "transport's judgements").first)
    #expect(finding.severity == .finding && finding.code == "judgement.inconsistent")
    #expect(finding.location == location)
    #expect(
      finding.message == "transport's judgements contradict each other: their consistency ratio is "
        + "0.2129 (random index saaty-1980), which is not below 0.1")
    #expect(
      finding.notes == [
        "worst judgement: 7 for a against b, where the weights imply 4.28, a factor of 1.636"
      ])
    let worst = try #require(analysis.worstJudgement)
    #expect(try #require(worst.ratioIfRevised) < 0.2129)
    #expect(
      finding.suggestion?.hasPrefix("ask again how a compares with b; 4.28 would give") == true)
  }

  @Test("the threshold itself is not below the threshold")
  func threshold() throws {
    let matrix = try Fixtures.matrix(["2", "3", "2"])
    let ratio = try #require(try JudgementAnalysis(matrix).consistencyRatio)
    #expect(try JudgementAnalysis(matrix, maximumRatio: ratio).isConsistent == false)
    #expect(try JudgementAnalysis(matrix, maximumRatio: ratio.nextUp).isConsistent == true)
    #expect(try JudgementAnalysis(matrix, maximumRatio: ratio).findings().count == 1)
  }

  /// GCI thresholds that belong to a ratio of 0.10, by (2 n / (n - 2)) 0.1 RI of Alonso and Lamata:
  /// Aguaron and Moreno-Jimenez 2003 print .31, .35 and .37 for 3, 4 and 5 labels.
  @Test(
    "the geometric consistency index crosses its threshold with the ratio, to first order",
    arguments: [(3, 0.31), (4, 0.35), (5, 0.37)])
  func geometricThreshold(size: Int, printed: Double) throws {
    let index = try #require(RandomIndex.alonso2006.value(size: size))
    let threshold = 2 * Double(size) / Double(size - 2) * 0.1 * index
    #expect(abs(threshold - printed) <= 0.005)
    // One judgement of an otherwise consistent matrix, moved until the ratio is near 0.1.
    var upper = [String](repeating: "1", count: size * (size - 1) / 2)
    var (ratio, geometric, step) = (0.0, 0.0, 1.0)
    while ratio < 0.1 {
      step *= 1.01
      upper[0] = "\(step)"
      let analysis = try JudgementAnalysis(Fixtures.matrix(upper), randomIndex: .alonso2006)
      ratio = try #require(analysis.consistencyRatio)
      geometric = try #require(analysis.geometricConsistencyIndex)
    }
    #expect(abs(geometric / threshold - 1) < 0.12)
  }
}
