/// A plan and what was done, in CNY10k.
struct Achievement {
  var plan: FixedDecimal
  var actual: FixedDecimal

  init(plan: Double, actual: Double) {
    self.plan = FixedDecimal(plan, places: 2)
    self.actual = FixedDecimal(actual, places: 2)
  }
}
