import AHP
import Foundation
import SeededRandom
import Testing

@Suite("The comparison most worth asking next")
struct NextComparisonTests {
  @Test("of a chain it is the one of its ends, whose resistance is its length")
  func chain() throws {
    let given = try Incomplete.matrix(
      5, [("a", "b", "2"), ("b", "c", "2"), ("c", "d", "2"), ("d", "e", "2")])
    let next = try #require(given.nextComparisons.first)
    #expect(next.row == "a" && next.column == "e" && abs(next.resistance - 4) < 1e-12)
    #expect(
      given.nextComparisons.map { "\($0.row)\($0.column)" } == ["ae", "ad", "be", "ac", "bd", "ce"])
  }

  @Test("of a cycle it is the opposite one: two halves beside each other")
  func cycle() throws {
    let given = try Incomplete.matrix(
      6,
      [
        ("a", "b", "2"), ("b", "c", "1"), ("c", "d", "1"), ("d", "e", "1"), ("e", "f", "3"),
        ("f", "a", "1"),
      ])
    let next = try #require(given.nextComparisons.first)
    #expect(next.row == "a" && next.column == "d" && abs(next.resistance - 1.5) < 1e-12)
  }

  /// Foster's theorem: the resistances of the comparisons made sum to n - 1; here with all pairs by the
  /// known resistance 2/n of a complete graph, less one pair: 2/(n - 2).
  @Test(
    "the one gap of an otherwise complete matrix has the resistance 2 / (n - 2)", arguments: 3...15)
  func oneGap(size: Int) throws {
    var upper = [String](repeating: "1", count: size * (size - 1) / 2)
    upper[0] = "?"
    let next = try #require(try Incomplete.matrix(upper).nextComparisons.first)
    #expect(abs(next.resistance - 2 / Double(size - 2)) < 1e-12)
  }

  @Test("asking the first narrows the weights' confidence region most")
  func optimal() throws {
    var generator = SplitMix64(seed: 3)
    for size in [4, 6, 8] {
      let given = try Incomplete.random(size, share: 0.5, &generator)
      let volume = given.nextComparisons.map { next in
        Self.determinant(given, with: (next.row, next.column))
      }
      for (one, other) in zip(volume, volume.dropFirst()) { #expect(one >= other * (1 - 1e-9)) }
      let before = Self.determinant(given, with: nil)
      for (determinant, next) in zip(volume, given.nextComparisons) {
        #expect(abs(determinant / before - (1 + next.resistance)) < 1e-9)
      }
    }
  }

  /// The determinant of the Laplacian without its first row and column, by Gauss's elimination.
  private static func determinant(_ given: IncompleteMatrix, with extra: (String, String)?)
    -> Double
  {
    let size = given.size
    var rows = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0..<size where row != column {
        let labels = (given.labels[row], given.labels[column])
        let isExtra = extra.map { $0 == labels || $0 == (labels.1, labels.0) } ?? false
        guard given.judgement(row, column) != nil || isExtra else { continue }
        rows[row][column] -= 1
        rows[row][row] += 1
      }
    }
    var determinant = 1.0
    for pivot in 1..<size {
      determinant *= rows[pivot][pivot]
      for row in pivot + 1..<max(size, pivot + 1) {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot..<size { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return determinant
  }
}
