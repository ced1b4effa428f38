import AHP
import DelimitedText
import Diagnostics
import Testing

@Suite("Square judgement files")
struct JudgementFileTests {
  private func read(_ text: String) throws -> JudgementFile {
    try JudgementFile(DecodedText(Array(text.utf8), file: "test.csv"))
  }

  private func matrix(_ text: String) throws -> PairwiseComparisonMatrix {
    let file = try read(text)
    #expect(file.findings.isEmpty && file.sets.count == 1)
    return file.sets[0].aggregatedJudgements()
  }

  private static let expected = PairwiseComparisonMatrix(
    labels: ["a", "b", "c"],
    upperTriangle: ["2", "1/3", "5"].compactMap { try? Judgement($0) })

  @Test(
    "the same matrix in many spellings",
    arguments: [
      ",a,b,c\na,1,2,1/3\nb,1/2,1,5\nc,3,1/5,1\n",
      "criterion,a,b,c\na,1,2,1/3\nb,,1,5\nc,,,1\n",
      ",a,b,c\na,,2,1/3\nb,,,5\nc,,,\n",
      ",a,b,c\na\nb,1/2\nc,3,1/5\n",
      "\u{FEFF}, a ,b\t,c\r\n a,1,2, 1/3\r\n\r\nb,,1,5\r\nc,,,1",
      ";a;b;c\na;1;2;1/3\nb;;1;5\nc;;;1\n",
      "\ta\tb\tc\na\t1\t2\t1/3\nb\t\t1\t5\nc\t\t\t1\n",
      "\"\",\"a\",\"b\",\"c\"\n\"a\",1,\"2\",\"1/3\"\nb,?,1,5\nc,?,?,1\n",
      ",a,b,c,,\na,1,2,1/3,,\nb,,1,5,,\nc,,,1,,\n,,,,,\n",
      ",a,b,c\nc,3,1/5,1\na,1,2,1/3\nb,1/2,1,5\n",
    ])
  func spellings(text: String) throws {
    let matrix = try matrix(text)
    #expect(matrix.labels == Self.expected.labels)
    for row in 0..<3 {
      for column in 0..<3 { #expect(matrix[row, column] == Self.expected[row, column]) }
    }
  }

  @Test("a judgement is kept as written, and turned round where only the lower half has it")
  func keptAsWritten() throws {
    let matrix = try matrix(",a,b,c\na,1,0.50,\nb,,1,\nc,3,7/2,1\n")
    #expect(matrix.upperTriangle.map(\.text) == ["0.50", "1/3", "2/7"])
    #expect(matrix.judgement(2, 1).text == "7/2")
  }

  @Test("one label is enough")
  func one() throws {
    #expect(try matrix(",a\na,1\n").size == 1)
  }

  @Test(
    "a rounded reciprocal is a finding, and the cell of at least 1 counts",
    arguments: [
      ("3", "0.33", "3"), ("0.33", "3", "1/3"), ("7", "0.143", "7"), ("0.35", "2.86", "1/2.86"),
      ("9", "0.1", "9"), ("6", "1.7e-1", "6"),
    ])
  func roundedReciprocal(upper: String, lower: String, counts: String) throws {
    let file = try read(",a,b\na,1,\(upper)\nb,\(lower),1\n")
    #expect(file.findings.map(\.code) == ["judgement.rounded-reciprocal"])
    #expect(file.findings.first?.severity == .finding)
    #expect(file.sets[0].aggregatedJudgements().upperTriangle.map(\.text) == [counts])
  }

  @Test(
    "halves that agree within 1e-6 are no finding",
    arguments: [("3", "0.3333333"), ("0.3333333", "3"), ("1/3", "3.0000001"), ("0.35", "20/7")])
  func agreeing(upper: String, lower: String) throws {
    let matrix = try matrix(",a,b\na,1,\(upper)\nb,\(lower),1\n")
    let larger = try max(Judgement(upper).value, Judgement(lower).value)
    #expect(max(matrix[0, 1], matrix[1, 0]) == larger)
  }

  @Test(
    "halves that are not each other's rounding are an error",
    arguments: [
      ("3", "0.34"), ("3", "1/2"), ("2", "0.4"), ("3", "1/4"), ("0.5", "0.5"), ("3", "0.4"),
    ])
  func disagreeing(upper: String, lower: String) {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try read(",a,b\na,1,\(upper)\nb,\(lower),1\n")
    }
    #expect(failure?.diagnostics.map(\.code) == ["judgement.not-reciprocal"])
  }

  @Test("all faults of a file are reported together, in the order of the file")
  func together() {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try read(",a,b,c\na,2,x,3\nb,4,1,0\nd,,,1\n")
    }
    #expect(
      failure?.diagnostics.map(\.code) == [
        "judgement.row-missing", "judgement.diagonal", "judgement.not-a-number",
        "judgement.not-positive", "judgement.unknown-label",
      ])
    #expect(failure?.diagnostics.map { $0.location?.line } == [1, 2, 2, 3, 4])
  }

  @Test("places count characters, also behind quoted line ends and wide scripts")
  func places() {
    let failure = #expect(throws: DiagnosedFailure.self) {
      try read(",\"甲\n乙\",丙\n\"甲\n乙\",1,坏\n丙,,1\n")
    }
    #expect(
      failure?.diagnostics.first?.location == SourceLocation(file: "test.csv", line: 4, column: 6))
  }
}
