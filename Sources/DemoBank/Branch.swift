/// One branch: how many customer managers it has, and what all of them share.
struct Branch {
  let name: Name
  /// How large the plans are that people get here.
  let planScale: Double
  /// What the branch's market does to everybody's attainment.
  let attainmentFactor: Double
  /// The branch's part in its customers' satisfaction, in standard deviations.
  let satisfaction: Double
  /// Digits of a staff number in the system the branch came from.
  let staffNumberWidth: Int
  let managerCount: Int

  /// Draws the branch at `index`; `managers` fixes the number of its customer managers.
  init(at index: Int, managers: Int?, using generator: inout SeededGenerator) {
    name = BranchNames.name(at: index)
    // City core, suburb, county.
    planScale = [1.3, 1.0, 0.75][generator.index(weights: [0.35, 0.30, 0.35])]
    attainmentFactor = Elementary.exp(0.08 * generator.normal())
    satisfaction = generator.normal()
    staffNumberWidth = generator.integer(6...8)
    let drawn = Self.drawManagerCount(using: &generator)
    managerCount = managers ?? drawn
  }

  /// A fifth of the staff are customer managers; one branch in seven is a flagship with many.
  private static func drawManagerCount(using generator: inout SeededGenerator) -> Int {
    if generator.chance(0.15) { return generator.integer(12...40) }
    let staff = generator.logNormal(median: 20, spread: 0.35)
    let managers = (staff * generator.beta(4, 16)).rounded()
    return min(40, max(1, Int(managers)))
  }
}
