import AHP
import Diagnostics
import JudgementPanels
import JudgementReading
import LocatedYAML

// Judgements and weights of one weighing, replaced.
extension PolicyReviser {
  /// The weighing with judgements replaced; one by a file then holds the file's judgements itself. Nil when
  /// it cannot be.
  mutating func judged(_ place: WeighingPlace, _ judgements: [TunedJudgement]) -> YAMLNode? {
    let node: YAMLNode
    switch place.node.weighingForm {
    case .judgements: node = place.node
    case .judgementFile:
      guard let inline = inlined(place) else { return nil }
      node = inline
    case .numbers:
      // The reader asks for the pairs that are not among the judgements.
      node = YAMLNode(content: .mapping([]), location: place.node.location)
        .setting("judgements", to: YAMLNode(content: .list([]), location: place.node.location))
    case .byColumn: return nil
    }
    guard let list = node["judgements"], let triples = list.elements else { return node }
    let replaced = judgements.reduce(triples) { triples, judgement in
      triples.replacing(judgement, of: place.items, at: list.location)
    }
    return node.setting(
      "judgements", to: YAMLNode(content: .list(replaced), location: list.location))
  }

  /// The keys that say which judgements of a file count.
  private static let keysOfFiles = [
    "file", "set", "aggregate", "maximum_respondent_ratio", "weigh_respondents",
  ]

  /// The weighing with the judgements of its file in it, those of a panel aggregated.
  private mutating func inlined(_ place: WeighingPlace) -> YAMLNode? {
    var reader = PolicyReader(folder: folder)
    let fields = reader.fields(of: place.node, path: place.path, keys: PolicyReader.judgementKeys)
    let given = fields.flatMap {
      reader.givenJudgements(place.node, $0, of: place.items, path: place.path)
    }
    guard let given, !reader.diagnostics.hasErrors else {
      diagnostics += reader.diagnostics
      return nil
    }
    guard given.options.aggregation == .judgements || given.respondents?.respondents.count == 1
    else {
      report(
        "scenario.structure", place.path,
        "these weights are the mean of the weights of a panel's respondents, so that no judgement of "
          + "theirs together can be replaced",
        at: place.node["aggregate"],
        suggestion: "set the weights as numbers, or write aggregate: judgements")
      return nil
    }
    let location = place.node.location
    let triples = given.matrix.triples.map { row, column, judgement in
      YAMLNode.triple(row, column, judgement, at: location)
    }
    let judgements = YAMLNode.Entry(
      key: "judgements", keyLocation: location,
      value: YAMLNode(content: .list(triples), location: location))
    let entries = (place.node.entries ?? []).compactMap { entry in
      entry.key == "file" ? judgements : Self.keysOfFiles.contains(entry.key) ? nil : entry
    }
    return YAMLNode(content: .mapping(entries), location: location)
  }
}

extension IncompleteMatrix {
  /// The judgements given, in reading order.
  fileprivate var triples: [(row: String, column: String, judgement: Judgement)] {
    labels.indices.flatMap { row in
      labels.indices.dropFirst(row + 1).compactMap { column in
        judgement(row, column).map { (labels[row], labels[column], $0) }
      }
    }
  }
}

extension [YAMLNode] {
  /// The triples with one judgement replaced, either way round, or added where the pair is not among them.
  fileprivate func replacing(
    _ tuned: TunedJudgement, of items: [WeightedItem], at location: SourceLocation
  ) -> [YAMLNode] {
    let names = { (label: String) in WeightedItem.name(for: label, among: items) ?? label }
    let (row, column) = (names(tuned.row), names(tuned.column))
    for (index, node) in enumerated() {
      guard let triple = node.elements, triple.count == 3, let first = triple[0].text.map(names),
        let second = triple[1].text.map(names)
      else { continue }
      let isTurned = (first, second) == (column, row)
      guard isTurned || (first, second) == (row, column) else { continue }
      let judgement = isTurned ? tuned.judgement.reciprocal : tuned.judgement
      var triples = self
      triples[index] = YAMLNode(
        content: .list([triple[0], triple[1], triple[2].rewritten(judgement.text)]),
        location: node.location)
      return triples
    }
    return self + [YAMLNode.triple(row, column, tuned.judgement, at: location)]
  }
}

extension YAMLNode {
  /// A judgement as it stands in a list.
  fileprivate static func triple(
    _ row: String, _ column: String, _ judgement: Judgement, at location: SourceLocation
  ) -> YAMLNode {
    let texts = [row, column, judgement.text]
    return YAMLNode(
      content: .list(texts.map { YAMLNode(content: .scalar($0), location: location) }),
      location: location)
  }

  /// The weighing with these numbers: in their places where everything has one, else a mapping of its own.
  func weighing(_ items: [WeightedItem], by weights: [String: Double]) -> YAMLNode {
    let byName = Dictionary(
      weights.sorted { $0.key < $1.key }.map {
        (WeightedItem.name(for: $0, among: items) ?? $0, $1)
      },
      uniquingKeysWith: { first, _ in first })
    let kept = (entries ?? []).compactMap { entry -> Entry? in
      guard let name = WeightedItem.name(for: entry.key, among: items),
        let weight = byName[name], let written = entry.value.text
      else { return nil }
      let isSame = NumberLiteral.parseSigned(written)?.value == weight
      return Entry(
        key: entry.key, keyLocation: entry.keyLocation,
        value: isSame ? entry.value : entry.value.rewritten(weight.asWritten))
    }
    if case .numbers = weighingForm, kept.count == entries?.count, kept.count == byName.count {
      return YAMLNode(content: .mapping(kept), location: location)
    }
    let names = items.map(\.name)
    let unknown = byName.keys.filter { !names.contains($0) }.sorted()
    let new = (names + unknown).compactMap { name in
      byName[name].map {
        Entry(
          key: name, keyLocation: location,
          value: YAMLNode(content: .scalar($0.asWritten), location: location))
      }
    }
    return YAMLNode(content: .mapping(new), location: location)
  }
}
