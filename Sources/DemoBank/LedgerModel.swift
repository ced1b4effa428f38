/// A person's ledger: two to four lines of business, each with old and new business.
struct LedgerModel {
  let manager: Manager

  /// Rows whose profits, old business weighted by its age, come to the manager's actual profit but
  /// for the rounding of cells.
  func entries(using generator: inout SeededGenerator) -> [LedgerEntry] {
    let classes = drawClasses(using: &generator)
    let sum = classes.reduce(0) { $0 + $1.weightedProfit }
    let size = classes.reduce(0) { $0 + abs($1.weightedProfit) }
    // Where losses eat most of the profit, scaling would blow the rows up: then nobody loses.
    let isBalanced = sum < 0.3 * size
    let scale = manager.profit.actual.value / (isBalanced ? size : sum)
    return classes.map { item in
      let profit = (isBalanced ? abs(item.weightedProfit) : item.weightedProfit) / item.retained
      return LedgerEntry(
        line: item.line, vintage: item.vintage, stockYears: item.stockYears,
        profit: profit * scale, using: &generator)
    }
  }

  private func drawClasses(using generator: inout SeededGenerator) -> [BusinessClass] {
    let lines = ProductLine.draw(for: manager.role, using: &generator)
    let shares = generator.dirichlet(lines.map { _ in 2 })
    return zip(lines, shares).flatMap { line, share in
      let stockShare = manager.isNewcomer ? 0 : generator.beta(5, 3)
      let new = BusinessClass(
        line: line, vintage: .new, stockYears: FixedDecimal(0, places: 1),
        weightedProfit: share * (1 - stockShare))
      if manager.isNewcomer { return [new] }
      let years = FixedDecimal(1.6 * generator.gamma(shape: 2), places: 1)
      let loss = generator.chance(0.08) ? -generator.uniform(0.1...0.6) : 1
      let stock = BusinessClass(
        line: line, vintage: .stock, stockYears: years, weightedProfit: share * stockShare * loss)
      return [stock, new]
    }
  }
}

private struct BusinessClass {
  let line: ProductLine
  let vintage: Vintage
  let stockYears: FixedDecimal
  /// The part in the manager's profit, before scaling.
  let weightedProfit: Double

  /// The paper's weight for old business; here only so that profits land near their plan.
  var retained: Double { max(0.8, 1 - 0.05 * stockYears.value) }
}
