/// One row of the business ledger, money in CNY10k.
struct LedgerEntry {
  let line: ProductLine
  let vintage: Vintage
  /// Balance-weighted average age of the class; 0 for new business.
  let stockYears: FixedDecimal
  let income: FixedDecimal
  let directCost: FixedDecimal
  let managementCost: FixedDecimal
  let fixedCost: FixedDecimal
  let riskCost: FixedDecimal
  let tax: FixedDecimal

  /// Draws income and costs that leave `profit`.
  init(
    line: ProductLine, vintage: Vintage, stockYears: FixedDecimal, profit: Double,
    using generator: inout SeededGenerator
  ) {
    self.line = line
    self.vintage = vintage
    self.stockYears = stockYears
    // The lower bound keeps a tiny margin from blowing the row up, the upper leaves room for tax.
    let margin = min(0.8, max(0.1, generator.beta(6, 9)))
    let earned = abs(profit) / margin
    let taxed = earned * generator.uniform(0.03...0.06)
    let cost = earned - profit - taxed
    // What makes a loss is mostly risk.
    let shares = generator.dirichlet([9, 4, 2, profit < 0 ? 15 : 5])
    income = FixedDecimal(earned, places: 2)
    directCost = FixedDecimal(cost * shares[0], places: 2)
    managementCost = FixedDecimal(cost * shares[1], places: 2)
    fixedCost = FixedDecimal(cost * shares[2], places: 2)
    riskCost = FixedDecimal(cost * shares[3], places: 2)
    tax = FixedDecimal(taxed, places: 2)
  }
}
