/// The names of rules as the log has them, several joined by `+`.
struct RepairNames {
  private let names: [RepairRule: String]

  init(_ source: MapSource) {
    names = Dictionary(uniqueKeysWithValues: RepairRule.allCases.map { ($0, $0.rawValue) })
  }

  func text(_ rules: [RepairRule]) -> String {
    if rules.count == 1, let name = names[rules[0]] { return name }
    return rules.map(\.rawValue).joined(separator: "+")
  }
}
