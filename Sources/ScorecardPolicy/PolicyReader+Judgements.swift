import AHP
import Diagnostics
import Foundation
import JudgementPanels
import LocatedYAML

// Reading judgements, written inline or in a file.
extension PolicyReader {
  /// The judgements of some items, in the policy or in a file; nil when they are at fault.
  mutating func judgements(
    _ node: YAMLNode, of items: [WeightedItem], path: String
  ) -> JudgementsDeclaration? {
    guard let fields = fields(of: node, path: path, keys: Self.judgementKeys) else { return nil }
    if fields["judgements"] != nil, fields["file"] != nil {
      report(
        node, path, "policy.shape", "weights come from judgements: or from file:, not both",
        suggestion: "take one of the two out")
      return nil
    }
    let method = choice(
      fields["method"], among: PriorityMethod.allCases.map(\.rawValue), path: join(path, "method"))
    let index = choice(
      fields["random_index"], among: RandomIndex.all.map(\.name), path: join(path, "random_index"))
    let maximum = self.maximumRatio(fields, path: path)
    let completion = choice(
      fields["incomplete"], among: CompletionMethod.allCases.map(\.rawValue),
      path: join(path, "incomplete")
    ).flatMap(CompletionMethod.init)
    // A method that is misspelt is a fault of its own, and the gaps are not another.
    let gaps: JudgementGaps = fields["incomplete"] == nil ? .refused : .allowed
    let randomIndex = index.flatMap(RandomIndex.named)
    let usual = PanelOptions(
      method: method.flatMap(PriorityMethod.init) ?? .eigenvector,
      randomIndex: randomIndex ?? .saaty1980, maximumRatio: maximum)
    let options =
      fields["file"] == nil ? usual : panelOptions(fields, usual, path: path)
    let (given, respondents) =
      fields["file"].map { judgementFile($0, fields, of: items, options, gaps, path: path) }
      ?? (
        inlineMatrix(
          fields["judgements"], fields, of: items, gaps, path: path, parent: node), nil
      )
    guard let given, let (matrix, completed) = completed(given, completion, node, path: path) else {
      return nil
    }
    return JudgementsDeclaration(
      matrix: matrix, completion: completion, completed: completed,
      panel: options.aggregation == .priorities ? respondents : nil,
      panelLabels: respondents.map { labels(of: $0, items) } ?? [], respondents: respondents,
      method: method.flatMap(PriorityMethod.init) ?? completed?.method.priorityMethod
        ?? .eigenvector,
      randomIndex: options.randomIndex,
      incompleteRandomIndex: randomIndex.flatMap { .scaled($0, given.graph) },
      maximumConsistencyRatio: maximum, file: fields["file"]?.text.map(judgementPath),
      set: fields["file"] == nil ? nil : fields["set"]?.text, panelOptions: options, path: path,
      location: node.location)
  }

  /// The matrix with its gaps filled, and what was filled; nil when that leads out of range.
  private mutating func completed(
    _ given: IncompleteMatrix, _ completion: CompletionMethod?, _ node: YAMLNode, path: String
  ) -> (matrix: PairwiseComparisonMatrix, completed: CompletedMatrix?)? {
    if let matrix = given.complete { return (matrix, nil) }
    do throws(DiagnosedFailure) {
      let completed = try CompletedMatrix(given, method: completion ?? .lambdaOptimal)
      return (completed.matrix, completed)
    } catch {
      add(error.diagnostics, path: path, fallback: node.location)
      return nil
    }
  }

  private mutating func maximumRatio(_ fields: [String: YAMLNode], path: String) -> Double {
    let key = "maximum_consistency_ratio"
    guard let node = fields[key], let value = number(node, path: join(path, key)) else {
      return 0.1
    }
    if value <= 0 {
      report(
        node, join(path, key), "policy.bounds", "the largest ratio allowed must be above 0",
        suggestion: "write 0.1, the usual one, or leave it out")
    }
    return value
  }

  mutating func choice(
    _ node: YAMLNode?, among choices: [String], path: String
  ) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    if choices.contains(text) { return text }
    report(
      node, path, "policy.choice", "\"\(text)\" is not offered here",
      suggestion: Spelling.didYouMean(text, among: choices)
        ?? "write one of \(choices.joined(separator: ", "))")
    return nil
  }

  private mutating func inlineMatrix(
    _ node: YAMLNode?, _ fields: [String: YAMLNode], of items: [WeightedItem],
    _ gaps: JudgementGaps, path: String, parent: YAMLNode
  ) -> IncompleteMatrix? {
    for key in ["set", "aggregate", "maximum_respondent_ratio", "weigh_respondents"] {
      guard let misplaced = fields[key] else { continue }
      report(
        misplaced, join(path, key), "policy.misplaced", "\(key) is for judgement files",
        suggestion: "take it out; it goes with file:")
    }
    guard let node, let elements = node.elements else {
      report(
        node ?? parent, path, "policy.shape",
        node.map { "judgements must be a list of triples, not \($0.kind)" }
          ?? "nothing stands after the key that should hold judgements",
        suggestion: "write each as - [financial, customer, 2]")
      return nil
    }
    if elements.allSatisfy({ $0.elements == nil }) {
      report(
        node, path, "policy.shape", "judgements must be a list of triples, not a list of values",
        suggestion: "write each as - [financial, customer, 2]")
      return nil
    }
    let comparisons = elements.compactMap { comparison($0, of: items, path: path) }
    guard comparisons.count == elements.count else { return nil }
    let (matrix, found) = JudgementComparison.incompleteMatrix(
      labels: items.map(\.name), comparisons: comparisons, at: node.location,
      gaps: gaps)
    add(found, path: path)
    return matrix
  }

  private mutating func comparison(
    _ node: YAMLNode, of items: [WeightedItem], path: String
  ) -> JudgementComparison? {
    guard let triple = node.elements, triple.count == 3 else {
      report(
        node, path, "policy.shape", "a judgement must be a triple [row, column, judgement]",
        suggestion: "write it as - [financial, customer, 2]")
      return nil
    }
    // YAML takes a bare ? for the beginning of a key.
    let open = YAMLNode(content: .scalar("?"), location: triple[2].location)
    let isOpen = triple[2].isBlank || triple[2].entries?.allSatisfy { $0.key.isEmpty } == true
    let words = (triple.dropLast() + [isOpen ? open : triple[2]]).compactMap {
      text($0, path: path)
    }
    guard words.count == 3 else { return nil }
    let names = words.prefix(2).map { WeightedItem.name(for: $0, among: items) ?? $0 }
    return JudgementComparison(
      row: names[0], column: names[1], text: words[2], at: node.changedPart.location)
  }

  // MARK: Judgement files

  private mutating func judgementFile(
    _ node: YAMLNode, _ fields: [String: YAMLNode], of items: [WeightedItem],
    _ options: PanelOptions, _ gaps: JudgementGaps, path: String
  ) -> (IncompleteMatrix?, JudgementSet?) {
    guard let name = text(node, path: join(path, "file")) else { return (nil, nil) }
    if awaitsJudgements, !FileManager.default.fileExists(atPath: judgementPath(name)) {
      return (equalMatrix(items), nil)
    }
    let file: JudgementFile
    do {
      file = try JudgementFile.read(judgementPath(name), gaps: gaps)
    } catch {
      add(error.diagnostics, path: path, fallback: node.location)
      return (nil, nil)
    }
    add(file.findings, path: path)
    guard let whole = judgementSet(file, fields["set"], node, path: path),
      let set = counted(whole, options, path: path),
      let matrix = matrix(of: set, items, node, path: path)
    else { return (nil, nil) }
    return (matrix, set)
  }

  /// Everything as important as anything else.
  private func equalMatrix(_ items: [WeightedItem]) -> IncompleteMatrix? {
    guard !items.isEmpty else { return nil }
    let count = items.count * (items.count - 1) / 2
    return IncompleteMatrix(
      PairwiseComparisonMatrix(
        labels: items.map(\.name), upperTriangle: (0..<count).map { _ in .equal }))
  }

  private func judgementPath(_ name: String) -> String {
    name.hasPrefix("/") || folder == "." ? name : "\(folder)/\(name)"
  }

  private mutating func judgementSet(
    _ file: JudgementFile, _ setNode: YAMLNode?, _ node: YAMLNode, path: String
  ) -> JudgementSet? {
    let names = file.sets.compactMap(\.name)
    if let setNode, let name = text(setNode, path: join(path, "set")) {
      if let set = file.set(named: name) { return set }
      report(
        setNode, join(path, "set"), "policy.unknown-name", "\(file.file) has no set \"\(name)\"",
        suggestion: Spelling.didYouMean(name, among: names)
          ?? (names.isEmpty
            ? "it holds one set without a name: leave set: out"
            : "its sets are \(names.joined(separator: ", "))"))
      return nil
    }
    if file.sets.count == 1 { return file.sets[0] }
    report(
      node, path, "policy.missing-key", "\(file.file) holds several sets of judgements",
      suggestion: "add set: with one of \(names.joined(separator: ", "))")
    return nil
  }

  /// The set's matrix with its labels turned into the items' names, in the items' order.
  private mutating func matrix(
    of set: JudgementSet, _ items: [WeightedItem], _ node: YAMLNode, path: String
  ) -> IncompleteMatrix? {
    let names = set.labels.map { WeightedItem.name(for: $0, among: items) }
    let unknown = zip(set.labels, names).filter { $0.1 == nil }.map(\.0)
    let lacking = items.map(\.name).filter { !names.contains($0) }
    if unknown.isEmpty, lacking.isEmpty, Set(names).count == names.count {
      let matrix = set.aggregatedIncompleteMatrix()
      return matrix.relabelled(names.compactMap { $0 }).reordered(items.map(\.name))
    }
    var notes: [String] = []
    if !unknown.isEmpty { notes.append("not weighed here: \(unknown.joined(separator: ", "))") }
    if !lacking.isEmpty { notes.append("not judged: \(lacking.joined(separator: ", "))") }
    report(
      node, path, "policy.judgement-labels",
      "the labels of the judgement file are not what is weighed here", notes: notes,
      suggestion: "use the names or titles \(items.map(\.name).joined(separator: ", "))")
    return nil
  }

  private func labels(of set: JudgementSet, _ items: [WeightedItem]) -> [String] {
    items.compactMap { item in
      set.labels.first { WeightedItem.name(for: $0, among: items) == item.name }
    }
  }

  /// Takes over diagnostics of judgements, with the place in the policy where they have none, as when
  /// their file cannot be read.
  mutating func add(
    _ found: [Diagnostic], path: String, fallback: SourceLocation? = nil
  ) {
    diagnostics += found.map {
      Diagnostic(
        $0.severity, code: $0.code, at: $0.location ?? fallback, path: $0.path ?? path, $0.message,
        notes: $0.notes,
        suggestion: $0.suggestion
          ?? ($0.location == nil && fallback != nil
            ? "files are named relative to the policy's folder" : nil))
    }
  }
}
