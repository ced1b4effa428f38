/// What the four sides think of a person, in points out of 100.
struct Reviews {
  let own: FixedDecimal
  let superior: FixedDecimal
  let peers: FixedDecimal
  /// Absent for the many who lead nobody.
  let subordinates: FixedDecimal?

  init(_ diligence: Diligence, using generator: inout SeededGenerator) {
    let quality = diligence.draw(using: &generator)
    superior = Diligence.points(85 + 6 * quality)
    // People see themselves much as others do, and four points better.
    own = Diligence.points(89 + 6 * (0.7 * quality + 0.714 * generator.normal()))
    peers = Diligence.points(Self.meanOfPeers(quality, using: &generator))
    let fromBelow = 84 + 6 * (0.632 * quality + 0.775 * generator.normal())
    subordinates = generator.chance(0.7) ? nil : Diligence.points(fromBelow)
  }

  /// Three to six raters, of whose variance 0.4 is the person's (the intraclass correlation).
  private static func meanOfPeers(
    _ quality: Double, using generator: inout SeededGenerator
  ) -> Double {
    let raters = generator.integer(3...6)
    var sum = 0.0
    for _ in 0..<raters { sum += 84 + 6 * (0.632 * quality + 0.775 * generator.normal()) }
    return sum / Double(raters)
  }
}
