import SeededRandom

/// What the people of a branch share.
struct BranchTraits {
  /// What the branch's market does to everybody's attainment.
  let attainment: Double
  /// The digits of a key in the system that the branch came from.
  let keyDigits: Int
  /// The names of the branch and of its region.
  let name: [UInt8]
  let region: [UInt8]

  /// The traits of a branch.
  init(_ index: Int, _ streams: Streams) {
    var generator = streams.branch(index)
    let z = NormalQuantiles.quantile(max(0x1p-53, generator.nextUnit()))
    attainment = Elementary.exp(0.08 * z)
    keyDigits = 6 + generator.next(below: 3)
    name = FieldText.quoted(Array(SyntheticNames.branch(index).utf8))
    region = FieldText.quoted(Array(SyntheticNames.region(index / 20).utf8))
  }
}
