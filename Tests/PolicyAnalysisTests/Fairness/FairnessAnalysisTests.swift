import ScoringEngine
import ScoringPlan
import Testing

@testable import PolicyAnalysis

@Suite("What groups of people get")
struct FairnessAnalysisTests {
  /// Ten people of each of two branches, of whom five and four are excellent, and two elsewhere.
  private static let staff: String = {
    var rows = ["id,branch,years,review"]
    for index in 0..<10 { rows.append("e\(index),East,\(index),\(index < 5 ? 95 : 60)") }
    for index in 0..<10 { rows.append("w\(index),West,\(2 * index),\(index < 4 ? 95 : 60)") }
    rows += ["n0,North,,95", "n1,North,3,60"]
    return rows.joined(separator: "\n") + "\n"
  }()

  private static let policy = """
    policy: reviews
    version: "1"
    tables:
      staff:
        key: id
        columns:
          branch: {type: text}
          years: {unit: year, missing: allow}
          review: {unit: point}
    scorecard:
      dimensions:
        service: {measures: {review: {score: review}}}
    grades:
      level:
        by: total
        bands:
          - {grade: top, minimum: 90}
          - {grade: other}
    results:
      pay: IF(level = "top", 1000元, 400元)
    payroll: {amount: pay}
    """

  private static let branch = FairnessDivision(texts: "branch")

  private static func analyze(
    _ options: FairnessOptions, _ staff: String = staff, of yaml: String = policy,
    against other: String? = nil
  ) throws -> FairnessAnalysis {
    let first = try SmallComparison.run(yaml, staff)
    guard let other else { return try FairnessAnalysis(first, options: options) }
    return try FairnessAnalysis(
      first, against: try SmallComparison.run(other, staff), options: options)
  }

  @Test("counts, means, shares and pay are those worked out by hand")
  func byHand() throws {
    let analysis = try Self.analyze(
      FairnessOptions(divisions: [FairnessDivision(bands: "years", cuts: [0, 5, 10])]))
    let groups = analysis.tables[0].groups
    // Below 5 years: e0 to e4, w0 to w2 and n1; to under 10: e5 to e9, w3 and w4; from 10 on w5 to w9;
    // n0 has no years and goes with these, the smallest.
    #expect(
      groups.map(\.label) == [.band(from: 0, to: 5), .band(from: 5, to: 10), .others])
    #expect(groups.map(\.count) == [9, 7, 6])
    #expect(groups.map(\.figures.bestCount) == [8, 1, 1])
    #expect(groups[0].figures.meanFinal == (8 * 95.0 + 60) / 9)
    #expect(groups[0].figures.pay == 8400 && groups[0].figures.meanPay == 8400.0 / 9)
    #expect(groups[2].mergedGroups == 2 && groups[2].figures.ratio == nil)
    #expect(analysis.whole.count == 22 && analysis.whole.figures.bestCount == 10)
  }

  @Test("four fifths is compared in whole numbers: exactly four fifths is not below")
  func fourFifths() throws {
    // Of ten in the East five are best, of ten in the West four: 0.4 / 0.5. Two in the North are hidden, and
    // with two people less in the East nothing stands by itself but the West.
    let full = Self.staff.replacing("North", with: "West")
    let analysis = try Self.analyze(FairnessOptions(divisions: [Self.branch]), full)
    #expect(analysis.tables[0].groups.map(\.figures.bestCount) == [5, 5])
    let even = Self.staff.replacing("n0,North,,95\nn1,North,3,60\n", with: "")
    let table = try Self.analyze(FairnessOptions(divisions: [Self.branch]), even).tables[0]
    #expect(table.leastRatio == 0.8)
    #expect(table.groups.allSatisfy { !$0.figures.isBelowFourFifths })
    let below = even.replacing("w3,West,6,95", with: "w3,West,6,60")
    let other = try Self.analyze(FairnessOptions(divisions: [Self.branch]), below).tables[0]
    #expect(other.groups.map(\.figures.isBelowFourFifths) == [false, true])
    let hidden = try Self.analyze(FairnessOptions(divisions: [Self.branch])).tables[0]
    #expect(hidden.groups.map(\.label) == [.text("West"), .others])
    #expect(hidden.leastRatio == nil)
  }

  @Test("gains and losses of pay are counted as they are defined")
  func gains() throws {
    let other = Self.policy.replacing("1000元, 400元", with: "1050元, 300元")
      .replacing("minimum: 90", with: "minimum: 50")
      .replacing("version: \"1\"", with: "version: \"2\"")
    let analysis = try Self.analyze(
      FairnessOptions(divisions: [Self.branch]),
      Self.staff.replacing("e9,East,9,60", with: "e9,East,9,40"), against: other)
    // 95: 1000 to 1050, exactly a twentieth; 60: 400 to 1050; 40: 400 to 300.
    let gains = try #require(analysis.whole.gains)
    let counts = [gains.gainMore, gains.gain, gains.same, gains.lose, gains.loseMore]
    #expect(counts == [11, 10, 0, 0, 1])
    #expect(gains.total == 22 && analysis.measure == .pay)
    let sums = analysis.tables[0].groups.reduce(0) { $0 + ($1.gains?.total ?? 0) }
    #expect(sums == 22)
    #expect(analysis.whole.otherFigures?.bestCount == 21)
    var some = GainCounts()
    for (before, change) in [(0.0, 1.0), (0, -1), (-100, 4), (100, -5), (100, -5.01), (7, 0)] {
      some.add(before: before, change: change)
    }
    #expect([some.gainMore, some.gain, some.same, some.lose, some.loseMore] == [1, 1, 1, 1, 2])
  }

  @Test("without a grade the first by final count as best, those who tie with the last too")
  func ranks() throws {
    let ungraded = Self.policy.replacing(/grades:(.|\n)*/, with: "")
    let analysis = try Self.analyze(
      FairnessOptions(divisions: [Self.branch], top: .subjects(3)), of: ungraded)
    #expect(analysis.grading == nil && analysis.whole.figures.bestCount == 10)
    #expect(analysis.whole.figures.pay == nil)
  }

  @Test("policies without a grade in common are compared by their first")
  func noCommonGrade() throws {
    let ungraded = Self.policy.replacing(/grades:(.|\n)*/, with: "")
    let options = FairnessOptions(divisions: [Self.branch], top: .subjects(3))
    let analysis = try Self.analyze(options, against: ungraded)
    #expect(analysis.grading == nil && analysis.measure == .final)
    #expect(analysis.whole.figures.bestCount == 10)
    #expect(analysis.whole.gains.map(\.same) == 22)
    let asked = FairnessOptions(divisions: [Self.branch], grade: "level")
    #expect(throws: FairnessError.noGrade("level", all: [])) {
      try Self.analyze(asked, against: ungraded)
    }
  }

  @Test("what cannot be compared is told in words")
  func faults() throws {
    let refused: [(FairnessOptions, String)] = [
      (FairnessOptions(divisions: [FairnessDivision(texts: "brnch")]), "did you mean \"branch\"?"),
      (FairnessOptions(divisions: [FairnessDivision(texts: "city")]), "its columns are branch"),
      (FairnessOptions(divisions: [FairnessDivision(texts: "years")]), "--bands years:0,3,6,10"),
      (
        FairnessOptions(divisions: [FairnessDivision(bands: "branch", cuts: [1])]),
        "holds no numbers"
      ),
      (FairnessOptions(divisions: [Self.branch], grade: "star"), "its grades are level"),
    ]
    for (options, words) in refused {
      let error = #expect(throws: FairnessError.self) { try Self.analyze(options) }
      #expect(error?.description.contains(words) ?? false, "\(error?.description ?? "")")
    }
    let few = Self.staff.split(separator: "\n").prefix(5).joined(separator: "\n") + "\n"
    let error = #expect(throws: FairnessError.self) {
      try Self.analyze(FairnessOptions(divisions: [Self.branch]), few)
    }
    #expect(error == .tooFew(4))
  }
}
