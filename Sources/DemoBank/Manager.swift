/// One customer manager: a row of the staff table, and what the ledger has to add up to.
struct Manager {
  let role: Role
  let isNewcomer: Bool
  var deposit: Achievement
  let loan: Achievement
  let fee: Achievement
  let other: Achievement
  let satisfaction: FixedDecimal
  let portfolio: PortfolioQuality
  let reviews: Reviews
  let learning: Learning
  let tenureYears: FixedDecimal
  /// Risk-adjusted profit, old business weighted by its age.
  let profit: Achievement

  init(of branch: Branch, using generator: inout SeededGenerator) {
    let diligence = Diligence(
      personFactor: generator.normal(), branchFactor: branch.attainmentFactor)
    let newcomer = generator.chance(0.02)
    let plans = PlanModel(isNewcomer: newcomer, scale: branch.planScale, diligence: diligence)
    role = Role.draw(using: &generator)
    isNewcomer = newcomer
    deposit = plans.business(median: 800, spread: 0.6, using: &generator)
    loan = plans.business(median: 600, spread: 0.7, using: &generator)
    fee = plans.business(median: 40, spread: 0.9, using: &generator)
    other = plans.business(median: 100, spread: 0.8, using: &generator)
    profit = plans.profit(using: &generator)
    // Branch and person together have a standard deviation of 5.
    let opinion = 88 + 3 * branch.satisfaction + 4 * generator.normal()
    satisfaction = Diligence.points(max(60, opinion))
    portfolio = PortfolioQuality(using: &generator)
    reviews = Reviews(diligence, using: &generator)
    learning = Learning(using: &generator)
    tenureYears = Self.drawTenure(isNewcomer: newcomer, using: &generator)
  }

  /// Many who came a few years ago, and a generation that has been there for long.
  private static func drawTenure(
    isNewcomer: Bool, using generator: inout SeededGenerator
  ) -> FixedDecimal {
    if isNewcomer { return FixedDecimal(generator.uniform(0...0.9), places: 1) }
    let years =
      generator.chance(0.6)
      ? 2.5 * generator.gamma(shape: 2) : generator.uniform(8...25)
    return FixedDecimal(min(35, years), places: 1)
  }
}
