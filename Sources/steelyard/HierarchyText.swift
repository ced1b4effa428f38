import AHP
import Hierarchies

/// The text of `hierarchy`: weights from the goal down, then the alternatives by both syntheses.
enum HierarchyText {
  /// More alternatives would make the lines of criteria too long.
  private static let mostColumns = 8

  static func text(_ synthesis: HierarchySynthesis) -> String {
    let hierarchy = synthesis.hierarchy
    let heading = hierarchy.title == hierarchy.name ? "" : ": \(hierarchy.title)"
    var parts = [hierarchy.name + heading]
    if let source = hierarchy.source { parts[0] += "\n\(source)" }
    parts.append("weights, and each alternative's share by each lowest criterion:")
    if hierarchy.alternatives.isEmpty { parts[1] = "weights:" }
    parts[1] += "\n\(criteria(synthesis))\n\(consistency(synthesis))"
    if let alternatives = alternatives(synthesis) { parts.append(alternatives) }
    return parts.joined(separator: "\n\n")
  }

  private static func criteria(_ synthesis: HierarchySynthesis) -> String {
    let names = synthesis.hierarchy.alternatives.map(\.name)
    let shown = names.count <= mostColumns ? names : []
    var table = TextTable(
      [("", .left), ("local", .right), ("global", .right), ("ratio", .right)]
        + shown.map { ($0, .right) })
    for node in synthesis.nodes {
      let indent = String(repeating: "  ", count: max(node.path.count - 1, 0))
      let ratio = node.analysis.map { $0.consistencyRatio?.rounded(to: 4) ?? "-" }
      table.add(
        [
          node.path.isEmpty ? "(goal)" : indent + (node.path.last ?? ""),
          node.path.isEmpty ? "" : node.localWeight.rounded(to: 4),
          node.path.isEmpty ? "" : node.globalWeight.rounded(to: 4), ratio ?? "",
        ] + (shown.isEmpty ? [] : node.distributive.map { $0.rounded(to: 4) }))
    }
    return table.text()
  }

  private static func consistency(_ synthesis: HierarchySynthesis) -> String {
    let sources = Set(synthesis.nodes.compactMap { $0.analysis?.randomIndexSource }).sorted()
    guard !sources.isEmpty else { return "  nothing is judged" }
    let whole = synthesis.consistencyRatio?.rounded(to: 4) ?? "-"
    return
      "  consistency ratio of the whole \(whole); random index \(sources.joined(separator: ", "))"
  }

  private static func alternatives(_ synthesis: HierarchySynthesis) -> String? {
    guard let distributive = synthesis.distributive, let ideal = synthesis.ideal else { return nil }
    var table = TextTable([
      ("", .left), ("", .left), ("distributive", .right), ("rank", .right), ("ideal", .right),
      ("rank", .right), ("total", .right),
    ])
    for (index, alternative) in synthesis.hierarchy.alternatives.enumerated() {
      table.add([
        alternative.name, alternative.title == alternative.name ? "" : alternative.title,
        distributive.priorities[index].rounded(to: 5), "\(distributive.ranks[index])",
        ideal.priorities[index].rounded(to: 5), "\(ideal.ranks[index])",
        ideal.totals[index].rounded(to: 5),
      ])
    }
    return "the alternatives; total is that of ideal synthesis, of at most 1:\n"
      + ([table.text()] + flips(synthesis)).joined(separator: "\n")
  }

  private static func flips(_ synthesis: HierarchySynthesis) -> [String] {
    let flips = synthesis.rankFlips.map {
      "  rank flip: \($0.aboveByDistributive) is above \($0.aboveByIdeal) by distributive synthesis, "
        + "below it by ideal synthesis"
    }
    return flips + (synthesis.isWinnerFlipped ? ["  the winner is not the same"] : [])
  }
}
