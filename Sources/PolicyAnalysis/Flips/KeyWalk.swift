/// Follows the keys of one group while one number moves, from one change of a key to the next, up to the
/// first that changes something.
struct KeyWalk {
  /// What moves, and when its key next changes.
  private struct Event {
    let x: Double
    let member: Int
    let whole: Int64
  }

  /// What changes first.
  struct Change {
    /// Where.
    let x: Double
    /// Who moves there.
    let subject: Int
  }

  /// Changes so near each other happen together.
  private static let together = 1e-12

  private let members: [Int]
  private let curves: [KeyCurve]
  private let isWatched: [Bool]
  private let filling: GroupAwards?
  private var wholes: [Int64]
  private var keys: [Int64]
  private var byKey: [Int64: Set<Int>] = [:]
  private var heap: [Event] = []
  private let limit: Double

  /// A walk from x = start.
  ///
  /// - Parameters:
  ///   - members: the group's subjects, with their curves and the keys that they have.
  ///   - isWatched: for each member whether it counts what becomes of it.
  ///   - awards: what is given by keys; nil where the order itself is looked at.
  init(
    members: [Int], curves: [KeyCurve], keys: [Int64], isWatched: [Bool], awards: GroupAwards?,
    start: Double, limit: Double
  ) {
    (self.members, self.curves) = (members, curves)
    (self.isWatched, self.limit, self.keys, filling) = (isWatched, limit, keys, awards)
    // Who stands at a ceiling has a value of its own above it.
    wholes = members.indices.map { member in
      keys[member] < curves[member].ceiling
        ? keys[member] : max(keys[member], curves[member].value(start).floored)
    }
    for (member, key) in keys.enumerated() { byKey[key, default: []].insert(member) }
    for member in members.indices { push(member, from: start) }
  }

  /// The first change of something that counts; nil when there is none up to the limit.
  mutating func first() -> Change? {
    while let event = pop() {
      var events = [event]
      while let next = heap.first, next.x <= event.x + Self.together * max(1, abs(event.x)),
        !events.contains(where: { $0.member == next.member })
      {
        if let next = pop() { events.append(next) }
      }
      let moved = events.compactMap { event -> (member: Int, old: Int64)? in
        let old = keys[event.member]
        wholes[event.member] = event.whole
        let key = min(event.whole, curves[event.member].ceiling)
        return key == old ? nil : (event.member, old)
      }
      let near = self.near(moved)
      let before = near.map { keys[$0] }
      for (member, old) in moved {
        let key = min(wholes[member], curves[member].ceiling)
        byKey[old]?.remove(member)
        byKey[key, default: []].insert(member)
        keys[member] = key
      }
      if let subject = changed(moved.map(\.member), near, before) {
        return Change(x: event.x, subject: subject)
      }
      for event in events { push(event.member, from: event.x) }
    }
    return nil
  }

  /// All whose order against one that moves may change: who has its old key or its new one.
  private func near(_ moved: [(member: Int, old: Int64)]) -> [Int] {
    var near = Set(moved.map(\.member))
    for (member, old) in moved {
      let key = min(wholes[member], curves[member].ceiling)
      for key in [old, key] { near.formUnion(byKey[key] ?? []) }
    }
    return near.sorted()
  }

  /// Who of those watched gets something else, or another order against one of those watched.
  private func changed(_ moved: [Int], _ near: [Int], _ before: [Int64]) -> Int? {
    guard !moved.isEmpty else { return nil }
    let old = Dictionary(uniqueKeysWithValues: zip(near, before))
    if let filling {
      guard filling.mayChange(moved, near, old: old, new: keys) else { return nil }
      return filling.firstChanged(keys, isWatched).map { members[$0] }
    }
    for member in moved where isWatched[member] {
      for other in near where other != member && isWatched[other] {
        guard let one = old[member], let two = old[other] else { continue }
        if (one - two).signum() != (keys[member] - keys[other]).signum() { return members[member] }
      }
    }
    return nil
  }

  // MARK: The next events, as a heap

  private mutating func push(_ member: Int, from x: Double) {
    guard let next = curves[member].next(from: x, whole: wholes[member], limit: limit) else {
      return
    }
    heap.append(Event(x: next.x, member: member, whole: next.whole))
    var place = heap.count - 1
    while place > 0, Self.isBefore(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Event? {
    guard let first = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if Self.isBefore(heap[child], heap[least]) { least = child }
      }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }

  private static func isBefore(_ one: Event, _ other: Event) -> Bool {
    (one.x, one.member) < (other.x, other.member)
  }
}

extension Double {
  /// The whole number not above it.
  fileprivate var floored: Int64 { Int64(max(-9e18, min(9e18, rounded(.down)))) }
}
