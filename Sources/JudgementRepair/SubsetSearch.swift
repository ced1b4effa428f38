/// Goes through all sets of a number of judgements that no cut excludes, in a fixed order.
///
/// Duran, M. A., Grossmann, I. E. (1986), Mathematical Programming 36, 307-339,
/// doi:10.1007/BF02592064: tangents of a convex function bound a search over whole numbers.
struct SubsetSearch {
  /// A cut in the order of the search, with the most that any r of the judgements from a place on can
  /// take off.
  private struct OrderedCut {
    let required: Double
    let most: [Double]
    /// At `place * (size + 1) + r`.
    let best: [Double]
  }

  /// The number of judgements in a set.
  let size: Int
  /// The judgements in the order in which they are tried.
  private let order: [Int]
  private var cuts: [OrderedCut] = []
  /// When each cut was last of use: the number of the node.
  private var uses: [Int] = []
  private var chosen: [Int] = []
  private var nodes = 0

  init(size: Int, order: [Int], cuts: [Cut]) {
    self.size = size
    self.order = order
    for cut in cuts { add(cut) }
  }

  mutating func add(_ cut: Cut) {
    let most = order.map { cut.most[$0] }
    let width = size + 1
    var best = [Double](repeating: 0, count: (most.count + 1) * width)
    var largest: [Double] = []
    for place in most.indices.reversed() {
      let position = largest.firstIndex { $0 < most[place] } ?? largest.count
      largest.insert(most[place], at: position)
      if largest.count > size { largest.removeLast() }
      var sum = 0.0
      for (count, value) in largest.enumerated() {
        sum += value
        best[place * width + count + 1] = sum
      }
      for count in largest.count..<size { best[place * width + count + 1] = sum }
    }
    keep(OrderedCut(required: cut.required, most: most, best: best))
  }

  /// Calls `body` for each set that no cut excludes; a cut that it returns bounds the search from then
  /// on.
  ///
  /// - Parameters:
  ///   - bound: a cut that excludes every set of the judgements chosen and some of the others, if it
  ///     finds one.
  ///   - watch: called now and then with the share of all sets that is done.
  mutating func forEach(
    bound: (_ chosen: [Int], _ others: ArraySlice<Int>) -> Cut?,
    watch: (Double) throws -> Void, _ body: ([Int]) throws -> Cut?
  ) rethrows {
    try extend(from: 0, bound, watch, body)
  }

  private mutating func extend(
    from start: Int, _ bound: (_ chosen: [Int], _ others: ArraySlice<Int>) -> Cut?,
    _ watch: (Double) throws -> Void, _ body: ([Int]) throws -> Cut?
  ) rethrows {
    let left = size - chosen.count
    var place = start
    while place + left <= order.count {
      nodes += 1
      if nodes % 256 == 0 { try watch(share) }
      guard canSucceed(from: place, left) else { return }
      let set = chosen.map { order[$0] }
      if left == 0 {
        if let cut = try body(set) { add(cut) }
        return
      }
      if left > 1, place + left < order.count, let cut = bound(set, order[place...]) {
        add(cut)
        return
      }
      chosen.append(place)
      try extend(from: place + 1, bound, watch, body)
      chosen.removeLast()
      place += 1
    }
  }

  /// The share of all sets that come before the one under way.
  private var share: Double {
    var (share, part, next) = (0.0, 1.0, 0)
    for (position, place) in chosen.enumerated() {
      for skipped in next..<place {
        // Of the sets that remain, those with the judgement at this place.
        let taken = part * Double(size - position) / Double(order.count - skipped)
        share += taken
        part -= taken
      }
      part *= Double(size - position) / Double(order.count - place)
      next = place + 1
    }
    return share
  }

  /// Keeps a cut in place of that which has been of no use for longest: to look at very many costs more
  /// than to find one anew.
  private mutating func keep(_ cut: OrderedCut) {
    if cuts.count < Self.mostCuts {
      cuts.append(cut)
      uses.append(nodes)
    } else if let oldest = uses.indices.min(by: { uses[$0] < uses[$1] }) {
      cuts[oldest] = cut
      uses[oldest] = nodes
    }
  }

  private static let mostCuts = 256

  private mutating func canSucceed(from place: Int, _ left: Int) -> Bool {
    for index in cuts.indices where !allows(cuts[index], place, left) {
      uses[index] = nodes
      return false
    }
    return true
  }

  private func allows(_ cut: OrderedCut, _ place: Int, _ left: Int) -> Bool {
    var sum = cut.best[place * (size + 1) + left]
    for place in chosen { sum += cut.most[place] }
    return sum >= cut.required
  }
}
