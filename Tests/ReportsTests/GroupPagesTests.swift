import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import Reports

@Suite("Pages of groups")
struct GroupPagesTests {
  private static let policy = """
    policy: small
    decimals: 1
    tables:
      staff:
        key: id
        columns: {branch: {type: text, missing: allow}, role: text, a: {minimum: 0, missing: allow}}
      sales:
        key: id
        columns: {amount: number}
    scorecard:
      dimensions:
        work: {weights: {a: 0.5, s: 0.5}, measures: {a: {score: a, missing: exclude}, s: {score: SUM(sales.amount)}}}
    gates:
      high: {title: High, when: total > 95, deduct: 1, because: too much}
    grades:
      star:
        by: final
        within: branch
        bands: [{grade: gold, seats: 1}, {grade: silver, seats: 1}, {grade: bronze, minimum: 60}, {grade: none}]
    results:
      pay: {formula: 'IF(star = "gold", 100.005元, 1元)', title: Pay}
    payroll: {amount: pay}
    """

  private static func scene(_ staff: String, sales: String) throws -> ReportScene {
    try ReportScene(
      policy: policy,
      tables: ["staff": "id,branch,role,a\n" + staff, "sales": "id,amount\n" + sales])
  }

  private static func usual() throws -> ReportScene {
    // N: A 97 (95.96 - 1 after rounding), B 80, C 80, D 61, E 59.9; S: F 70 alone; G has no branch.
    try scene(
      "A,N,x,97\nB,N,x,80\nC,N,y,80\nD,N,x,61\nE,N,x,59.9\nF,S,x,\nG,,x,50\nH,S,x,-5\nI,,x,bad\n",
      sales: "A,97\nB,80\nC,80\nD,61\nE,59.9\nF,70\nG,50\nH,1\nZ,3\n")
  }

  private func text(of group: String?, _ scene: ReportScene, _ language: Title.Language = .english)
    throws -> String
  {
    let pages = try scene.groupPages(language)
    let page = try #require(pages.first { $0.group == group }?.html)
    #expect(WellFormedness.fault(of: page) == nil)
    #expect(PrintedTables(page).faults == [])
    return WellFormedness(page).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("there is one page for each group, in the order of their texts, those without one last")
  func names() throws {
    #expect(try Self.usual().groupPages(.english).map(\.group) == ["N", "S", nil])
  }

  @Test("the table lists people from the top, with grade, pay, gates and what decided a tie")
  func ranking() throws {
    let text = try text(of: "N", try Self.usual())
    #expect(text.contains("A x 96.0 gold 100.01 High"))
    #expect(text.contains("B x 80.0 silver 1.00 star: id decided between equals"))
    #expect(text.contains("C y 80.0 bronze 1.00 star: id decided between equals"))
    #expect(text.contains("E x 59.9 none 1.00"))
    #expect(text.contains("sum of 5 people 104.01"))
    #expect(text.contains("Pay in all104.01 CNY"))
    #expect(text.contains("High A takes off 1, leaving 96.0"))
  }

  @Test("bands say who may be in them, how many are, and how many of these are here")
  func bands() throws {
    let text = try text(of: "N", try Self.usual())
    #expect(text.contains("star N gold 1 of 1 seats used 1 1"))
    #expect(text.contains("star N silver 1 of 1 seats used 1 1"))
    #expect(text.contains("star N bronze from 60.0 2 2"))
    #expect(text.contains("star N none all others 1 1"))
  }

  @Test(
    "near a cut are those within the margin, and where heads are counted the last and the first")
  func cuts() throws {
    let text = try text(of: "N", try Self.usual())
    // A is last in gold; B first in silver and last in it, D within 2 above 60, E within 2 below.
    #expect(text.contains("A 96.0 star gold silver is 16.0 lower"))
    #expect(text.contains("B 80.0 star silver gold is 16.1 higher"))
    #expect(text.contains("B 80.0 star silver bronze is 0.0 lower"))
    #expect(text.contains("C 80.0 star bronze silver is 0.1 higher"))
    // 61.0 falls below 60 when it loses 1.1.
    #expect(text.contains("D 61.0 star bronze none is 1.1 lower"))
    #expect(text.contains("E 59.9 star none bronze is 0.1 higher"))
    #expect(text.contains("within 2.0 of a cut"))
    let narrow = try Self.usual().groupPages(.english, margin: 0.05)[0].html
    #expect(!narrow.contains("none is 1.1 lower") && !narrow.contains("bronze is 0.1 higher"))
  }

  @Test("shares are told in percent, and of which people")
  func shares() throws {
    let policy = """
      policy: shares
      tables: {staff: {key: id, columns: {a: number}}}
      scorecard: {dimensions: {work: {measures: {a: {score: a}}}}}
      grades: {tier: {by: total, bands: [{grade: top, share: 0.125}, {grade: other}]}}
      """
    let rows = (1...8).map { "P\($0),\($0)0" }.joined(separator: "\n")
    let scene = try ReportScene(policy: policy, tables: ["staff": "id,a\n" + rows])
    let text = try text(of: nil, scene)
    #expect(text.contains("tier all top 12.5 % of all 1 1 tier all other all others 7 7"))
    #expect(text.contains("P8 80.00 tier top other is 10.00 lower"))
    #expect(text.contains("P7 70.00 tier other top is 10.01 higher"))
  }

  @Test("missing data, rows at fault and rows of which nobody knows the group are told")
  func gaps() throws {
    let scene = try Self.usual()
    let south = try text(of: "S", scene)
    #expect(
      south.contains("F a: nothing to score: left out, the other weights rescaled; no value of a"))
    #expect(south.contains("a -5 expected at least 0"))
    #expect(south.contains("Rows at fault whose group is not known"))
    // I has no branch, and Z is nobody's key.
    #expect(south.contains("bad") && south.contains("Z"))
    let north = try text(of: "N", scene)
    #expect(!north.contains("expected at least 0") && north.contains("Rows at fault0"))
    #expect(north.contains("nothing is missing"))
  }

  @Test("dimensions are compared with all, but not those of a group too small to show a mean")
  func dimensions() throws {
    let scene = try Self.usual()
    // All: A 97, B 80, C 80, D 61, E 59.9, F 70, G 50: mean 71.13; N: 75.58.
    let north = try text(of: "N", scene)
    #expect(north.contains("work 75.6 71.1 4.5"))
    #expect(north.contains("here 5 people, all 7 people"))
  }

  @Test("without a column all are on one page, and a run without people has one")
  func noGroups() throws {
    let policy = """
      policy: bare
      tables: {staff: {key: id, columns: {a: {minimum: 0}}}}
      scorecard: {dimensions: {work: {measures: {a: {score: a}}}}}
      rankings: {place: {by: total}}
      """
    let scene = try ReportScene(policy: policy, tables: ["staff": "id,a\nA,5\nB,-1\n"])
    let pages = try scene.groupPages(.chinese)
    #expect(pages.map(\.group) == [nil])
    #expect(pages[0].html.contains("全体") && pages[0].html.contains("1 / 1"))
    #expect(!pages[0].html.contains("各维度与全体比较") && pages[0].html.contains("expected at least 0"))
    let nobody = try ReportScene(policy: policy, tables: ["staff": "id,a\n"])
    #expect(try nobody.groupPages(.english).count == 1)
  }
}
