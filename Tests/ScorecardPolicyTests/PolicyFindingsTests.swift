import Testing

@testable import ScorecardPolicy

@Suite("Findings about a policy that can be used")
struct PolicyFindingsTests {
  /// A policy whose grade and result are given; what follows from the scores is all on lines of its
  /// own.
  private func findings(grade: String, result: String) throws -> [String] {
    let yaml = """
      policy: findings
      tables:
        staff: {key: id, columns: {role: {type: text, values: [clerk, manager]}, x: {unit: point}}}
      scorecard: {dimensions: {one: {measures: {m: {score: x}}}}}
      gates: {late: {when: x < 10, deduct: 1}}
      grades: {star: \(grade)}
      results: {pay: '\(result)'}
      """
    return try PolicyReader.read(yaml, file: "f.yaml").findings.map { finding in
      "\(finding.severity.rawValue) \(finding.location?.line ?? 0) \(finding.code) "
        + "\(finding.suggestion ?? "")"
    }
  }

  private let bands = "bands: [{grade: top, seats: 1}, {grade: rest}]"

  @Test("A sound policy has none")
  func none() throws {
    #expect(
      try findings(
        grade: "{by: final, \(bands)}",
        result: #"IF(AND(star = "top", role <> "clerk"), 1, IF(star = "", 0, 2))"#
      ).isEmpty)
  }

  @Test("A grade or column is compared with a text that it never has")
  func neverEqual() throws {
    #expect(
      try findings(
        grade: "{by: final, \(bands)}", result: #"IF(star = "tpo", IF("boss" <> role, 1, 2), 0)"#)
        == [
          #"finding 7 formula.never-equal did you mean "top"?"#,
          "finding 7 formula.never-equal its values are clerk, manager",
        ])
  }

  @Test("A grade by the total is not affected by gates that come before it")
  func gatesUnused() throws {
    #expect(
      try findings(grade: "{by: total, \(bands)}", result: "1")
        == ["finding 6 policy.gates-unused write by: final"])
  }

  @Test("A minimum of the last band says nothing, as the last band takes the rest")
  func lastBand() throws {
    let grade = "{by: final, bands: [{grade: top, minimum: 80}, {grade: rest, minimum: 60}]}"
    #expect(
      try findings(grade: grade, result: "1").map { $0.prefix(27) }
        == ["finding 6 policy.last-band "])
  }
}
