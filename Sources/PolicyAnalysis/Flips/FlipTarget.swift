import ScoringEngine
import ScoringPlan

/// What would have to become of a person's place for the person to be given something else.
struct FlipTarget: Sendable {
  /// Whether the person is to rise; else to fall.
  let isRise: Bool
  /// At most (to rise) or at least (to fall) so many must stand before the person; nil for any number.
  var ahead: Int?
  /// The published value must be at least this (to rise), or below it (to fall).
  var key: Int64?

  /// The targets, any of which changes the rank of who has so many before, of so many in all.
  static func ofRank(ahead: Int, count: Int) -> [FlipTarget] {
    (ahead > 0 ? [FlipTarget(isRise: true, ahead: ahead - 1)] : [])
      + (ahead < count - 1 ? [FlipTarget(isRise: false, ahead: ahead + 1)] : [])
  }

  /// The targets, any of which brings another band to who is in one, in a group of so many.
  ///
  /// - Parameter places: for each band the number that it and those above hold by seats and shares
  ///   alone, and the least key that leads into it, if one does.
  static func ofGrade(
    band: Int, _ places: [(end: Int, minimum: Int64?)], count: Int
  ) -> [FlipTarget] {
    var targets: [FlipTarget] = []
    if band > 0 {
      let above = places[band - 1]
      if above.end > 0 { targets.append(FlipTarget(isRise: true, ahead: above.end - 1)) }
      if let minimum = above.minimum { targets.append(FlipTarget(isRise: true, key: minimum)) }
    }
    if band < places.count - 1, places[band].end < count {
      let own = places[band]
      targets.append(
        FlipTarget(isRise: false, ahead: own.end > 0 ? own.end : nil, key: own.minimum))
    }
    return targets
  }
}

extension Grading {
  /// For each band the number that it and those above hold by seats and shares alone, and the least
  /// key that leads into it; in a group of so many.
  ///
  /// - Throws: `mixedBands` when seats are counted behind a minimum, which no two numbers tell.
  func places(
    _ values: ParameterVector, decimals: Int, count: Int
  ) throws(FlipObstacle) -> [(end: Int, minimum: Int64?)] {
    var hasMinimum = false
    var least: Int64?
    var minima: [Int64?] = []
    for band in bands.dropLast() {
      switch band.limit {
      case .seats: if hasMinimum { throw .mixedBands(name) }
      case .minimum(let slot):
        hasMinimum = true
        let minimum = values[slot]
        let key =
          ScoreKey.key(of: minimum, decimals: decimals) ?? (minimum < 0 ? .min / 2 : .max / 2)
        least = min(least ?? key, key)
      case .share, .rest: break
      }
      minima.append(least)
    }
    // Nobody whose key is the least of all is held by a minimum.
    let ends = BandFilling(self, values, decimals: decimals)
      .ends(of: [Int64](repeating: .min, count: count))
    return zip(ends, minima + [nil]).map { (end: $0, minimum: $1) }
  }
}
