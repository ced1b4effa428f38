/// Puts named things in an order in which each comes after those it uses.
struct DependencyOrder {
  /// The names in an order of evaluation, otherwise as given; of those in a cycle one stands first.
  private(set) var order: [String] = []
  /// Cycles, each as the names along it with the first again at the end; no two share a name, as
  /// formulas that all use each other have more cycles than anyone reads.
  private(set) var cycles: [[String]] = []

  private let uses: [String: [String]]
  private var done: Set<String> = []
  private var inCycles: Set<String> = []

  /// The order of `names`, of which each uses some. O(names + uses), without recursion, as chains
  /// may be long.
  init(_ names: [String], uses: (String) -> [String]) {
    let known = Set(names)
    self.uses = Dictionary(
      names.map { ($0, uses($0).filter(known.contains)) }, uniquingKeysWith: { first, _ in first })
    for name in names where !done.contains(name) { visit(name) }
  }

  private mutating func visit(_ start: String) {
    var trail = [start]
    var places = [start: 0]
    var nextUse = [0]
    while let name = trail.last {
      let used = uses[name] ?? []
      guard nextUse[trail.count - 1] < used.count else {
        places[name] = nil
        trail.removeLast()
        nextUse.removeLast()
        done.insert(name)
        order.append(name)
        continue
      }
      let next = used[nextUse[trail.count - 1]]
      nextUse[trail.count - 1] += 1
      if let place = places[next] {
        addCycle(trail[place...])
      } else if !done.contains(next) {
        places[next] = trail.count
        trail.append(next)
        nextUse.append(0)
      }
    }
  }

  private mutating func addCycle(_ names: ArraySlice<String>) {
    guard !names.contains(where: inCycles.contains) else { return }
    inCycles.formUnion(names)
    cycles.append(Array(names) + names.prefix(1))
  }
}
