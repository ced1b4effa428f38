/// Puts groups together until nothing is told of fewer people than may be shown, neither by a group itself
/// nor by what is left when shown groups are subtracted from each other and from the whole.
///
/// In one table that is the case when no group is too small, for groups share nobody. Several tables show sums
/// over groups that overlap: what can be had by adding and subtracting them is the span of their indicator
/// vectors. Whether a small set of people lies in it is decided by elimination, in the whole numbers modulo a
/// prime.
struct SmallGroups {
  /// One table's groups, as the places of their people.
  struct Table {
    /// The groups that are shown by themselves: their numbers and members.
    var shown: [(number: Int, members: [Int])]
    /// The groups that are put together.
    var merged: [(number: Int, members: [Int])] = []

    /// All that is shown.
    var cells: [[Int]] {
      shown.map(\.members) + (merged.isEmpty ? [] : [merged.flatMap(\.members)])
    }

    /// Puts the smallest group that is shown, or the smallest of which something holds, with the others.
    mutating func merge(where holds: ([Int]) -> Bool = { _ in true }) {
      let candidates = shown.indices.filter { holds(shown[$0].members) }
      let smallest = candidates.min {
        (shown[$0].members.count, shown[$0].number) < (shown[$1].members.count, shown[$1].number)
      }
      if let smallest { merged.append(shown.remove(at: smallest)) }
    }

    /// Puts groups together until those together are enough.
    mutating func merge(fewest: Int) {
      while shown.contains(where: { $0.members.count < fewest }) { merge() }
      while !merged.isEmpty, !shown.isEmpty,
        merged.count == 1 || merged.reduce(0, { $0 + $1.members.count }) < fewest
      {
        merge()
      }
    }
  }

  private(set) var tables: [Table]
  private let count: Int
  private let fewest: Int

  /// The groups of each table among so many people, of whom there are enough.
  init(_ tables: [[[Int]]], count: Int, fewest: Int) {
    (self.count, self.fewest) = (count, fewest)
    self.tables = tables.map { groups in
      Table(shown: groups.enumerated().map { ($0, $1) })
    }
    for index in self.tables.indices { self.tables[index].merge(fewest: fewest) }
    let small = tables.joined().filter { $0.count < fewest }
    while tables.count > 1, let exposed = exposed(small) { hide(exposed) }
  }

  /// A set of people, too small to be shown, that can be told apart by subtraction; nil when there is none.
  private func exposed(_ small: [[Int]]) -> [Int]? {
    let numbers = tables.map { table -> [Int] in
      var numbers = [Int](repeating: 0, count: count)
      for (number, cell) in table.cells.enumerated() {
        for person in cell { numbers[person] = number }
      }
      return numbers
    }
    // People whom no shown sum tells apart.
    let atoms = Dictionary(grouping: 0..<count) { person in numbers.map { $0[person] } }
      .sorted { $0.value[0] < $1.value[0] }
    var places = [Int](repeating: 0, count: count)
    for (place, atom) in atoms.enumerated() { for person in atom.value { places[person] = place } }
    var span = ModularSpan(width: atoms.count)
    for cell in tables.flatMap(\.cells) { span.add(Set(cell.map { places[$0] })) }
    let differences = Self.differences(atoms.map(\.key), atoms.map(\.value))
      .filter { $0.reduce(0) { $0 + atoms[$1].value.count } < fewest }
    if let found = differences.first(where: span.contains) {
      return found.flatMap { atoms[$0].value }
    }
    return small.first { group in
      let own = Set(group.map { places[$0] })
      let isWhole = own.reduce(0) { $0 + atoms[$1].value.count } == group.count
      return isWhole && span.contains(own)
    }
  }

  /// Sets of atoms that may be all that is left of one cell when cells of another table are taken off: single
  /// atoms, and of each cell those outside of what lies within it.
  private static func differences(_ keys: [[Int]], _ atoms: [[Int]]) -> [Set<Int>] {
    var found = keys.indices.map { Set([$0]) }
    let tables = keys.first?.count ?? 0
    for table in 0..<tables {
      let cells = Dictionary(grouping: keys.indices) { keys[$0][table] }
      for (_, own) in cells.sorted(by: { $0.key < $1.key }) {
        for other in 0..<tables where other != table {
          let parts = Dictionary(grouping: own) { keys[$0][other] }
          let whole = Dictionary(grouping: keys.indices) { keys[$0][other] }
          // What of this cell lies in cells of the other table that reach beyond it, and the other way round.
          let crossing = parts.filter { $0.value.count < whole[$0.key]?.count ?? 0 }.map(\.key)
          found.append(Set(crossing.flatMap { parts[$0] ?? [] }))
          found.append(Set(crossing.flatMap { whole[$0] ?? [] }).subtracting(own))
        }
      }
    }
    return found.filter { !$0.isEmpty }
  }

  /// Puts together what lets some people be told apart: in the table with the most groups the smallest group
  /// that holds some of them, with as many others as it takes.
  private mutating func hide(_ people: [Int]) {
    let exposed = Set(people)
    let order = tables.indices.sorted {
      (-tables[$0].shown.count, $0) < (-tables[$1].shown.count, $1)
    }
    guard let table = order.first(where: { !tables[$0].shown.isEmpty }) else { return }
    let before = tables[table].shown.count
    tables[table].merge { $0.contains(where: exposed.contains) }
    if tables[table].shown.count == before { tables[table].merge() }
    tables[table].merge(fewest: fewest)
  }
}
