import SeededRandom

extension SplitMix64 {
  /// A finite double of either sign with every bit of its significand random and its exponent drawn
  /// evenly; by default over the whole range, subnormal numbers included.
  mutating func anyDouble(exponents: ClosedRange<Int>? = nil) -> Double {
    let field: UInt64
    if let exponents {
      field = UInt64(Int.random(in: exponents, using: &self) + 1023)
    } else {
      field = UInt64.random(in: 0...2046, using: &self)
    }
    let bits = next()
    return Double(bitPattern: bits & 0x800F_FFFF_FFFF_FFFF | field << 52)
  }

  /// A double of about a size, its low bits often zero, so that ties come up.
  mutating func double(near centre: Double) -> Double {
    let whole = Double(Int.random(in: -4096...4096, using: &self))
    let part = Bool.random(using: &self) ? 0 : Double.random(in: -1...1, using: &self)
    let scale = [1, 0x1p-52, 0x1p-53, 0x1p40][Int.random(in: 0..<4, using: &self)]
    return (whole + part) * scale * centre
  }
}
