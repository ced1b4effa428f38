/// How good the loans and their files are, as ratios.
struct PortfolioQuality {
  let nonPerforming: FixedDecimal
  let firstPass: FixedDecimal
  let completeness: FixedDecimal

  init(using generator: inout SeededGenerator) {
    // Most have no bad loans; the factor brings the whole book to 1.6 %.
    let ratio = generator.chance(0.78) ? 0 : 1.164 * generator.beta(1.2, 18)
    nonPerforming = FixedDecimal(min(1, ratio), places: 4)
    firstPass = FixedDecimal(generator.beta(18, 2), places: 4)
    completeness = FixedDecimal(generator.beta(30, 1.5), places: 4)
  }
}
