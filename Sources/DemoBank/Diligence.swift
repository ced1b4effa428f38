/// What makes one person's results go together: a factor of the person and one of the branch.
struct Diligence {
  let personFactor: Double
  let branchFactor: Double

  /// Standard normal; two draws of one person correlate by 0.2.
  func draw(using generator: inout SeededGenerator) -> Double {
    0.45 * personFactor + 0.893 * generator.normal()
  }

  /// Actual over plan: lognormal round `mean`, but once in a hundred a windfall, and now and then
  /// an outflow.
  func attainment(
    mean: Double, spread: Double, using generator: inout SeededGenerator
  ) -> Double {
    let usual = mean * Elementary.exp(spread * draw(using: &generator)) * branchFactor
    let event = generator.uniform()
    if event < 0.010 { return usual * generator.uniform(1.8...3) }
    if event < 0.025 { return -generator.uniform(0.02...0.4) }
    return usual
  }

  /// Points out of 100 with one decimal.
  func points(
    mean: Double, spread: Double, using generator: inout SeededGenerator
  ) -> FixedDecimal {
    Self.points(mean + spread * draw(using: &generator))
  }

  static func points(_ value: Double) -> FixedDecimal {
    FixedDecimal(min(100, max(0, value)), places: 1)
  }
}
