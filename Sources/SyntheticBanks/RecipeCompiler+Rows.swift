import ScorecardPolicy

// How many rows a subject has, and what tells them apart.
extension RecipeCompiler {
  func rowCounts(
    _ table: TableDeclaration, _ made: TableRecipe, isSubject: Bool
  ) -> [(threshold: UInt64, count: Int)] {
    if isSubject { return [(.max, 1)] }
    let usual = (4...8).map { GenerateRows.Choice(count: $0, weight: 1) }
    var choices = table.generate?.choices ?? usual
    let most = mostRows(table, made)
    choices = choices.map { GenerateRows.Choice(count: min(most, $0.count), weight: $0.weight) }
    return zip(BankRecipe.thresholds(choices.map(\.weight)), choices.map(\.count)).map {
      (threshold: $0, count: $1)
    }
  }

  /// How many rows of one subject can differ where they must.
  private func mostRows(_ table: TableDeclaration, _ made: TableRecipe) -> Int {
    var most = 10_000
    if !made.distinct.isEmpty {
      let combinations = made.distinct.reduce(1) { product, place in
        let column = made.columns[place]
        let possible = (0..<column.count).count { recipe.weights[column.start + $0] > 0 }
        return min(most, product * possible)
      }
      most = combinations
    }
    for (column, declared) in zip(made.columns, table.columns) where column.kind == .counting {
      guard table.order == declared.name || table.uniqueBy.contains(declared.name) else { continue }
      let step =
        switch column.form {
        case .period: 16 * max(1, column.first % 16)
        case .date: 1
        default: Int(column.scale)
        }
      most = min(most, max(0, (column.most - column.first) / step + 1))
    }
    return most
  }

  /// The columns whose combinations must differ; empty where rows differ anyway.
  func distinct(
    _ table: TableDeclaration, _ columns: [ColumnRecipe], isSubject: Bool
  ) throws(SyntheticBankError) -> [Int] {
    if let order = table.order, let place = table.columns.firstIndex(where: { $0.name == order }),
      columns[place].kind != .counting
    {
      throw SyntheticBankError(
        place: "\(table.name).\(order)",
        reason:
          "it puts rows in order, and only values that go on with each row are sure to differ;"
          + " use the hint first")
    }
    guard !table.uniqueBy.isEmpty else { return [] }
    let places = table.columns.indices.filter { table.uniqueBy.contains(table.columns[$0].name) }
    if places.contains(where: { columns[$0].kind == .digits && columns[$0].blank == 0 }) {
      return []
    }
    let hasKey = table.uniqueBy.contains(table.key.name)
    if hasKey, isSubject || places.contains(where: { columns[$0].kind == .counting }) { return [] }
    let choices = places.filter { columns[$0].kind == .text && columns[$0].blank == 0 }
    guard hasKey, !choices.isEmpty else {
      throw SyntheticBankError(
        place: table.name,
        reason:
          "no rows can be made up that surely differ in \(table.uniqueBy.joined(separator: ", "))"
          + "; give one of these columns the hint digits, or among if the key is one of them")
    }
    return choices
  }
}
