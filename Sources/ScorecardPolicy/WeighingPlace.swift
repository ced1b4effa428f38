import JudgementReading
import LocatedYAML

/// Where in a policy's nodes a weighing stands, and what it weighs.
struct WeighingPlace {
  /// Its path, such as `scorecard.dimensions.customer.weights`.
  let path: String
  /// The keys that lead to it from the root.
  let steps: [String]
  /// The mapping that stands there.
  let node: YAMLNode
  /// What is weighed, in the policy's order.
  let items: [WeightedItem]

  /// The weighing at a path; nil where there is none, or one for each text of a column.
  init?(_ path: String, in root: YAMLNode) {
    let dimensions = root["scorecard"]?["dimensions"]?.entries ?? []
    let weighings =
      [(["scorecard", "weights"], dimensions.weightedDimensions)]
      + dimensions.map { dimension in
        (
          ["scorecard", "dimensions", dimension.key, "weights"],
          dimension.value["measures"]?.entries?.weightedItems ?? []
        )
      }
    for (steps, items) in weighings {
      guard let node = root.node(atKeys: steps), node.entries != nil,
        let place = Self.leaf(path, from: node, at: steps)
      else { continue }
      self.path = path
      self.items = items
      (self.steps, self.node) = place
      return
    }
    return nil
  }

  /// Down to the text of a column that a path names, which may hold dots.
  private static func leaf(
    _ path: String, from node: YAMLNode, at steps: [String]
  ) -> (steps: [String], node: YAMLNode)? {
    let here = steps.joined(separator: ".")
    guard path == here || path.hasPrefix(here + ".") else { return nil }
    guard case .byColumn = node.weighingForm else { return path == here ? (steps, node) : nil }
    return (node.entries ?? []).lazy.filter { $0.key != "by" && $0.value.entries != nil }
      .compactMap { leaf(path, from: $0.value, at: steps + [$0.key]) }.first
  }
}

extension YAMLNode {
  /// The node that keys lead to.
  func node(atKeys keys: [String]) -> YAMLNode? {
    keys.reduce(self) { $0?[$1] }
  }

  /// The node with what keys lead to replaced.
  func replacing(atKeys keys: ArraySlice<String>, with node: YAMLNode) -> YAMLNode {
    guard let key = keys.first else { return node }
    guard let value = self[key] else { return self }
    return setting(key, to: value.replacing(atKeys: keys.dropFirst(), with: node))
  }
}
