/// In which order sources are read: what joins look up comes before the rows that it is put beside.
struct SourceOrder {
  /// The places of the sources in an order that fits.
  let places: [Int]
  /// Sources that wait for each other, by their names; empty where an order fits all joins.
  let cycle: [String]

  init(_ map: ImportMap) {
    var needs = [Set<Int>](repeating: [], count: map.sources.count)
    for table in map.tables {
      guard let own = map.source(table.source) else { continue }
      for join in table.joins {
        let looked =
          map.source(join.source)
          ?? map.table(join.source).flatMap {
            map.source(map.tables[$0].source)
          }
        if let looked { needs[own].insert(looked) }
      }
    }
    var (order, rest) = ([Int](), Array(map.sources.indices))
    while let next = rest.first(where: { needs[$0].isSubset(of: order) }) {
      order.append(next)
      rest.removeAll { $0 == next }
    }
    cycle = rest.map { map.sources[$0].name }
    places = order + rest
  }
}
