/// Puts named things in an order in which each comes after those it uses.
enum DependencyOrder {
  /// The names in an order of evaluation (otherwise as given), or the first cycle found, as the
  /// names along it with the first again at the end. O(names + uses).
  static func sort(
    _ names: [String], uses: @escaping (String) -> [String]
  ) -> (order: [String], cycles: [[String]]) {
    var sorter = Sorter(known: Set(names), uses: uses)
    for name in names { sorter.visit(name) }
    return (sorter.order, sorter.cycles)
  }

  private struct Sorter {
    let known: Set<String>
    let uses: (String) -> [String]
    var order: [String] = []
    var cycles: [[String]] = []
    var done: Set<String> = []
    var trail: [String] = []

    init(known: Set<String>, uses: @escaping (String) -> [String]) {
      self.known = known
      self.uses = uses
    }

    mutating func visit(_ name: String) {
      if done.contains(name) { return }
      if let start = trail.firstIndex(of: name) {
        cycles.append(Array(trail[start...]) + [name])
        return
      }
      trail.append(name)
      for used in uses(name) where known.contains(used) { visit(used) }
      trail.removeLast()
      if done.insert(name).inserted { order.append(name) }
    }
  }
}
