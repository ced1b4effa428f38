import Testing

@testable import SparkScoring

@Suite("Lines of files as rows")
struct LineSurveyTests {
  struct Text: CustomTestStringConvertible {
    let text: String
    var separator: Character = ","
    var rows = 0
    var hasLoneReturns = false
    var faultLine: Int?

    var testDescription: String { text }
  }

  @Test(
    "Rows are counted as they are read, and what Spark would cut otherwise is found",
    arguments: [
      Text(text: "id,a\n1,x\n2,y\n", rows: 2),
      Text(text: "id,a\n1,x\n2,y", rows: 2),
      Text(text: "\n\nid,a\r\n\r\n1,x\r\n", rows: 1),
      Text(text: "id,a\r1,x\r2,y\r", rows: 2, hasLoneReturns: true),
      Text(text: "id,a\n1,\"x, y\"\n2,a \"\"quoted\n", rows: 2),
      Text(text: "id,a\n1,inch \"\n2,\"say \"\"it\"\"\"\n", rows: 2),
      Text(text: "id,a\n1,\"two\nlines\"\n", faultLine: 2),
      Text(text: "id,a\n1,x\n2,\"open\n", rows: 1, faultLine: 3),
      Text(text: "id;a\n1;b\"c,\"d\n", separator: ";", rows: 1),
      Text(text: "id,a\n1,x\nid,a\n", rows: 1, faultLine: 3),
      Text(text: "id,a\nid,ab\nid,\n", rows: 2),
    ])
  func rows(_ text: Text) throws {
    for size in [1, 3, 1000] {
      var survey = LineSurvey(separator: try #require(text.separator.asciiValue))
      let bytes = Array(text.text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { survey.take($0) }
      }
      survey.finish()
      #expect(survey.rowCount == text.rows)
      #expect(survey.hasLoneReturns == text.hasLoneReturns)
      #expect(survey.fault?.line == text.faultLine)
    }
  }
}
