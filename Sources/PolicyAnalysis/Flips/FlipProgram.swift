import LinearPrograms

/// The linear program behind a flip: the smallest change of weights with which a subject's key is on
/// one side of a whole number and enough others are on the other.
///
/// Published values are whole numbers, so between two subjects stands a whole number `level`: to fall,
/// the subject's key is at most `level` and each other's at least that, or one more where equals stay
/// behind. The level is a variable of the program, and so is, where others may choose, whether each
/// takes part.
struct FlipProgram {
  /// One of those who are to pass, or be passed.
  struct Other {
    let subject: Int
    /// Whether it stands before the subject when both have the same key.
    let isAheadOnTie: Bool
  }

  typealias Term = LinearProgram.Term
  typealias Variable = LinearProgram.Variable

  /// How far beyond a bound the weights are led that are shown, in units of the last published
  /// decimal: so far that the rounding of doubles cannot lead back.
  static let margin = 1e-6

  let scores: LinearScores
  let isRise: Bool
  let margin: Double
  private(set) var program = LinearProgram()
  private var level: Variable
  /// For each weighing concerned the variables by which its weights rise and fall.
  private var moves: [Int: (up: [Variable], down: [Variable])] = [:]
  /// The variables that say who takes part, in the order of those who may choose.
  private(set) var choices: [[Variable]] = []

  /// A program for some weighings.
  ///
  /// - Parameters:
  ///   - level: the bounds of the level; it is a whole number, given by equal bounds or sought.
  ///   - most: the size that the change may have.
  init(
    _ scores: LinearScores, weighings: Set<Int>, norm: WeightNorm, isRise: Bool,
    level bounds: ClosedRange<Double>, most: Double, margin: Double
  ) {
    (self.scores, self.isRise, self.margin) = (scores, isRise, margin)
    let largest: Variable? = norm == .largest ? program.add(in: 0...most, cost: 1) : nil
    level = program.add(in: bounds, isInteger: bounds.lowerBound < bounds.upperBound)
    var all: [Term] = []
    for weighing in weighings.sorted() {
      let values = scores.weighings[weighing].weights
      let cost = norm == .sum ? 1.0 : 0
      let up = values.map { program.add(in: 0...max(0, 1 - $0), cost: cost) }
      let down = values.map { program.add(in: 0...max(0, $0), cost: cost) }
      moves[weighing] = (up, down)
      program.require(up.map { Term($0, 1) } + down.map { Term($0, -1) }, in: 0...0)
      all += (up + down).map { Term($0, 1) }
      if let largest {
        for (up, down) in zip(up, down) {
          program.require(
            [Term(up, 1), Term(down, 1), Term(largest, -1)], in: -.infinity...0)
        }
      }
    }
    if norm == .sum { program.require(all, in: 0...most) }
  }

  /// The key of a subject before rounding down, as terms, and what must be added to them.
  private func line(_ subject: Int) -> (terms: [Term], rest: Double) {
    let weighing = scores.weighing[subject]
    let factors = scores.factors(of: subject).map { $0 * scores.scale }
    let values = scores.weighings[weighing].weights
    var rest = scores.constant(of: subject) * scores.scale + 0.5
    var terms: [Term] = []
    for (place, factor) in factors.enumerated() {
      rest += factor * values[place]
      guard let moves = moves[weighing] else { continue }
      terms += [Term(moves.up[place], factor), Term(moves.down[place], -factor)]
    }
    return (terms, rest)
  }

  /// Requires that the subject's key is at least the level (to rise) or at most (to fall).
  mutating func bound(_ subject: Int) {
    let (terms, rest) = line(subject)
    let all = terms + [Term(level, -1)]
    program.require(
      all, in: isRise ? (margin - rest)...(.infinity) : -.infinity...(1 - margin - rest))
  }

  /// Requires that another has passed, or is passed.
  mutating func require(_ other: Other, byCeiling: Bool) {
    let step = other.isAheadOnTie ? 0.0 : 1
    let (terms, rest) = line(other.subject)
    let all = terms + [Term(level, -1)]
    let ceiling = scores.ceilingKey(of: other.subject).map(Double.init)
    if isRise {
      if byCeiling, let ceiling {
        program.require([Term(level, 1)], in: (ceiling - step + 1)...(.infinity))
      } else {
        program.require(all, in: -.infinity...(step - margin - rest))
      }
    } else {
      program.require(all, in: (step + margin - rest)...(.infinity))
      if let ceiling { program.require([Term(level, 1)], in: -.infinity...(ceiling - step)) }
    }
  }

  /// Lets others choose whether they have passed, or are passed, and requires that at least so many
  /// have. `reach` bounds how much a key can change.
  mutating func choose(_ others: [Other], atLeast count: Int, reach: (Other) -> Double) {
    var counted: [Term] = []
    for other in others {
      let large = reach(other)
      let step = other.isAheadOnTie ? 0.0 : 1
      let (terms, rest) = line(other.subject)
      let all = terms + [Term(level, -1)]
      let ceiling = scores.ceilingKey(of: other.subject).map(Double.init)
      let choice = program.add(in: 0...1, isInteger: true)
      var own = [choice]
      if isRise {
        program.require(
          all + [Term(choice, large)], in: -.infinity...(step - margin - rest + large))
        if let ceiling {
          let byCeiling = program.add(in: 0...1, isInteger: true)
          own.append(byCeiling)
          let bound = ceiling - step + 1
          program.require(
            [Term(level, 1), Term(byCeiling, -large)], in: (bound - large)...(.infinity))
        }
      } else {
        program.require(
          all + [Term(choice, -large)], in: (step + margin - rest - large)...(.infinity))
        if let ceiling {
          program.require(
            [Term(level, 1), Term(choice, large)], in: -.infinity...(ceiling - step + large))
        }
      }
      if own.count > 1 { program.require(own.map { Term($0, 1) }, in: -.infinity...1) }
      counted += own.map { Term($0, 1) }
      choices.append(own)
    }
    program.require(counted, in: Double(count)...(.infinity))
  }

  /// Lets a program with many choices have fewer nodes, each of which takes longer: 20,000 for ten, 200 for
  /// a thousand.
  mutating func limitNodes(for choices: Int) {
    program.nodeLimit = max(100, min(20_000, 200_000 / max(1, choices)))
  }

  /// The weights that values of the program's variables mean, each weighing's.
  func weights(_ values: [Double]) -> [[Double]] {
    scores.weighings.enumerated().map { index, weighing in
      guard let moves = moves[index] else { return weighing.weights }
      return weighing.weights.enumerated().map { place, value in
        max(0, value + values[moves.up[place].index] - values[moves.down[place].index])
      }
    }
  }

  /// The level that values of the program's variables mean.
  func level(_ values: [Double]) -> Double { values[level.index].rounded() }
}
