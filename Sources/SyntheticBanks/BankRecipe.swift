import ScorecardPolicy

/// A policy turned into what making its data takes: recipes, and lists that they point into.
///
/// Nothing in it depends on the size of the bank.
struct BankRecipe: Sendable {
  /// The subject table, then the detail tables.
  var tables: [TableRecipe] = []
  /// The values of all marginals.
  var marginals: [Double] = []
  /// For each choice of all columns the threshold of 2^64 up to which it is taken.
  var thresholds: [UInt64] = []
  /// For each choice its weight, for draws without replacement.
  var weights: [Double] = []
  /// For each choice its number.
  var numbers: [Double] = []
  /// For each choice its text as a field, quoted where needed.
  var texts: [[UInt8]] = []
  /// Quantiles of the standard normal distribution.
  let normal = NormalQuantiles()
  /// Where the marginal of the parts of a whole begins.
  var parts = 0
  /// The subject column whose attainment is the famous one of the first person; -1 for none.
  var famous = -1

  /// Adds a marginal and gives its place.
  mutating func add(_ marginal: Marginal) -> Int {
    marginals += marginal.values
    return marginals.count - Marginal.pointCount
  }

  /// Adds choices and gives the place of the first.
  mutating func add(_ choices: [GenerateHint.Choice]) -> Int {
    let start = texts.count
    thresholds += Self.thresholds(choices.map(\.weight))
    weights += choices.map(\.weight)
    numbers += choices.map(\.number)
    texts += choices.map { FieldText.quoted(Array($0.text.utf8)) }
    return start
  }

  /// The shares of weights, summed up, of 2^64; the last reaches to the end.
  static func thresholds(_ weights: [Double]) -> [UInt64] {
    let sum = weights.reduce(0, +)
    var running = 0.0
    let last = weights.lastIndex { $0 > 0 } ?? 0
    return weights.indices.map { index in
      running += weights[index]
      return index >= last ? .max : UInt64(min(1, running / sum) * 0x1.fffffffffffffp63)
    }
  }
}
