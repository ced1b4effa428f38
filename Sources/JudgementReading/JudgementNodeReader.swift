import AHP
import Diagnostics
import LocatedYAML

/// A reader of a YAML file that weighs things by judgements, in the file itself or in a judgement file.
public protocol JudgementNodeReader: NodeReader {
  /// The folder that judgement files are named relative to; "." is that of the process.
  var folder: String { get }
}

extension JudgementNodeReader {
  /// Where a judgement file is that the YAML file names.
  public func judgementPath(_ name: String) -> String {
    name.hasPrefix("/") || folder == "." ? name : "\(folder)/\(name)"
  }

  /// A judgement as it stands in a list: [row, column, judgement]; nil when it is at fault.
  public mutating func triple(
    _ node: YAMLNode, path: String, example: String
  ) -> (row: String, column: String, text: String)? {
    guard let triple = node.elements, triple.count == 3 else {
      report(
        node, path, Self.kind.code("shape"),
        "a judgement must be a triple [row, column, judgement]",
        suggestion: "write it as - \(example)")
      return nil
    }
    // YAML takes a bare ? for the beginning of a key.
    let isOpen = triple[2].isBlank || triple[2].entries?.allSatisfy { $0.key.isEmpty } == true
    let words = triple.dropLast().compactMap { text($0, path: path) }
    guard words.count == 2, let judgement = isOpen ? "?" : text(triple[2], path: path) else {
      return nil
    }
    return (words[0], words[1], judgement)
  }

  /// The set of a judgement file that is meant: the one named, or the only one; nil when it is at fault.
  ///
  /// - Parameters:
  ///   - node: the name of the file.
  ///   - setNode: the name of the set, where there is one.
  ///   - gaps: whether pairs that nobody compared are a fault.
  public mutating func judgementSet(
    _ node: YAMLNode, set setNode: YAMLNode?, gaps: JudgementGaps = .refused, path: String
  ) -> JudgementSet? {
    guard let name = text(node, path: join(path, "file")) else { return nil }
    let file: JudgementFile
    do {
      file = try JudgementFile.read(judgementPath(name), gaps: gaps)
    } catch {
      add(error.diagnostics, path: path, fallback: node.location)
      return nil
    }
    add(file.findings, path: path)
    let names = file.sets.compactMap(\.name)
    if let setNode, let wanted = text(setNode, path: join(path, "set")) {
      if let set = file.set(named: wanted) { return set }
      report(
        setNode, join(path, "set"), Self.kind.code("unknown-name"),
        "\(file.file) has no set \"\(wanted)\"",
        suggestion: Spelling.didYouMean(wanted, among: names)
          ?? (names.isEmpty
            ? "it holds one set without a name: leave set: out"
            : "its sets are \(names.joined(separator: ", "))"))
      return nil
    }
    if file.sets.count == 1 { return file.sets[0] }
    report(
      node, path, Self.kind.code("missing-key"), "\(file.file) holds several sets of judgements",
      suggestion: "add set: with one of \(names.joined(separator: ", "))")
    return nil
  }

  /// The names of the items that a set's labels stand for, in the set's order; nil, and reported, unless
  /// they are all items, each once.
  public mutating func itemNames(
    of set: JudgementSet, among items: [WeightedItem], _ node: YAMLNode, path: String
  ) -> [String]? {
    let names = set.labels.map { WeightedItem.name(for: $0, among: items) }
    let unknown = zip(set.labels, names).filter { $0.1 == nil }.map(\.0)
    let lacking = items.map(\.name).filter { !names.contains($0) }
    if unknown.isEmpty, lacking.isEmpty, Set(names).count == names.count {
      return names.compactMap { $0 }
    }
    var notes: [String] = []
    if !unknown.isEmpty { notes.append("not weighed here: \(unknown.joined(separator: ", "))") }
    if !lacking.isEmpty { notes.append("not judged: \(lacking.joined(separator: ", "))") }
    report(
      node, path, Self.kind.code("judgement-labels"),
      "the labels of the judgement file are not what is weighed here", notes: notes,
      suggestion: "use the names or titles \(items.map(\.name).joined(separator: ", "))")
    return nil
  }

  /// A set's labels in the order of the items that they stand for.
  public func labels(of set: JudgementSet, _ items: [WeightedItem]) -> [String] {
    items.compactMap { item in
      set.labels.first { WeightedItem.name(for: $0, among: items) == item.name }
    }
  }

  /// Takes over diagnostics of judgements, with the place in the YAML file where they have none, as when
  /// their file cannot be read.
  public mutating func add(
    _ found: [Diagnostic], path: String, fallback: SourceLocation? = nil
  ) {
    diagnostics += found.map {
      Diagnostic(
        $0.severity, code: $0.code, at: $0.location ?? fallback, path: $0.path ?? path, $0.message,
        notes: $0.notes,
        suggestion: $0.suggestion
          ?? ($0.location == nil && fallback != nil
            ? "files are named relative to the \(Self.kind.name)'s folder" : nil))
    }
  }
}
