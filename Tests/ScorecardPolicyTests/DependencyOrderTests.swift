import Testing

@testable import ScorecardPolicy
import SeededRandom

@Suite("Order of formulas")
struct DependencyOrderTests {
  private func sort(_ uses: KeyValuePairs<String, [String]>) -> DependencyOrder {
    let table = Dictionary(uniqueKeysWithValues: uses.map { ($0, $1) })
    return DependencyOrder(uses.map(\.key)) { table[$0] ?? [] }
  }

  @Test("Each formula comes after those it uses, otherwise in the order written")
  func order() {
    let sorted = sort(["d": [], "c": ["b", "a"], "a": [], "b": ["a"], "e": ["column", "c"]])
    #expect(sorted.order == ["d", "a", "b", "c", "e"])
    #expect(sorted.cycles.isEmpty)
  }

  @Test("A cycle is named along its way, its first name again at the end")
  func cycles() {
    #expect(sort(["a": ["a"]]).cycles == [["a", "a"]])
    #expect(
      sort(["x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]]).cycles == [["a", "b", "c", "a"]])
    #expect(sort(["a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]]).cycles.count == 2)
  }

  @Test("Using one formula along several ways is no cycle")
  func diamond() {
    let sorted = sort(["top": ["left", "right"], "left": ["base"], "right": ["base"], "base": []])
    #expect(sorted.order == ["base", "left", "right", "top"])
    #expect(sorted.cycles.isEmpty)
  }

  @Test("A chain of any length is put in order")
  func chain() {
    let names = (0..<100_000).map { "f\($0)" }
    let sorted = DependencyOrder(names) { name in
      Int(name.dropFirst()).map { $0 + 1 < names.count ? ["f\($0 + 1)"] : [] } ?? []
    }
    #expect(sorted.order == names.reversed())
  }

  @Test("Any shuffle of formulas that use only earlier ones can be put in order")
  func shuffled() {
    var generator = SplitMix64(seed: 71)
    for _ in 0..<200 {
      let count = Int.random(in: 1...30, using: &generator)
      let uses = (0..<count).map { index in
        (0..<index).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.map { "f\($0)" }
      }
      let names = (0..<count).map { "f\($0)" }.shuffled(using: &generator)
      let sorted = DependencyOrder(names) { uses[Int($0.dropFirst()) ?? 0] }
      #expect(sorted.cycles.isEmpty)
      #expect(Set(sorted.order) == Set(names) && sorted.order.count == count)
      for (position, name) in sorted.order.enumerated() {
        let used = uses[Int(name.dropFirst()) ?? 0]
        #expect(used.allSatisfy { sorted.order[..<position].contains($0) })
      }
    }
  }
}
