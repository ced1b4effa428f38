import SeededRandom

/// Choices of texts for the rows of one subject that differ from row to row: those of the first column
/// are drawn without replacement, by their weights; with each of them the other columns run through
/// all theirs.
struct DistinctChoices {
  /// For each table the columns, and for each of them the choices with a weight.
  private let columns: [[(place: Int, choices: [Int], weights: [Double])]]
  /// The first column's choices in the order drawn.
  private var drawn: [Int] = []
  private var weights: [Double] = []

  init(_ recipe: BankRecipe) {
    columns = recipe.tables.map { table in
      table.distinct.map { place in
        let column = table.columns[place]
        let choices = (0..<column.count).filter { recipe.weights[column.start + $0] > 0 }
        return (place, choices, choices.map { recipe.weights[column.start + $0] })
      }
    }
  }

  /// Draws for a subject with `count` rows, which are at most the combinations that there are.
  mutating func draw(_ table: Int, _ count: Int, _ generator: inout SplitMix64) {
    drawn.removeAll(keepingCapacity: true)
    guard let first = columns[table].first else { return }
    let each = columns[table].dropFirst().reduce(1) { $0 * $1.choices.count }
    weights.removeAll(keepingCapacity: true)
    weights += first.weights
    for _ in 0..<((count + each - 1) / each) {
      var left = generator.nextUnit() * weights.reduce(0, +)
      var taken = weights.lastIndex { $0 > 0 } ?? 0
      for (index, weight) in weights.enumerated() where weight > 0 {
        left -= weight
        if left < 0 {
          taken = index
          break
        }
      }
      weights[taken] = 0
      drawn.append(first.choices[taken])
    }
  }

  /// The choice of a column in a row of the subject last drawn for.
  func choice(of place: Int, row: Int, table: Int) -> Int {
    var rest = row
    for (index, column) in columns[table].enumerated().reversed() {
      let choice =
        index == 0 ? drawn[min(rest, drawn.count - 1)] : column.choices[rest % column.choices.count]
      if column.place == place { return choice }
      rest /= column.choices.count
    }
    return 0
  }
}
