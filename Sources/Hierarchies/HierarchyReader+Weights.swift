import AHP
import Diagnostics
import JudgementReading
import LocatedYAML

// Reading weights: plain numbers, or judgements in the file or in another.
extension HierarchyReader {
  static let optionKeys = ["method", "random_index", "maximum_consistency_ratio"]
  private static let sourceKeys = ["judgements", "file", "set", "aggregate"]

  /// How some things are weighed; nil where that is at fault.
  mutating func weights(
    _ node: YAMLNode?, of things: [WeightedItem], path: String, parent: YAMLNode
  ) -> WeightSource? {
    guard let node, !node.isBlank else {
      if things.count == 1 { return .single }
      report(
        parent, path, "hierarchy.no-weights", "nothing says how \(things.count) things are weighed",
        notes: ["they are \(things.map(\.name).joined(separator: ", "))"],
        suggestion: "add \(lastName(of: path)): with judgements:, file: or a number for each")
      return nil
    }
    guard Self.isJudged(node) else { return numbers(node, of: things, path: path) }
    guard let fields = judgementFields(node, path: path) else { return nil }
    let options = options(fields, path: path)
    if let file = fields["file"] {
      return judgementFile(file, fields, of: things, options, path: path)
    }
    guard let list = fields["judgements"], let triples = triples(list, path: path) else {
      return nil
    }
    let comparisons = triples.map { triple in
      JudgementComparison(
        row: WeightedItem.name(for: triple.row, among: things) ?? triple.row,
        column: WeightedItem.name(for: triple.column, among: things) ?? triple.column,
        text: triple.text, at: triple.location)
    }
    return judged(comparisons, things.map(\.name), list, options, path: path)
  }

  /// The intensities of a criterion, by the names that its judgements or numbers use.
  mutating func intensities(
    _ node: YAMLNode?, path: String, _ parent: YAMLNode
  ) -> (names: [String], weights: WeightSource)? {
    guard let node, Self.isJudged(node) else {
      let things = (node?.entries ?? []).map(\.key).filter { $0 != "normalize" }
        .map { WeightedItem(name: $0, titles: []) }
      return weights(node, of: things, path: path, parent: parent).map { (things.map(\.name), $0) }
    }
    guard let fields = judgementFields(node, path: path) else { return nil }
    if let file = fields["file"] {
      guard let set = judgementSet(file, set: fields["set"], path: path) else { return nil }
      let things = set.labels.map { WeightedItem(name: $0, titles: []) }
      let source = judgementFile(file, fields, of: things, options(fields, path: path), path: path)
      return source.map { (set.labels, $0) }
    }
    guard let list = fields["judgements"], let triples = triples(list, path: path) else {
      return nil
    }
    var names: [String] = []
    for name in triples.flatMap({ [$0.row, $0.column] }) where !names.contains(name) {
      names.append(name)
    }
    return judged(triples, names, list, options(fields, path: path), path: path)
      .map { (names, $0) }
  }

  /// What a mapping says of the method and of consistency; what it does not say is as for the file.
  mutating func options(_ fields: [String: YAMLNode], path: String) -> JudgementOptions {
    var options = defaults
    let method = choice(
      fields["method"], among: PriorityMethod.allCases.map(\.rawValue), path: join(path, "method"))
    options.method = method.flatMap(PriorityMethod.init) ?? options.method
    let index = choice(
      fields["random_index"], among: RandomIndex.all.map(\.name), path: join(path, "random_index"))
    options.randomIndex = index.flatMap(RandomIndex.named) ?? options.randomIndex
    let key = "maximum_consistency_ratio"
    guard let node = fields[key], let value = number(node, path: join(path, key)) else {
      return options
    }
    if value <= 0 {
      report(
        node, join(path, key), "hierarchy.number", "the largest ratio allowed must be above 0",
        suggestion: "write 0.1, the usual one, or leave it out")
    }
    options.maximumRatio = value
    return options
  }

  // MARK: Judgements

  /// Whether weights come from judgements: things may be called `file`, too, but then a number follows.
  private static func isJudged(_ node: YAMLNode) -> Bool {
    ["judgements", "file"].contains { key in
      node[key].map { $0.text.flatMap(WrittenNumber.value) == nil } ?? false
    }
  }

  private mutating func judgementFields(_ node: YAMLNode, path: String) -> [String: YAMLNode]? {
    guard let fields = fields(of: node, path: path, keys: Self.sourceKeys + Self.optionKeys) else {
      return nil
    }
    guard fields["judgements"] == nil || fields["file"] == nil else {
      report(
        node, path, "hierarchy.shape", "weights come from judgements: or from file:, not both",
        suggestion: "take one of the two out")
      return nil
    }
    for key in ["set", "aggregate"] where fields["file"] == nil {
      guard let misplaced = fields[key] else { continue }
      report(
        misplaced, join(path, key), "hierarchy.misplaced", "\(key) goes with file",
        suggestion: "add file: or take it out")
    }
    if fields["judgements"] == nil, fields["file"] == nil {
      report(
        node, path, "hierarchy.shape", "nothing stands after the key that should hold judgements",
        suggestion: "write each as - [price, safety, 3]")
      return nil
    }
    return fields
  }

  private mutating func triples(_ node: YAMLNode, path: String) -> [JudgementComparison]? {
    let form = "write each as - [price, safety, 3]"
    guard let elements = node.elements else {
      report(
        node, path, "hierarchy.shape", "judgements must be a list of triples, not \(node.kind)",
        suggestion: form)
      return nil
    }
    let comparisons = elements.compactMap { element in
      triple(element, path: path, example: "[price, safety, 3]").map {
        JudgementComparison(row: $0.row, column: $0.column, text: $0.text, at: element.location)
      }
    }
    return comparisons.count == elements.count ? comparisons : nil
  }

  private mutating func judged(
    _ comparisons: [JudgementComparison], _ names: [String], _ node: YAMLNode,
    _ options: JudgementOptions, path: String
  ) -> WeightSource? {
    let (matrix, found) = JudgementComparison.matrix(
      labels: names, comparisons: comparisons, at: node.location)
    add(found, path: path)
    return matrix.map {
      .judgements(
        JudgedWeights(
          matrix: $0, panel: nil, panelLabels: [], options: options, location: node.location))
    }
  }

  // MARK: Judgement files

  private mutating func judgementFile(
    _ node: YAMLNode, _ fields: [String: YAMLNode], of things: [WeightedItem],
    _ options: JudgementOptions, path: String
  ) -> WeightSource? {
    let aggregate = choice(
      fields["aggregate"], among: ["judgements", "priorities"], path: join(path, "aggregate"))
    guard let set = judgementSet(node, set: fields["set"], path: path) else { return nil }
    guard let names = itemNames(of: set, among: things, node, path: path),
      let matrix = set.aggregatedJudgements().relabelled(names).reordered(things.map(\.name))
    else { return nil }
    return .judgements(
      JudgedWeights(
        matrix: matrix, panel: aggregate == "priorities" ? set : nil,
        panelLabels: labels(of: set, things),
        options: options, location: node.location))
  }

  // MARK: Plain numbers

  private mutating func numbers(
    _ node: YAMLNode, of things: [WeightedItem], path: String
  ) -> WeightSource? {
    var byName: [String: Double] = [:]
    var normalizes = false
    for entry in named(node, path: path) {
      if entry.key == "normalize", !things.contains(where: { $0.name == "normalize" }) {
        normalizes = truth(entry.value, path: join(path, "normalize")) ?? false
        continue
      }
      guard let name = WeightedItem.name(for: entry.key, among: things) else {
        reportUnknown(entry.key, entry.keyLocation, "things weighed here", things, path: path)
        return nil
      }
      guard let weight = number(entry.value, path: join(path, name)) else { return nil }
      byName[name] = weight
    }
    let lacking = things.map(\.name).filter { byName[$0] == nil }
    guard lacking.isEmpty, !things.isEmpty else {
      if !diagnostics.hasErrors {
        report(
          node, path, "hierarchy.no-weights",
          "no weight is given for \(things.isEmpty ? "anything" : lacking.joined(separator: ", "))",
          suggestion: "give each a number")
      }
      return nil
    }
    return complete(things.compactMap { byName[$0.name] }, normalizes, node, path: path)
  }

  private mutating func complete(
    _ weights: [Double], _ normalizes: Bool, _ node: YAMLNode, path: String
  ) -> WeightSource? {
    let sum = weights.reduce(0, +)
    if normalizes, sum > 0, sum.isFinite { return .numbers(weights.map { $0 / sum }) }
    if abs(sum - 1) <= 1e-9 { return .numbers(weights) }
    // Ten decimals show every difference that is refused, and not the noise of adding doubles.
    report(
      node, path, "hierarchy.weights-sum",
      "the numbers add up to \((sum * 1e10).rounded() / 1e10), not to 1",
      suggestion: sum <= 0
        ? "give at least one of them a number above 0"
        : "correct them, or write normalize: true to have each divided by the sum")
    return nil
  }

  private mutating func number(_ node: YAMLNode, path: String) -> Double? {
    guard let written = text(node, path: path) else { return nil }
    if let value = WrittenNumber.value(written), value >= 0 { return value }
    report(
      node, path, "hierarchy.number", "\"\(written)\" is no number of at least 0",
      suggestion: "write it as 0.3, 30% or 1/3")
    return nil
  }

  private func lastName(of path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}
