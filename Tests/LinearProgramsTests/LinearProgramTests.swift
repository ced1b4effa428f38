import LinearPrograms
import SeededRandom
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
  @Test("The least cost of a textbook's program is found")
  func textbook() throws {
    // Maximise 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: x = 2, y = 6, 36. Hillier, Lieberman,
    // Introduction to Operations Research, chapter 3 (the Wyndor Glass Co.).
    var program = LinearProgram()
    let x = program.add(in: 0...(.infinity), cost: -3)
    let y = program.add(in: 0...(.infinity), cost: -5)
    program.require([.init(x, 1)], in: -.infinity...4)
    program.require([.init(y, 2)], in: -.infinity...12)
    program.require([.init(x, 3), .init(y, 2)], in: -.infinity...18)
    #expect(try program.solved() == .optimal(values: [2, 6], cost: -36))
  }

  @Test("A program that nothing satisfies, and one without a least cost, are told")
  func noAnswer() throws {
    var none = LinearProgram()
    let x = none.add(in: 0...1)
    none.require([.init(x, 1)], in: 2...(.infinity))
    #expect(try none.solved() == .infeasible)
    var endless = LinearProgram()
    _ = endless.add(in: 0...(.infinity), cost: -1)
    #expect(try endless.solved() == .unbounded)
  }

  @Test("A variable may stand in several terms of one requirement")
  func repeatedTerm() throws {
    var program = LinearProgram()
    let x = program.add(in: 0...10, cost: 1)
    program.require([.init(x, 1), .init(x, 2), .init(x, -1)], in: 3...(.infinity))
    #expect(try program.solved() == .optimal(values: [1.5], cost: 1.5))
  }

  @Test("Without whole numbers what misses by little is impossible")
  func tolerance() throws {
    // Left alone the solver forgives 1e-7.
    for (excess, isPossible) in [(-1e-9, true), (1e-9, false)] {
      var program = LinearProgram()
      let x = program.add(in: 0...1, cost: 1)
      let y = program.add(in: 0...1)
      program.require([.init(x, 1), .init(y, 1)], in: (2 + excess)...(.infinity))
      if case .optimal = try program.solved() {
        #expect(isPossible)
      } else {
        #expect(try !isPossible && program.solved() == .infeasible)
      }
    }
  }

  @Test("Programs of whole numbers have the least cost of all choices", arguments: 0..<20)
  func knapsacks(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 8
    let worth = (0..<count).map { _ in Double(random.next(below: 50) + 1) }
    let weight = (0..<count).map { _ in Double(random.next(below: 30) + 1) }
    var program = LinearProgram()
    let taken = worth.map { program.add(in: 0...1, cost: -$0, isInteger: true) }
    program.require(zip(taken, weight).map { .init($0, $1) }, in: 0...60)
    let best =
      (0..<(1 << count)).map { choice -> Double in
        let chosen = (0..<count).filter { choice >> $0 & 1 == 1 }
        return chosen.map { weight[$0] }.reduce(0, +) <= 60
          ? chosen.map { worth[$0] }.reduce(0, +) : 0
      }.max() ?? 0
    guard case .optimal(_, let cost) = try program.solved() else {
      Issue.record("no optimum")
      return
    }
    #expect(abs(cost + best) < 1e-9)
  }

  @Test("Where no whole numbers fit, that is told")
  func noWholeNumbers() throws {
    var program = LinearProgram()
    let x = program.add(in: 0...10, cost: 1, isInteger: true)
    program.require([.init(x, 2)], in: 3...3)
    #expect(try program.solved() == .infeasible)
  }
}
