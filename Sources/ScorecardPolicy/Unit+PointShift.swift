extension Unit {
  /// How many places to the left the decimal point of a number in this unit moves to give the number
  /// in `target`, to the right if negative: 4 from yuan to 10,000 yuan.
  ///
  /// Nil when the two measure different kinds of things, and when moving the point cannot do it, as
  /// from months to years.
  public func pointShift(to target: Unit) -> Int? {
    guard let (numerator, denominator) = conversion(to: target) else { return nil }
    guard let up = Self.powerOfTen(numerator), let down = Self.powerOfTen(denominator) else {
      return nil
    }
    return down - up
  }

  private static func powerOfTen(_ number: Double) -> Int? {
    var (rest, power) = (number, 0)
    while rest > 1 {
      guard rest.truncatingRemainder(dividingBy: 10) == 0 else { return nil }
      rest /= 10
      power += 1
    }
    return power
  }
}
