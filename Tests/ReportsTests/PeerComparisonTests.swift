import Calendars
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import Reports

@Suite("How people compare with their group")
struct PeerComparisonTests {
  private static func policy(_ extra: String = "") -> String {
    """
    policy: small
    decimals: 2
    tables:
      staff:
        key: id
        columns: {branch: text, role: text, a: {missing: allow}, b: {missing: allow}, c: number, late: number}
    scorecard:
      weights: {by: role, x: {first: 0.6, second: 0.4}, y: {first: 0.5, second: 0.5}}
      dimensions:
        first:
          weights: {a: 0.5, b: 0.5}
          measures:
            a: {score: a, missing: exclude, guidance: {en: Help with a., zh: 甲}}
            b: {score: b, missing: exclude, guidance: {en: Help with b., zh: 乙}}
        second: {measures: {c: {score: c, guidance: Help with c.}}}
    gates:
      late: {when: late > 0, deduct: late}
    rankings: {place: {by: final, within: branch}}
    \(extra)
    """
  }

  private static let header = "id,branch,role,a,b,c,late\n"

  private static func scene(_ rows: String, by column: String? = nil) throws -> ReportScene {
    try ReportScene(policy: policy(), tables: ["staff": header + rows], by: column)
  }

  private func report(_ key: String, in scene: ReportScene) throws -> SubjectReport {
    try #require(scene.reports().first { $0.report.explanation.key == key }?.report)
  }

  @Test("the parts are the points less their mean, by each one's own weights, gates together")
  func parts() throws {
    let scene = try Self.scene(
      "A,N,x,80,60,50,0\nB,N,y,90,70,90,3\nC,N,x,100,80,40,0\nD,S,x,0,0,0,0\n")
    // first: 70, 80, 90; second 50, 90, 40; points A 42 + 20, B 40 + 45, C 54 + 16; late B -3.
    let comparison = try #require(try report("B", in: scene).comparison)
    #expect(comparison.column == "branch" && comparison.group == "N" && comparison.people == 3)
    #expect(abs(comparison.mean - (62 + 82 + 70) / 3.0) < 1e-12)
    #expect(comparison.parts.map(\.name) == ["first", "second", "gates"])
    let means = [(42 + 40 + 54) / 3.0, (20 + 45 + 16) / 3.0, -1]
    for (part, (own, mean)) in zip(comparison.parts, zip([40.0, 45, -3], means)) {
      #expect(abs(part.own - own) < 1e-12 && abs(part.mean - mean) < 1e-12)
    }
    // 71.33 + (-5.33) + 18.00 + (-2.00) = 82.00: the remainders are .67, 0 and 0.
    #expect(comparison.printedMean == "71.33")
    #expect(comparison.parts.map(\.printed) == ["-5.33", "18.00", "-2.00"])
  }

  @Test("of two people no mean is shown: each could tell the other's score from it")
  func small() throws {
    let scene = try Self.scene("A,N,x,80,60,50,0\nB,N,x,90,70,90,0\nC,S,x,100,80,40,0\n")
    let comparison = try #require(try report("A", in: scene).comparison)
    #expect(comparison.group == nil && comparison.column == nil && comparison.people == 3)
    let text = SubjectPage(try report("A", in: scene), .english).html()
    #expect(text.contains("mean of all (3 people)"))
    let pair = try Self.scene("A,N,x,80,60,50,0\nB,N,x,90,70,90,0\n")
    #expect(try report("A", in: pair).comparison == nil)
    #expect(try report("A", in: pair).guidance.isEmpty)
    #expect(SubjectPage(try report("A", in: pair), .chinese).html().contains("各维度计分"))
  }

  @Test("guidance is for the measures in which most points are lost, by one's own weights")
  func guidance() throws {
    let scene = try Self.scene(
      "A,N,x,,50,60,0\nB,N,x,90,70,90,0\nC,N,x,70,90,90,0\nD,N,y,100,70,40,0\n")
    // A has no a, so b counts in full: 0.6 * (70 - 50) = 12; c: 0.4 * (70 - 60) = 4.
    let found = try report("A", in: scene).guidance
    #expect(found.map(\.measure) == ["b", "c"])
    for (guidance, lost) in zip(found, [12.0, 4]) { #expect(abs(guidance.lost - lost) < 1e-12) }
    let page = SubjectPage(try report("A", in: scene), .english).html()
    #expect(page.contains("b (12.00 points below the mean): Help with b."))
    let chinese = SubjectPage(try report("A", in: scene), .chinese).html()
    #expect(chinese.contains("b（低于平均 12.00 分）：乙"))
    #expect(chinese.contains("Help with c."))
    // B is above the mean in all but a: 0.3 * (260 / 3 - 90) is a gain.
    #expect(try report("B", in: scene).guidance.isEmpty)
  }

  @Test("another column may make the groups, and one that is not there is told")
  func column() throws {
    let rows = "A,N,x,80,60,50,0\nB,N,y,90,70,90,0\nC,N,x,100,80,40,0\nD,S,x,1,2,3,0\n"
    let comparison = try #require(
      try report("A", in: try Self.scene(rows, by: "role")).comparison)
    #expect(comparison.group == "x" && comparison.people == 3)
    #expect(throws: ReportError.noColumn("rolle", known: ["branch", "role"])) {
      try Self.scene(rows, by: "rolle")
    }
  }

  @Test("the page says until when to object and what was decided")
  func objections() throws {
    let scene = try Self.scene("A,N,x,80,60,50,0\nB,N,x,90,70,90,0\nC,N,x,100,80,40,0\n")
    let granted = ReportDecision(
      table: "staff", column: "a", old: "", new: "80", reason: "<slip> found", decidedBy: "Lin",
      date: "2026-04-12", isGranted: true)
    let refused = ReportDecision(
      table: "staff", row: "2", column: "c", old: "50", new: "70", reason: "no proof",
      decidedBy: "Wu", date: "2026-04-13", isGranted: false)
    let sources = ReportSources(
      objectUntil: CivilDate("2026-04-30"), decisions: ["A": [granted, refused]])
    let reports = Dictionary(
      uniqueKeysWithValues: scene.reports(sources).map { ($0.report.explanation.key, $0.report) })
    let page = SubjectPage(try #require(reports["A"]), .english).html()
    for words in [
      "Objections are taken until 2026-04-30.", "Decisions on objections", "staff / a", "missing",
      "&lt;slip&gt; found", "granted", "refused", "staff / 2 / c", "2026-04-13",
    ] { #expect(page.contains(words), "lacks \(words)") }
    #expect(WellFormedness.fault(of: page) == nil)
    let other = SubjectPage(try #require(reports["B"]), .chinese).html()
    #expect(!other.contains("异议处理结果") && other.contains("异议受理截止日期：2026-04-30"))
    let sentence = ReportSentences(try #require(reports["A"]), .english).decision(refused)
    #expect(sentence == "staff / 2 / c: 50 -> 70, refused: no proof (Wu, 2026-04-13)")
    let without = SubjectPage(try report("B", in: scene), .english).html()
    #expect(without.contains("No last day for objections is set here"))
  }
}
