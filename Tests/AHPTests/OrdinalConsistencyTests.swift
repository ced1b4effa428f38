import AHP
import SeededRandom
import Testing

@Suite("Judgements that go round in a circle")
struct OrdinalConsistencyTests {
  @Test("a > b > c > a is one cycle, and of three labels the most there can be")
  func one() throws {
    for (upper, labels) in [
      (["2", "1/3", "4"], ["a", "b", "c"]), (["1/2", "3", "1/4"], ["a", "c", "b"]),
    ] {
      let order = OrdinalConsistency(try Fixtures.matrix(upper))
      #expect(order.cycles.map(\.labels) == [labels])
      #expect(order.cycles.map(\.ties) == [0])
      #expect(order.coefficient == 0)
    }
  }

  @Test("cycles with ties begin after the last tie, and leave no coefficient")
  func ties() throws {
    // Above the diagonal: a-b, a-c, b-c.
    let cases = [
      (["2", "1", "2"], ["a", "b", "c"], 1), (["1", "1/2", "2"], ["b", "c", "a"], 1),
      (["2", "1", "1"], ["a", "b", "c"], 2), (["1", "2", "1"], ["a", "c", "b"], 2),
      (["1", "1", "1/2"], ["c", "b", "a"], 2),
    ]
    for (upper, labels, ties) in cases {
      let order = OrdinalConsistency(try Fixtures.matrix(upper))
      #expect(order.cycles.map(\.labels) == [labels], "\(upper)")
      #expect(order.cycles.map(\.ties) == [ties], "\(upper)")
      #expect(order.coefficient == nil)
    }
    for upper in [["1", "1", "1"], ["2", "2", "1"], ["1", "2", "2"]] {
      #expect(OrdinalConsistency(try Fixtures.matrix(upper)).cycles.isEmpty, "\(upper)")
    }
  }

  @Test("the most cycles: 2 of four labels, 5 of five, 14 of seven", arguments: [4, 5, 7])
  func most(size: Int) throws {
    // Each beats the next half of the others, going round: the regular tournament, and for four labels
    // what is left of it.
    let beaten = size / 2
    let upper = (0..<size).flatMap { row in
      (row + 1..<max(size, row + 1)).map { $0 - row <= beaten ? "2" : "1/2" }
    }
    let order = OrdinalConsistency(try Fixtures.matrix(upper))
    #expect(order.cycles.count == [4: 2, 5: 5, 7: 14][size])
    #expect(order.coefficient == 0)
  }

  @Test("judgements with an order have none, whatever their sizes")
  func ordered() throws {
    var generator = SplitMix64(seed: 67)
    for size in 3...8 {
      let upper = (0..<size * (size - 1) / 2).map { _ in
        "\(Int.random(in: 2...9, using: &generator))"
      }
      let order = OrdinalConsistency(try Fixtures.matrix(upper))
      #expect(order.cycles.isEmpty && order.coefficient == 1)
    }
  }

  @Test("the number of cycles follows from how many each label beats (Kendall and Babington Smith)")
  func scores() throws {
    var generator = SplitMix64(seed: 71)
    for _ in 0..<100 {
      let size = Int.random(in: 3...9, using: &generator)
      let upper = (0..<size * (size - 1) / 2).map { _ in
        Bool.random(using: &generator) ? "3" : "1/3"
      }
      let matrix = try Fixtures.matrix(upper)
      let wins = (0..<size).map { row in (0..<size).count { matrix[row, $0] > 1 } }
      let triples = size * (size - 1) * (size - 2) / 6
      let transitive = wins.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      #expect(OrdinalConsistency(matrix).cycles.count == triples - transitive)
    }
  }

  @Test("below three labels there is nothing to go round")
  func small() throws {
    for upper in [[], ["3"]] {
      let order = OrdinalConsistency(try Fixtures.matrix(upper))
      #expect(order.cycles.isEmpty && order.coefficient == nil)
    }
  }
}
