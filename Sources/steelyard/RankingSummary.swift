import PolicyAnalysis

/// How far the ranks of one ranking move, over all people.
struct RankingSummary {
  /// How many people have a rank by the judgements as they are.
  let ranked: Int
  /// The median over people of the ranks between the 5th and the 95th of a hundred draws; the lower of two.
  let medianBand: Int?
  /// The most.
  let widestBand: Int?
  /// How many people are first in at least one draw.
  let everFirst: Int

  init(_ ranking: RankStability) {
    ranked = ranking.given.count { $0 != nil }
    let bands = ranking.given.indices.compactMap(ranking.band).sorted()
    medianBand = bands.isEmpty ? nil : bands[(bands.count - 1) / 2]
    widestBand = bands.last
    everFirst = ranking.firstShares.count { $0 > 0 }
  }
}
