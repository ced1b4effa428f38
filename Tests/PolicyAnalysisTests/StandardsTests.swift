import Testing

@testable import PolicyAnalysis
import SeededRandom

@Suite("Standards from comparable subjects")
struct StandardsTests {
  /// Two classes, so that every number can be worked out by hand.
  private static let small = ComparableSubjects(
    keys: ["a1", "b1", "a2", "b2", "a3", "b3", "a4", "b4"], targetName: "width",
    target: [10, 1, 12, 2, 14, 3, 16, 6],
    drivers: [Driver(name: "class", values: .texts(["A", "B", "A", "B", "A", "B", "A", "B"]))],
    groups: ["x", "x", "x", "y", "y", "y", "y", "y"])

  @Test("standards, ideals and attainments are those worked out by hand")
  func byHand() throws {
    let standards = try Standards(Self.small)
    // Means 13 and 3. Beyond expectation -3 -1 1 3 and -2 -1 0 3: three quarters lie at 1.5 and 0.75.
    #expect(standards.subjects.map(\.key) == Self.small.keys)
    #expect(standards.subjects.map(\.cluster) == [1, 2, 1, 2, 1, 2, 1, 2])
    #expect(standards.subjects.map(\.comparison.standard) == [13, 3, 13, 3, 13, 3, 13, 3])
    #expect(
      standards.subjects.map(\.comparison.ideal) == [
        14.5, 3.75, 14.5, 3.75, 14.5, 3.75, 14.5, 3.75,
      ])
    #expect(standards.subjects[0].comparison.attainment == 10.0 / 13)
    #expect(standards.subjects[0].comparison.idealAttainment == 10 / 14.5)
    #expect(abs(standards.clusters[0].uplift - 1.5) < 1e-12)
    #expect(standards.clusters.map(\.comparison.actual) == [13, 3])
    #expect(
      standards.clusters.map(\.typical) == [
        [.text(driver: "class", "A", share: 1)], [.text(driver: "class", "B", share: 1)],
      ])
    #expect(standards.silhouettes.map(\.count) == [2])
    #expect(standards.silhouettes[0].silhouette == 1)
  }

  @Test("a group is the mean of its subjects")
  func groups() throws {
    let groups = try Standards(Self.small).groups
    #expect(groups.map(\.name) == ["x", "y"])
    #expect(groups.map(\.subjectCount) == [3, 5])
    // x: 10, 1, 12 against 13, 3, 13; y: 2, 14, 3, 16, 6 against 3, 13, 3, 13, 3.
    #expect(groups[0].comparison.actual == 23.0 / 3)
    #expect(groups[0].comparison.standard == 9.6667)
    #expect(groups[0].reachedCount == 0)
    #expect(groups[1].comparison.standard == 7)
    #expect(groups[1].comparison.attainment == 8.2 / 7)
    #expect(groups[1].reachedCount == 4)
    #expect(groups[1].idealReachedCount == 2)
  }

  /// A line that falls below 0: slope -8/5 through (1.5, 1.5).
  private static func falling(_ shift: Double) -> ComparableSubjects {
    ComparableSubjects(
      keys: ["1", "2", "3", "4"], targetName: "y", target: [5, 1, 0, 0].map { $0 + shift },
      drivers: [Driver(name: "x", values: .numbers([0, 1, 2, 3]))])
  }

  @Test("what is never negative is not expected to be")
  func floor() throws {
    let standards = try Standards(Self.falling(0), options: StandardsOptions(clusterCount: 1))
    #expect(standards.isFlooredAtZero)
    #expect(standards.subjects.map(\.comparison.standard) == [3.9, 2.3, 0.7, 0])
    // Three quarters of 1.1 -1.3 -0.7 0.9 lie at 0.95.
    #expect(standards.subjects.map(\.comparison.ideal) == [4.85, 3.25, 1.65, 0.05])
    #expect(standards.subjects[3].comparison.attainment == nil)
    #expect(standards.subjects[3].comparison.idealAttainment == 0)
  }

  @Test("what may be negative keeps its sign, and has an attainment only against a plan above 0")
  func negative() throws {
    let standards = try Standards(Self.falling(-1), options: StandardsOptions(clusterCount: 1))
    #expect(!standards.isFlooredAtZero)
    #expect(standards.subjects.map(\.comparison.standard) == [2.9, 1.3, -0.3, -1.9])
    #expect(
      standards.subjects.map { $0.comparison.attainment == nil } == [false, false, true, true])
  }

  @Test("the ideal is never below the standard, even where most stay behind")
  func idealAboveStandard() throws {
    let standards = try Standards(
      Self.falling(0), options: StandardsOptions(clusterCount: 4, idealQuantile: 0.5))
    for subject in standards.subjects {
      #expect(subject.comparison.ideal >= subject.comparison.standard)
    }
    #expect(standards.clusters.contains { $0.uplift < 0 })
  }

  @Test("plans have the decimals asked for", arguments: [(0, 10.0), (1, 9.7), (3, 9.667)])
  func decimals(decimals: Int, expected: Double) throws {
    let standards = try Standards(Self.small, options: StandardsOptions(decimals: decimals))
    #expect(standards.groups[0].comparison.standard == expected)
  }

  /// Subjects as a sales company might have them.
  private static func random(_ count: Int, seed: UInt64) -> ComparableSubjects {
    var generator = SplitMix64(seed: seed)
    let regions = (0..<count).map { _ in
      ["city", "town", "village"].randomElement(using: &generator)!
    }
    let sizes = (0..<count).map { _ in Double.random(in: 10...200, using: &generator) }
    return ComparableSubjects(
      keys: (0..<count).map { "r\($0)" }, targetName: "width",
      target: sizes.map { 5 + 0.1 * $0 + Double.random(in: 0...6, using: &generator) },
      drivers: [
        Driver(name: "region", values: .texts(regions)),
        Driver(name: "size", values: .numbers(sizes)),
      ], groups: (0..<count).map { "g\($0 % 7)" })
  }

  @Test("the order of subjects changes nothing, to the last bit", arguments: 1...5)
  func permutation(seed: UInt64) throws {
    let subjects = Self.random(200, seed: seed)
    var generator = SplitMix64(seed: seed)
    let order = Array(0..<200).shuffled(using: &generator)
    let plain = try Standards(subjects)
    let shuffled = try Standards(subjects.taking(order))
    #expect(shuffled.subjects == order.map { plain.subjects[$0] })
    #expect(shuffled.groups == plain.groups)
    #expect(shuffled.clusters == plain.clusters)
    #expect(shuffled.regression.coefficients == plain.regression.coefficients)
    #expect(shuffled.regression.fitted == order.map { plain.regression.fitted[$0] })
  }

  @Test("plans before rounding and floors add up to what is reached", arguments: 1...5)
  func budget(seed: UInt64) throws {
    let standards = try Standards(
      Self.random(300, seed: seed), options: StandardsOptions(decimals: 12))
    let sums = standards.subjects.reduce((0, 0)) {
      ($0.0 + $1.comparison.actual, $0.1 + $1.comparison.standard)
    }
    #expect(abs(sums.0 - sums.1) < 1e-8)
  }

  @Test("in each cluster about a quarter reach the ideal", arguments: 1...5)
  func quarter(seed: UInt64) throws {
    let standards = try Standards(Self.random(400, seed: seed))
    for cluster in standards.clusters {
      let members = standards.subjects.filter { $0.cluster == cluster.number }
      #expect(members.count == cluster.subjectCount)
      let reached = members.count { $0.comparison.actual >= $0.comparison.ideal }
      #expect(abs(Double(reached) - Double(members.count) / 4) <= 1)
    }
  }

  @Test("asking for more clusters than subjects differ is refused")
  func tooManyClusters() {
    let error = #expect(throws: StandardsError.self) {
      try Standards(Self.small, options: StandardsOptions(clusterCount: 3))
    }
    #expect(
      error?.description
        == "there are 2 different combinations of the drivers' values, too few for 3 clusters")
  }

  @Test("progress is told and never more than all")
  func progress() throws {
    var told: [String] = []
    _ = try Standards(Self.random(50, seed: 1)) { progress in
      #expect((0...progress.total).contains(progress.done))
      told.append(progress.activity)
    }
    #expect(Set(told) == ["counting clusters", "clustering"])
  }
}
