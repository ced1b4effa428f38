/// What a person would get in one trial.
struct IncentiveResponse: Equatable {
  /// The outcome in units four decimals below those published: so a slope that does not show at once is told
  /// from no slope.
  let key: Int64
  /// How many rankings and grades would take the person in.
  let eligible: Int
  /// The band of the grade that is looked at, from the top; the number of bands where in none.
  let band: Int

  /// Below 0 where a person gets less than another, above 0 where more: first by who takes them in.
  func compare(_ other: IncentiveResponse) -> Int {
    if eligible != other.eligible { return eligible < other.eligible ? -1 : 1 }
    return key == other.key ? 0 : key < other.key ? -1 : 1
  }

  /// How much more the outcome is than another, in published units and parts of them.
  func gain(over other: IncentiveResponse) -> Double {
    (Double(key) - Double(other.key)) / IncentiveResponse.fineness
  }

  static let fineDecimals = 4
  static let fineness = 1e4
}
