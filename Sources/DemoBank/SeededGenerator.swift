/// Random bits that depend on nothing but a seed: xoshiro256**, filled by SplitMix64.
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47 (2021), doi:10.1145/3460772.
struct SeededGenerator: RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// One of many independent streams of one seed, so that a branch stays as it is when others are
  /// added.
  init(seed: UInt64, stream: UInt64) {
    var filler = SplitMix64(state: seed)
    filler = SplitMix64(state: filler.next() ^ (stream &* 0xD1B5_4A32_D192_ED03))
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  private func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}

private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
