import ScoringPlan

/// What one policy gives a group of people.
public struct FairnessFigures: Sendable, Equatable {
  /// The mean of their finals, the sum rounded once.
  public let meanFinal: Double
  /// How many they are.
  let count: Int
  /// How many are best.
  public let bestCount: Int
  /// Their share of the group.
  public let bestShare: Double
  /// That share divided by the largest of any group compared; nil where nobody is best, and for groups that
  /// are not compared.
  public internal(set) var ratio: Double?
  /// What they are paid in all; nil without a payroll.
  public let pay: Double?
  /// What they are paid on average.
  public let meanPay: Double?

  /// Whether the ratio is below four fifths, in whole numbers; false where there is none.
  ///
  /// Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D.
  public internal(set) var isBelowFourFifths = false

  init(_ people: FairnessPeople, _ members: [Int]) {
    count = members.count
    meanFinal = Moments.mean(members.map { people.finals[$0] })
    bestCount = members.count { people.isBest[$0] }
    bestShare = Double(bestCount) / Double(count)
    pay = people.pay.map { pay in Moments.sum(members.map { pay[$0] }) }
    meanPay = pay.map { $0 / Double(members.count) }
  }

  /// Compares the shares of several groups.
  static func compare(_ figures: inout [FairnessFigures], at places: [Int]) {
    let largest = places.map { figures[$0] }.max {
      $0.bestCount * $1.count < $1.bestCount * $0.count
    }
    guard let largest, largest.bestCount > 0, places.count > 1 else { return }
    for place in places {
      let own = figures[place]
      figures[place].ratio = own.bestShare / largest.bestShare
      figures[place].isBelowFourFifths =
        5 * own.bestCount * largest.count < 4 * largest.bestCount * own.count
    }
  }
}
