import AHP
import SeededRandom

/// Random reciprocal matrices: judgements drawn evenly from the seventeen of the scale,
/// 1/9, 1/8, ... 1/2, 1, 2 ... 9.
struct RandomMatrices {
  private static let scale = (2...9).reversed().map { 1 / Double($0) } + (1...9).map(Double.init)

  let size: Int
  let missing: MissingComparisons
  private let pairs: [ComparedPair]
  private var random: SplitMix64

  /// Matrices that depend on the seed, the size and the number of the block alone.
  init(size: Int, missing: MissingComparisons, seed: UInt64, block: Int) {
    self.size = size
    self.missing = missing
    pairs = ComparedPair.all(size: size)
    random = SplitMix64(seed: seed, stream: UInt64(size), index: UInt64(block))
  }

  /// The judgements above the diagonal of so many matrices, row by row, one matrix after another.
  mutating func judgements(count: Int) -> [Double] {
    var random = random
    defer { self.random = random }
    return Self.scale.withUnsafeBufferPointer { scale in
      [Double](unsafeUninitializedCapacity: count * pairs.count) { judgements, filled in
        filled = count * pairs.count
        for index in 0..<filled { judgements[index] = scale[random.next(below: scale.count)] }
      }
    }
  }

  /// The places above the diagonal that are missing of one matrix, in order.
  mutating func missingPlaces() -> [Int] {
    switch missing {
    case .pairs(let missing): return pairs.indices.filter { missing.contains(pairs[$0]) }
    case .count(let count):
      while true {
        let places = chosenPlaces(count)
        if ComparisonGraph(size: size, without: places.map { pairs[$0] }).isConnected {
          return places
        }
      }
    }
  }

  /// So many different places, each set of them as likely as any other (Floyd's method).
  private mutating func chosenPlaces(_ count: Int) -> [Int] {
    var chosen: Set<Int> = []
    for last in pairs.count - count..<pairs.count {
      let place = random.next(below: last + 1)
      chosen.insert(chosen.contains(place) ? last : place)
    }
    return chosen.sorted()
  }
}
