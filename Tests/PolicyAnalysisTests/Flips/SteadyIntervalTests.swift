import ScoringEngine
import Testing

@testable import PolicyAnalysis

@Suite("The intervals within which nothing changes")
struct SteadyIntervalTests {
  private static let geometric =
    "{judgements: [[one, two, 2], [one, three, 3], [two, three, 1/2]], method: geometric-mean}"
  private static let gates = """
    gates:
      faults: {when: faults > 0, deduct: 3, because: faults}
      ceiling: {when: extra > 2, cap: 62, because: extra}
    """
  private static let bands = [
    "{grade: gold, seats: 2}, {grade: silver, minimum: 65}, {grade: none}",
    "{grade: gold, minimum: 75}, {grade: silver, minimum: 65}, {grade: none}",
    "{grade: gold, share: 20%}, {grade: silver, share: 40%}, {grade: none}",
    "{grade: gold, minimum: 75}, {grade: silver, seats: 2}, {grade: none}",
  ]

  private static func number(
    _ interval: SteadyInterval, _ laboratory: FlipLaboratory, isUp: Bool
  ) -> MovingNumber {
    let labels = laboratory.weighings[0].labels
    let kind: MovingNumber.Kind =
      switch interval.subject {
      case .weight(let label): .weight(labels.firstIndex(of: label) ?? 0)
      case .judgement(let row, let column):
        .judgement(
          row: labels.firstIndex(of: row) ?? 0, column: labels.firstIndex(of: column) ?? 0)
      }
    return MovingNumber(weighings: laboratory.weighings, weighing: 0, kind: kind, isUp: isUp)
  }

  @Test(
    "hold at many places inside, and end where something changes", arguments: 0..<8)
  func inside(_ seed: Int) throws {
    let own = try FlipCase(
      weights: seed % 2 == 0 ? "{one: 0.5, two: 0.3, three: 0.2}" : Self.geometric,
      bands: Self.bands[seed % 4], decimals: seed % 2, extra: seed < 4 ? "" : Self.gates,
      within: seed == 6 ? "branch" : "", rows: FlipCase.rows(7, seed: UInt64(seed + 50)))
    let laboratory = own.laboratory
    let intervals = try laboratory.intervals()
    #expect(intervals.count == (seed % 2 == 0 ? 3 : 6) * 2)
    for interval in intervals {
      #expect(interval.isExact)
      #expect(interval.lower.value <= interval.present && interval.present <= interval.upper.value)
      let contests = laboratory.contests.filter { $0.isGrade == (interval.kept == .grades) }
      let standing = SteadyStanding(
        interval.kept, contests, laboratory.scored, isWatched: [Bool](repeating: true, count: 7))
      for (end, isUp) in [(interval.lower, false), (interval.upper, true)] {
        let place = "\(seed) \(interval.subject) \(interval.kept) \(isUp)"
        #expect(end.isVerified, "\(place)")
        let number = Self.number(interval, laboratory, isUp: isUp)
        // Where on the way from now to the end of what is possible the end lies, found by halving.
        var (from, to) = (number.start, number.end)
        for _ in 0..<100 {
          let middle = (from + to) / 2
          let isInside = (number.value(middle) - end.value) * (isUp ? 1 : -1) < 0
          if isInside { from = middle } else { to = middle }
        }
        for step in 0..<150 {
          let x = number.start + (from - number.start) * Double(step) / 150
          #expect(
            standing.isSame(in: laboratory.run(try number.weights(x))), "\(place) at \(step)")
        }
      }
    }
  }

  @Test("are what two lines say")
  func twoLines() throws {
    // With the weight t of one, and 1 - t of two: p has 100 t + 40 (1 - t), q has 60. At one decimal
    // they are level from 60.05 = 40 + 60 t downwards, where p has 60.0 no longer; 20.05 / 60.
    let own = try FlipCase(
      weights: "{one: 0.5, two: 0.5, three: 0}",
      bands: "{grade: gold, seats: 1}, {grade: none}",
      rows: "p,x,100,40,0,0,0\nq,x,60,60,0,0,0\n")
    let intervals = try own.laboratory.intervals()
    let order = try #require(
      intervals.first { $0.kept == .order && $0.subject == .weight(label: "one") })
    #expect(abs(order.lower.value - 20.05 / 60) < 1e-12)
    #expect(order.lower.key == "p")
    #expect(order.upper.value == 1)
    #expect(order.upper.key == nil)
    // Gold stays with p while both have the same, as its key comes first: down to 59.95.
    let grades = try #require(
      intervals.first { $0.kept == .grades && $0.subject == .weight(label: "one") })
    #expect(abs(grades.lower.value - 19.95 / 60) < 1e-12)
  }

  @Test("concern those watched alone")
  func watched() throws {
    let own = try FlipCase(
      bands: "{grade: gold, minimum: 62}, {grade: none}", rows: FlipCase.rows(12, seed: 9))
    let all = try own.laboratory.intervals()
    let some = try own.laboratory.intervals(watching: [0, 1, 2])
    for (all, some) in zip(all, some) {
      #expect(some.lower.value <= all.lower.value)
      #expect(some.upper.value >= all.upper.value)
    }
    #expect(zip(all, some).contains { $0.upper.value < $1.upper.value })
  }

  @Test("are found by trying, and said so, for judgements with eigenvectors")
  func eigenvectors() throws {
    let weights = Self.geometric.replacing("geometric-mean", with: "eigenvector")
    let rows = FlipCase.rows(5, seed: 3)
    // Of three labels the eigenvector is the row geometric mean, so that the ends must be the same.
    let tried = try FlipCase(weights: weights, rows: rows).laboratory.intervals()
    let exact = try FlipCase(weights: Self.geometric, rows: rows).laboratory.intervals()
    for (tried, exact) in zip(tried, exact) {
      guard case .judgement = tried.subject else { continue }
      #expect(!tried.isExact)
      #expect(abs(tried.lower.value - exact.lower.value) < 1e-6, "\(tried.subject) \(tried.kept)")
      #expect(abs(tried.upper.value - exact.upper.value) < 1e-6, "\(tried.subject) \(tried.kept)")
    }
  }
}
