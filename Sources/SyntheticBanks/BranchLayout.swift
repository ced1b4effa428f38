import SeededRandom

/// How people are spread over branches: the same layout repeats for every block of people, so that a
/// bank of any size needs one block's memory, and people anywhere find their branch at once.
struct BranchLayout: Sendable {
  /// The people of a block.
  static let blockSize = 2048

  /// For each person of a block the branch within the block.
  let branches: [Int32]
  /// The branches of a block.
  let branchCount: Int

  /// Draws the layout: a fifth of a branch's staff, which is about twenty, are appraised; one branch
  /// in seven is a flagship with twelve to forty.
  init(_ streams: Streams) {
    var generator = streams.layout
    let staff = Marginal(.lognormal(median: 20, sigma: 0.35)).values
    let share = Marginal(.beta(a: 4, b: 16, scale: 1)).values
    let normal = NormalQuantiles().table
    func draw(_ values: [Double]) -> Double {
      let z = normal.withUnsafeBufferPointer { table in
        table.baseAddress.map { NormalQuantiles.normal(generator.next(), $0) } ?? 0
      }
      return values.withUnsafeBufferPointer { table in
        table.baseAddress.map { Marginal.value(z, $0) } ?? 0
      }
    }
    var branches: [Int32] = []
    var branch: Int32 = 0
    while branches.count < Self.blockSize {
      let isFlagship = generator.nextUnit() < 0.15
      let size =
        isFlagship
        ? 12 + generator.next(below: 29)
        : max(1, min(40, Int((draw(staff) * draw(share)).rounded())))
      let rest = Self.blockSize - branches.count
      branches += Array(repeating: branch, count: min(size, rest))
      branch += 1
    }
    self.branches = branches
    branchCount = Int(branch)
  }

  /// The number of a person's branch.
  func branch(of person: Int) -> Int {
    let (block, place) = person.quotientAndRemainder(dividingBy: Self.blockSize)
    return block * branchCount + Int(branches[place])
  }
}
