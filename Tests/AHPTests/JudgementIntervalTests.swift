import AHP
import DelimitedText
import Testing

@Suite("Files of intervals")
struct JudgementIntervalTests {
  private static func read(_ lines: String) throws -> [ClosedRange<Double>] {
    let matrix = try Fixtures.matrix(["2", "3", "5"])
    return try JudgementIntervalFile.read(
      DecodedText(Array(lines.utf8), file: "intervals.csv"), for: matrix)
  }

  @Test("bounds stand for the pair either way round; a pair left out stays as judged")
  func bounds() throws {
    let bounds = try Self.read("row,column,low,high\na,b,1,4\nc,b,1/6,1/4\n")
    #expect(bounds == [1...4, 3...3, 4...6])
    #expect(try Self.read("high,low,column,row\n4,1,b,a\n")[0] == 1...4)
  }
}
