/// Training and research of one person.
struct Learning {
  /// Training hours against those required, a ratio.
  let completion: FixedDecimal
  let exam: FixedDecimal
  let researchResults: FixedDecimal

  init(using generator: inout SeededGenerator) {
    completion = FixedDecimal(generator.beta(9, 1), places: 4)
    exam = Diligence.points(82 + 9 * generator.normal())
    let results = generator.index(weights: [0.85, 0.12, 0.03])
    researchResults = FixedDecimal(Double(results), places: 0)
  }
}
