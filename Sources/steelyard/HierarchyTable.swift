import ColumnStore
import Hierarchies

/// The CSV of `hierarchy`: a row for the goal and each criterion, with the alternatives' shares by it,
/// then one for each synthesis with their priorities.
enum HierarchyTable {
  static func bytes(_ synthesis: HierarchySynthesis) -> [UInt8] {
    var writer = DelimitedWriter()
    let names = synthesis.hierarchy.alternatives.map(\.name)
    writer.appendHeader(
      ["line", "path", "title", "local_weight", "global_weight", "consistency_ratio"] + names)
    for node in synthesis.nodes {
      let ratio = node.analysis?.consistencyRatio.map { "\($0)" } ?? ""
      let cells = [
        node.path.isEmpty ? "goal" : "criterion", node.path.joined(separator: "."), node.title,
        "\(node.localWeight)", "\(node.globalWeight)", ratio,
      ]
      let shares =
        node.distributive.isEmpty ? names.map { _ in "" } : node.distributive.map { "\($0)" }
      (cells + shares).forEach { writer.append($0) }
      writer.endRow()
    }
    for (name, result) in [("distributive", synthesis.distributive), ("ideal", synthesis.ideal)] {
      guard let result else { continue }
      ([name, "", "", "", "", ""] + result.priorities.map { "\($0)" }).forEach { writer.append($0) }
      writer.endRow()
    }
    return writer.bytes
  }
}
