import ScoringPlan

/// The bands that a grade gives the members of one group by their keys.
struct GroupAwards {
  private let contest: Contest
  private let members: [Int]
  private let filling: BandFilling
  /// The keys at which a minimum is met.
  private let minima: [Int64]
  /// The band of each member to begin with.
  private var bands: [Int] = []

  init(
    _ contest: Contest, _ grading: Grading, _ values: ParameterVector, decimals: Int,
    members: [Int], keys: [Int64]
  ) {
    (self.contest, self.members) = (contest, members)
    filling = BandFilling(grading, values, decimals: decimals)
    minima = grading.bands.compactMap { band in
      guard case .minimum(let slot) = band.limit else { return nil }
      return ScoreKey.key(of: values[slot], decimals: decimals)
    }
    bands = places(keys)
  }

  /// Whether what moved can have changed a band: it met or left a minimum, or passed someone in another
  /// band.
  func mayChange(_ moved: [Int], _ near: [Int], old: [Int: Int64], new: [Int64]) -> Bool {
    for member in moved {
      guard let before = old[member] else { continue }
      if minima.contains(where: { (before >= $0) != (new[member] >= $0) }) { return true }
      for other in near where other != member && bands[other] != bands[member] {
        guard let theirs = old[other] else { continue }
        let (one, two) = (members[member], members[other])
        if contest.isAhead(one, before, of: two, theirs)
          != contest.isAhead(one, new[member], of: two, new[other])
        {
          return true
        }
      }
    }
    return false
  }

  /// The first of those watched whose band is another than to begin with.
  func firstChanged(_ keys: [Int64], _ isWatched: [Bool]) -> Int? {
    let now = places(keys)
    return members.indices.first { isWatched[$0] && now[$0] != bands[$0] }
  }

  private func places(_ keys: [Int64]) -> [Int] {
    let order = members.indices.sorted { one, other in
      contest.isAhead(members[one], keys[one], of: members[other], keys[other])
    }
    let ends = filling.ends(of: order.map { keys[$0] })
    var bands = [Int](repeating: 0, count: members.count)
    var band = 0
    for (place, member) in order.enumerated() {
      while place >= ends[band] { band += 1 }
      bands[member] = band
    }
    return bands
  }
}
