import AnalysisReport
import Foundation
import PolicyAnalysis
import ScoringEngine
import ScoringPlan
import Testing

@testable import PolicyStudio

@Suite("A board shows what comparing the saved policy shows")
struct BoardTests {
  static let stars = Result { try StudioBank("customer-manager/stars") }
  private var bank: StudioBank { get throws { try Self.stars.get() } }

  /// One of each kind of number, several at once, and changes that leave the plan's structure.
  static let drafts = [
    "{}",
    #"{"judgements": {"scorecard.weights": {"financial": {"customer": "4"}}}}"#,
    #"{"methods": {"scorecard.weights": "eigenvector"}}"#,
    #"""
    {"weights": {"scorecard.weights":
      {"financial": 0.25, "customer": 0.25, "internal": 0.25, "learning": 0.25}}}
    """#,
    #"{"judgements": {"scorecard.dimensions.internal.weights": {"npl": {"peer": "9"}}}}"#,
    #"{"numbers": {"scorecard.dimensions.customer.measures.deposit.cap": "110"}}"#,
    #"{"numbers": {"scorecard.dimensions.internal.measures.npl.floor": "50"}}"#,
    #"{"numbers": {"curves.npl_points.2.y": "60", "parameters.npl_gate": "1%"}}"#,
    #"{"numbers": {"grades.star.bands.1.seats": "3", "parameters.three_star_pay": "2000"}}"#,
    #"{"numbers": {"gates.complaints.when.1": "1"}}"#,
    #"{"numbers": {"parameters.stock_floor": "0.5", "parameters.fewest_reviews": "4"}}"#,
    #"{"randomIndices": {"scorecard.weights": "alonso-lamata-2006"}}"#,
  ]

  @Test(
    "Grades, ranks, scores and pay change as they do when the new policy is scored",
    arguments: drafts)
  func effect(_ draft: String) throws {
    let bank = try bank
    let changes = try DraftChanges(draft)
    let board = try bank.studio.board(changes, column: "branch", group: nil)
    let after = try bank.scored(changes)
    let expected = PolicyEffect(before: bank.studio.maker.baseline.scored, after: after)
    #expect(board.effect == expected)
  }

  @Test("Scores are to the bit those of the new policy", arguments: drafts)
  func bits(_ draft: String) throws {
    let bank = try bank
    let changes = try DraftChanges(draft)
    let own = try bank.studio.scored(changes).results
    let expected = SubjectResults(try bank.scored(changes), threads: 1)
    #expect(own.isRejected == expected.isRejected)
    #expect(own.finals.map(\.bitPattern) == expected.finals.map(\.bitPattern))
    #expect(own.bands == expected.bands)
    #expect(own.pay.map(\.bitPattern) == expected.pay.map(\.bitPattern))
  }

  @Test("Ranks of a branch, pay, winners and losers are those of a comparison", arguments: drafts)
  func parts(_ draft: String) throws {
    let bank = try bank
    let changes = try DraftChanges(draft)
    let group = bank.studio.maker.columns[0].groups.max { $0.count < $1.count }?.name
    let board = try bank.studio.board(changes, column: "branch", group: group)
    let comparison = PolicyComparison(
      before: bank.studio.maker.baseline.scored, after: try bank.scored(changes),
      options: ComparisonOptions(tops: [], moverCount: 0))
    #expect(
      try json(board.slopes) == json(SlopePart(comparison, column: "branch", group: group)))
    #expect(try json(board.payroll) == json(PayrollPart(comparison)))
    let analysis = try FairnessAnalysis(
      comparison.scored.before, against: comparison.scored.after,
      options: FairnessOptions(divisions: [FairnessDivision(texts: "role")]))
    let role = try #require(board.groups.first { $0.column == "role" })
    #expect(role.measure == analysis.measure?.rawValue)
    let gains = Dictionary(
      uniqueKeysWithValues: role.groups.dropFirst().map { ($0.name, $0.counts) })
    for table in analysis.tables[0].groups {
      guard case .text(let name) = table.label, let counts = table.gains else { continue }
      #expect(
        gains[name]
          == [counts.loseMore, counts.lose, counts.same, counts.gain, counts.gainMore])
    }
    #expect(role.groups[0].count == comparison.subjects.count)
  }

  @Test(
    "The spread of scores counts everybody once, in bins, at caps and at cuts", arguments: drafts)
  func spread(_ draft: String) throws {
    let bank = try bank
    let changes = try DraftChanges(draft)
    let part = try #require(
      try bank.studio.board(changes, column: "branch", group: nil).distributions)
    let scored = try bank.scored(changes)
    let plain = try #require(DistributionPart(scored, column: "branch"))
    #expect(part.groups[0].count == plain.groups[0].count)
    #expect(part.groups[0].counts.reduce(0, +) == part.groups[0].count)
    #expect(part.groups[0].before?.reduce(0, +) == 600)
    #expect(part.groups[0].capped.reduce(0, +) == plain.groups[0].capped.reduce(0, +))
    #expect(part.groups[0].median == plain.groups[0].median)
    for group in part.groups.dropFirst() {
      let same = try #require(plain.groups.dropFirst().first { $0.name == group.name })
      #expect(group.count == same.count)
      #expect(group.median == same.median)
      #expect(group.cuts == same.cuts)
      #expect(group.capped.reduce(0, +) == same.capped.reduce(0, +))
    }
    #expect(part.measures.map(\.count) == plain.measures.map(\.count))
    #expect(part.measures.map(\.people) == plain.measures.map(\.people))
  }

  @Test("The group shown stays while anything happens in it")
  func group() throws {
    let bank = try bank
    let still = DraftChanges()
    let column = bank.studio.maker.columns[0]
    let shown = { (changes: DraftChanges, group: String?, before: String?) in
      try bank.studio.board(changes, column: "branch", group: group, before: before).slopes?.group
    }
    let largest = column.groups.map(\.count).max()
    let first = try #require(try shown(still, nil, nil))
    #expect(column.groups.first { $0.name == first }?.count == largest)
    let other = try #require(column.groups.last?.name)
    #expect(try shown(still, nil, other) == other)
    #expect(try shown(still, first, other) == first)
    let moves = try DraftChanges(Self.drafts[1])
    let most = try #require(try shown(moves, nil, nil))
    #expect(try shown(moves, nil, most) == most)
    let results = try bank.studio.scored(moves).results
    let quiet = column.groups.indices.first { group in
      column.members(of: group).allSatisfy {
        results.band(of: $0) == bank.studio.maker.baseline.band(of: $0)
      }
    }
    let name = try #require(quiet.map { column.groups[$0].name } ?? nil)
    #expect(try shown(moves, nil, name) == most)
  }

  @Test("Any number of threads gives the same board")
  func threads() throws {
    let one = try StudioBank("customer-manager/stars", size: 9000, threads: 1)
    let three = try StudioBank("customer-manager/stars", size: 9000, threads: 3)
    for draft in Self.drafts {
      let changes = try DraftChanges(draft)
      let boards = try [one, three].map {
        try $0.studio.board(changes, column: "branch", group: nil)
      }
      #expect(try json(boards[0].effectAndPeople) == json(boards[1].effectAndPeople))
    }
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Board {
  /// All that tells of people, without the time that it took.
  fileprivate var effectAndPeople: [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let parts: [any Encodable] = [effect, slopes, distributions, payroll, groups]
    return parts.map { part in
      (try? encoder.encode(part)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
}
