/// Groups of people of whom none may be shown that is so small that single people could be told from it.
struct SmallGroups {
  /// The fewest people that a group shown has.
  static let fewest = 5

  /// The members of the groups shown, in the order of the groups' texts.
  let shown: [(name: String?, members: [Int])]
  /// How many groups are not shown.
  let hiddenGroups: Int
  /// How many people these have.
  let hiddenPeople: Int

  /// Groups by the texts of people; nil stands for people without a text, who come first.
  ///
  /// Not shown are groups of fewer than `fewest`; and, where these have fewer than `fewest` people in all,
  /// the smallest other group too: otherwise what is true of those few could be had by subtraction.
  init(_ texts: [String?]) {
    let members = Dictionary(grouping: texts.indices) { texts[$0] }
    let groups = members.sorted { one, other in
      (one.key ?? "").utf8.lexicographicallyPrecedes((other.key ?? "").utf8)
        || one.key == nil && other.key != nil
    }.map { (name: $0.key, members: $0.value) }
    var shown = groups.filter { $0.members.count >= Self.fewest }
    let few =
      groups.reduce(0) { $0 + $1.members.count }
      - shown.reduce(0) { $0 + $1.members.count }
    if few > 0, few < Self.fewest,
      let smallest = shown.indices.min(by: {
        shown[$0].members.count < shown[$1].members.count
      })
    {
      shown.remove(at: smallest)
    }
    self.shown = shown
    hiddenGroups = groups.count - shown.count
    hiddenPeople = texts.count - shown.reduce(0) { $0 + $1.members.count }
  }
}
