/// Plans and actuals of one person.
struct PlanModel {
  let isNewcomer: Bool
  let scale: Double
  let diligence: Diligence

  /// Who came in mid-period has done this part of a full period's business.
  private let shareWithoutPlan = 0.2

  init(isNewcomer: Bool, scale: Double, diligence: Diligence) {
    self.isNewcomer = isNewcomer
    self.scale = scale
    self.diligence = diligence
  }

  /// Deposits, loans and the like: about 3 % have no plan, newcomers have none at all.
  func business(
    median: Double, spread: Double, using generator: inout SeededGenerator
  ) -> Achievement {
    let size = scale * generator.logNormal(median: median, spread: spread)
    let attainment = diligence.attainment(mean: 0.98, spread: 0.18, using: &generator)
    return hasPlan(using: &generator)
      ? Achievement(plan: size, actual: size * attainment)
      : Achievement(plan: 0, actual: size * attainment * shareWithoutPlan)
  }

  /// Risk-adjusted profit; one person in a hundred winds up bad business and has a planned loss.
  func profit(using generator: inout SeededGenerator) -> Achievement {
    let size = scale * generator.logNormal(median: 60, spread: 0.6)
    let attainment = diligence.attainment(mean: 1.00, spread: 0.28, using: &generator)
    if !hasPlan(using: &generator) {
      return Achievement(plan: 0, actual: size * attainment * shareWithoutPlan)
    }
    if generator.chance(0.01) {
      // The better the person, the smaller the loss: at 100 % it is the planned one.
      return Achievement(plan: -size / 3, actual: -size / 3 * (2 - attainment))
    }
    return Achievement(plan: size, actual: size * attainment)
  }

  private func hasPlan(using generator: inout SeededGenerator) -> Bool {
    !generator.chance(0.01) && !isNewcomer
  }
}
