/// A small random number generator that gives the same numbers for the same seed on every machine.
///
/// SplitMix64: Steele, G. L., Lea, D., Flood, C. H. (2014), Fast splittable pseudorandom number
/// generators, OOPSLA '14, doi:10.1145/2660193.2660195. Not for secrets.
@frozen
public struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline
  var state: UInt64

  /// A generator that begins at a seed.
  @inlinable
  public init(seed: UInt64) { state = seed }

  /// One of many generators of one seed, told apart by a pair of numbers: what one of them gives
  /// says nothing about the others.
  @inlinable
  public init(seed: UInt64, stream: UInt64, index: UInt64) {
    var outer = SplitMix64(seed: seed ^ (stream &* 0xD1B5_4A32_D192_ED03))
    var inner = SplitMix64(seed: outer.next() ^ (index &* 0xA24B_AED4_963E_E407))
    state = inner.next()
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number at least 0 and less than 1, one of the 2^53 that are equally far apart.
  @inlinable
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number at least 0 and less than `bound`, which must be positive.
  @inlinable
  public mutating func next(below bound: Int) -> Int {
    // The upper half of the product; for the bounds met here the unevenness is less than 2^-32.
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
