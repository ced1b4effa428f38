/// Subjects that are to have plans set from each other: what each reaches now, and why it may differ.
public struct ComparableSubjects: Sendable {
  /// The key of each subject; each once.
  let keys: [String]
  /// The name of what a plan is set for.
  let targetName: String
  /// What each subject reaches now, in the unit of the file.
  let target: [Double]
  /// What makes a higher or lower plan fair.
  let drivers: [Driver]
  /// The group that each subject belongs to, such as its route; nil when none was asked for.
  let groups: [String]?

  /// Subjects in any order; every array must have one element for each key, at least one subject and
  /// one driver must be there, and numbers must lie within ±1e100, so that their squares stay finite.
  init(
    keys: [String], targetName: String, target: [Double], drivers: [Driver],
    groups: [String]? = nil
  ) {
    precondition(!keys.isEmpty && !drivers.isEmpty, "standards need subjects and drivers")
    precondition(
      target.count == keys.count && drivers.allSatisfy { $0.count == keys.count }
        && groups.map { $0.count == keys.count } ?? true,
      "every subject must have a target, a value of each driver and, where asked for, a group")
    precondition(
      ([target] + drivers.map(\.numbers)).allSatisfy { $0.allSatisfy { abs($0) <= 1e100 } },
      "numbers must lie within ±1e100")
    self.keys = keys
    self.targetName = targetName
    self.target = target
    self.drivers = drivers
    self.groups = groups
  }

  /// The places of the subjects in the order of their keys' UTF-8 bytes.
  var byKey: [Int] {
    let keys = keys.map { Array($0.utf8) }
    return keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
  }

  /// The subjects at some places, in the order of these.
  func taking(_ places: [Int]) -> ComparableSubjects {
    ComparableSubjects(
      keys: places.map { keys[$0] }, targetName: targetName, target: places.map { target[$0] },
      drivers: drivers.map { driver in
        switch driver.values {
        case .numbers(let numbers):
          Driver(name: driver.name, values: .numbers(places.map { numbers[$0] }))
        case .texts(let texts): Driver(name: driver.name, values: .texts(places.map { texts[$0] }))
        }
      }, groups: groups.map { groups in places.map { groups[$0] } })
  }
}
