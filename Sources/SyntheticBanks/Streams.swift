import SeededRandom

/// The seed of a bank, and the generators that its parts draw from: one for each branch, person and
/// person's rows of a table. So no part depends on how many others there are or who makes them.
struct Streams: Sendable {
  let seed: UInt64

  /// What sizes of branches are drawn from.
  var layout: SplitMix64 { SplitMix64(seed: seed, stream: 1, index: 0) }

  func branch(_ index: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 2, index: UInt64(index))
  }

  func person(_ index: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 3, index: UInt64(index))
  }

  /// What a table's rows of a person are drawn from; the subject table is 0.
  func rows(of table: Int, person: Int) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 16 + UInt64(table), index: UInt64(person))
  }

  /// What the dirt of a chunk of a file is drawn from.
  func dirt(of table: Int, chunk: Int) -> SplitMix64 {
    SplitMix64(
      seed: seed, stream: 0x4449_0000 + UInt64(table), index: UInt64(bitPattern: Int64(chunk)))
  }
}
