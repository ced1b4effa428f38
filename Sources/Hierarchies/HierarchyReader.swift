import AHP
import Diagnostics
import JudgementReading
import LocatedYAML

/// Reads a hierarchy file and collects every fault in it, each with its place.
struct HierarchyReader: JudgementNodeReader {
  static let kind = DocumentKind(name: "hierarchy", firstKey: "hierarchy")

  var diagnostics: [Diagnostic] = []
  /// Where judgement files are.
  let folder: String
  /// What the file says of all its judgements.
  var defaults = JudgementOptions()
  private var alternatives: [WeightedItem] = []

  private static let keys =
    ["hierarchy", "title", "source", "alternatives", "weights", "criteria"] + optionKeys

  /// YAML misreads nothing in hierarchies that could be told.
  func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic? { nil }

  static func read(_ yaml: String, file: String) throws(DiagnosedFailure) -> Hierarchy {
    let root = try YAMLNode.parse(yaml, file: file, kind: kind)
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    var reader = HierarchyReader(folder: folder)
    guard let hierarchy = reader.hierarchy(root), !reader.diagnostics.hasErrors else {
      throw DiagnosedFailure(reader.diagnostics)
    }
    return hierarchy
  }

  private init(folder: String) { self.folder = folder }

  private mutating func hierarchy(_ root: YAMLNode) -> Hierarchy? {
    guard let fields = fields(of: root, path: "", keys: Self.keys) else { return nil }
    for key in ["hierarchy", "criteria"] where fields[key] == nil {
      missingKey(key, root, path: "")
    }
    defaults = options(fields, path: "")
    let name = text(fields["hierarchy"], path: "hierarchy")
    let title = text(fields["title"], path: "title") ?? name
    let source = text(fields["source"], path: "source")
    alternatives = alternatives(fields["alternatives"])
    guard fields["criteria"] != nil else { return nil }
    let content = criteria(fields, root, path: "")
    guard let name, let title, let content else { return nil }
    return Hierarchy(
      name: name, title: title, source: source,
      alternatives: alternatives.map {
        Hierarchy.Alternative(name: $0.name, title: $0.titles.first ?? $0.name)
      },
      goal: Criterion(name: "", title: title, content: content, location: root.location))
  }

  // MARK: Alternatives

  /// A list of names, or names with titles.
  private mutating func alternatives(_ node: YAMLNode?) -> [WeightedItem] {
    guard let node else { return [] }
    let path = "alternatives"
    var things: [WeightedItem] = []
    if let elements = node.elements {
      for element in elements {
        guard let name = text(element, path: path) else { continue }
        if things.contains(where: { $0.name == name }) {
          report(
            element, path, "hierarchy.twice", "the alternative \(name) stands twice",
            suggestion: "give each alternative a name of its own")
        } else {
          things.append(WeightedItem(name: name, titles: []))
        }
      }
    } else {
      for entry in named(node, path: path) {
        let title = text(entry.value.isBlank ? nil : entry.value, path: join(path, entry.key))
        things.append(WeightedItem(name: entry.key, titles: title.map { [$0] } ?? []))
      }
    }
    if things.isEmpty, !diagnostics.hasErrors {
      report(
        node, path, "hierarchy.shape", "there is no alternative",
        suggestion: "name what is to be chosen from, or take the key out to weigh criteria only")
    }
    return things
  }

  // MARK: Criteria

  /// The criteria under one, or under the goal, and how they are weighed.
  private mutating func criteria(
    _ fields: [String: YAMLNode], _ parent: YAMLNode, path: String
  ) -> Criterion.Content? {
    let entries = named(fields["criteria"], path: join(path, "criteria"))
    guard !entries.isEmpty else {
      if !diagnostics.hasErrors {
        report(
          fields["criteria"] ?? parent, join(path, "criteria"), "hierarchy.shape",
          "there is no criterion", suggestion: "name each criterion, with what stands under it")
      }
      return nil
    }
    let things = entries.map { entry in
      WeightedItem(name: entry.key, titles: entry.value["title"]?.text.map { [$0] } ?? [])
    }
    let weights = weights(
      fields["weights"], of: things, path: join(path, "weights"), parent: parent)
    let children = entries.map { criterion($0, path: join(path, join("criteria", $0.key))) }
    guard let weights, children.allSatisfy({ $0 != nil }) else { return nil }
    return .criteria(children.compactMap { $0 }, weights: weights)
  }

  private mutating func criterion(_ entry: YAMLNode.Entry, path: String) -> Criterion? {
    let keys = ["title", "weights", "criteria", "alternatives", "intensities", "ratings"]
    let isBlank = entry.value.isBlank
    guard let fields = isBlank ? [:] : fields(of: entry.value, path: path, keys: keys) else {
      return nil
    }
    let title = text(fields["title"], path: join(path, "title")) ?? entry.key
    let node = isBlank ? YAMLNode(content: .mapping([]), location: entry.keyLocation) : entry.value
    guard let content = content(fields, node, path: path) else { return nil }
    return Criterion(
      name: entry.key, title: title, content: content, location: entry.keyLocation)
  }

  private mutating func content(
    _ fields: [String: YAMLNode], _ node: YAMLNode, path: String
  ) -> Criterion.Content? {
    let ways = ["criteria", "alternatives", "intensities"].filter { fields[$0] != nil }
    if ways.count > 1 {
      report(
        node, path, "hierarchy.shape",
        "under a criterion stands one of \(ways.joined(separator: " and ")), not both",
        suggestion: "take one of the two out")
      return nil
    }
    if let misplaced = misplaced(fields, ways.first) {
      report(
        fields[misplaced.key] ?? node, join(path, misplaced.key), "hierarchy.misplaced",
        "\(misplaced.key) goes with \(misplaced.partner)",
        suggestion: "add \(misplaced.partner): or take it out")
      return nil
    }
    switch ways.first {
    case "criteria": return criteria(fields, node, path: path)
    case "alternatives" where !alternatives.isEmpty:
      return weights(
        fields["alternatives"], of: alternatives, path: join(path, "alternatives"), parent: node
      ).map { .alternatives($0) }
    case "intensities" where !alternatives.isEmpty:
      return ratings(fields, node, path: path).map { .ratings($0) }
    case nil where alternatives.isEmpty: return .nothing
    case nil where alternatives.count == 1: return .alternatives(.single)
    case nil:
      report(
        node, path, "hierarchy.no-weights",
        "nothing says how the alternatives compare by this criterion",
        suggestion:
          "add alternatives: with judgements:, file: or numbers, or intensities: and ratings:")
      return nil
    case let way?:
      report(
        fields[way] ?? node, join(path, way), "hierarchy.no-alternatives",
        "the hierarchy names no alternatives to compare",
        suggestion: "add alternatives: with their names at the top of the file")
      return nil
    }
  }

  /// A key that means nothing without another one.
  private func misplaced(
    _ fields: [String: YAMLNode], _ way: String?
  ) -> (key: String, partner: String)? {
    if fields["weights"] != nil, way != "criteria" { return ("weights", "criteria") }
    if fields["ratings"] != nil, way != "intensities" { return ("ratings", "intensities") }
    return nil
  }

  // MARK: Ratings

  private mutating func ratings(
    _ fields: [String: YAMLNode], _ node: YAMLNode, path: String
  ) -> Ratings? {
    guard let scale = intensities(fields["intensities"], path: join(path, "intensities"), node)
    else { return nil }
    let place = join(path, "ratings")
    guard let written = fields["ratings"] else {
      missingKey("ratings", node, path: path)
      return nil
    }
    var chosen: [String: Int] = [:]
    for entry in named(written, path: place) {
      guard let name = WeightedItem.name(for: entry.key, among: alternatives) else {
        reportUnknown(entry.key, entry.keyLocation, "alternatives", alternatives, path: place)
        continue
      }
      guard let word = text(entry.value, path: join(place, name)) else { continue }
      guard let position = scale.names.firstIndex(of: word) else {
        reportUnknown(
          word, entry.value.location, "intensities",
          scale.names.map { WeightedItem(name: $0, titles: []) }, path: join(place, name))
        continue
      }
      chosen[name] = position
    }
    let lacking = alternatives.map(\.name).filter { chosen[$0] == nil }
    if !lacking.isEmpty, !diagnostics.hasErrors {
      report(
        written, place, "hierarchy.no-rating",
        "no rating is given for \(lacking.joined(separator: ", "))",
        suggestion: "give each alternative one of \(scale.names.joined(separator: ", "))")
    }
    guard lacking.isEmpty else { return nil }
    return Ratings(
      intensities: scale.names, weights: scale.weights,
      ratings: alternatives.compactMap { chosen[$0.name] })
  }

  /// Says that a name is none of those there are.
  mutating func reportUnknown(
    _ name: String, _ place: SourceLocation, _ what: String, _ things: [WeightedItem], path: String
  ) {
    let names = things.map(\.name)
    diagnostics.append(
      Diagnostic(
        code: "hierarchy.unknown-name", at: place, path: path,
        "\(name) is not among the \(what)",
        suggestion: Spelling.didYouMean(name, among: names)
          ?? "they are \(names.joined(separator: ", "))"))
  }
}
