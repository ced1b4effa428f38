import ScoringPlan

/// Turns an expectation and clusters into standards; subjects stand in the order of their keys.
struct StandardSetting {
  let subjects: [SubjectStandard]
  let clusters: [PeerCluster]
  let groups: [GroupStandard]
  let isFlooredAtZero: Bool

  init(
    _ data: ComparableSubjects, _ regression: DriverRegression, _ found: [Int],
    _ options: StandardsOptions
  ) {
    let members = Self.members(found, fitted: regression.fitted)
    let rounded = { DecimalRounding.round($0, places: options.decimals, rule: .nearest) + 0 }
    let isFloored = data.target.allSatisfy { $0 >= 0 }
    let raised = { (number: Double) in rounded(isFloored ? max(number, 0) : number) }
    var standards = [SubjectStandard?](repeating: nil, count: data.keys.count)
    var uplifts: [Double] = []
    for (cluster, members) in members.enumerated() {
      let uplift = Quantile.of(
        members.map { regression.residuals[$0] }, share: options.idealQuantile)
      uplifts.append(uplift)
      for subject in members {
        let standard = raised(regression.fitted[subject])
        standards[subject] = SubjectStandard(
          key: data.keys[subject], cluster: cluster + 1,
          comparison: PlanComparison(
            actual: data.target[subject], standard: standard,
            ideal: max(standard, raised(regression.fitted[subject] + uplift))),
          leverage: regression.leverages[subject])
      }
    }
    let subjects = standards.compactMap { $0 }
    self.subjects = subjects
    isFlooredAtZero = isFloored
    clusters = members.indices.map { index in
      let together = GroupStandard("", members[index].map { subjects[$0] }, rounded: rounded)
      return PeerCluster(
        number: index + 1, subjectCount: together.subjectCount, comparison: together.comparison,
        uplift: uplifts[index], typical: PeerCluster.typical(data.taking(members[index])))
    }
    groups =
      data.groups.map { groups in
        let names = TextValues(groups)
        let members = Dictionary(grouping: subjects.indices) { names.codes[$0] }
        return names.values.enumerated().map { place, name in
          GroupStandard(name, (members[place] ?? []).map { subjects[$0] }, rounded: rounded)
        }
      } ?? []
  }

  /// The subjects of each cluster, that of the highest mean expectation first, the one with the first
  /// subject among equals.
  private static func members(_ found: [Int], fitted: [Double]) -> [[Int]] {
    var members = [[Int]](repeating: [], count: (found.max() ?? 0) + 1)
    for (subject, cluster) in found.enumerated() { members[cluster].append(subject) }
    let means = members.map { Moments.mean($0.map { fitted[$0] }) }
    return members.indices.sorted { (-means[$0], $0) < (-means[$1], $1) }.map { members[$0] }
  }
}
