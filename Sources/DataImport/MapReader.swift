import Diagnostics
import LocatedYAML

/// Reads a map file and collects every fault in it, each with its place.
public struct MapReader: NodeReader {
  /// A map begins with `import:`.
  public static let kind = DocumentKind(name: "map", firstKey: "import")

  /// What is wrong with the map.
  public var diagnostics: [Diagnostic] = []

  /// YAML misreads nothing in maps that could be told.
  public func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic? { nil }

  /// The map in a text; `file` names it in messages.
  ///
  /// - Throws: `DiagnosedFailure` with every fault found.
  public static func read(_ yaml: String, file: String) throws(DiagnosedFailure) -> ImportMap {
    let root = try YAMLNode.parse(yaml, file: file, kind: kind)
    var reader = MapReader()
    guard let map = reader.map(root), !reader.diagnostics.hasErrors else {
      throw DiagnosedFailure(reader.diagnostics)
    }
    return map
  }

  private mutating func map(_ root: YAMLNode) -> ImportMap? {
    let keys = ["import", "sources", "tables", "subject", "rejected"]
    guard let fields = fields(of: root, path: "", keys: keys) else { return nil }
    for key in keys.prefix(3) where fields[key] == nil { missingKey(key, root, path: "") }
    let name = text(fields["import"], path: "import")
    var sources: [MapSource] = []
    for entry in named(fields["sources"], path: "sources") {
      if let source = source(entry) { sources.append(source) }
    }
    if let node = fields["sources"], node.entries?.isEmpty == true {
      report(
        node, "sources", "map.shape", "the map has no source",
        suggestion: "name a kind of file, and give it columns:")
    }
    var map = ImportMap(name: name ?? "", sources: sources, tables: [])
    map.rejected = choice(fields["rejected"], path: "rejected", as: RejectedScope.self) ?? .subject
    map.subjectColumn = column(
      fields["subject"], path: "subject", among: sources.flatMap { $0.columns.map(\.name) },
      of: "the map")
    // What tables say of sources that could not be read would only repeat what is wrong with these.
    if diagnostics.hasErrors { return nil }
    map.tables = tables(fields["tables"], map)
    checkSplit(map)
    return name == nil ? nil : map
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode?, path: String, as type: Choice.Type
  ) -> Choice? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let choice = Choice(rawValue: written) { return choice }
    unknown(written, node, path: path, among: Choice.allCases.map(\.rawValue))
    return nil
  }

  /// Says that a word is none of those that can stand here.
  mutating func unknown(
    _ written: String, _ node: YAMLNode, path: String, among words: [String]
  ) {
    report(
      node, path, "map.choice", "\"\(written)\" is not what \(path) can be",
      suggestion: Spelling.didYouMean(written, among: words)
        ?? "write \(oneOf(words))")
  }

  /// A word that can be written, or the choice of several.
  func oneOf(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
  }

  /// A whole number from 1.
  mutating func count(_ node: YAMLNode?, path: String, most: Int) -> Int? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let number = Int(written), (1...most).contains(number) { return number }
    report(
      node, path, "map.number", "\"\(written)\" is no whole number from 1 to \(most)",
      suggestion: "write digits, as in 3")
    return nil
  }

  /// The name of a column that there must be among `names`: all columns of the owner, or those of
  /// one kind, such as `of type date`.
  mutating func column(
    _ node: YAMLNode?, path: String, among names: [String], of owner: String, kind: String? = nil
  ) -> String? {
    guard let node, let name = text(node, path: path) else { return nil }
    if names.contains(name) { return name }
    let kind = kind.map { " \($0)" } ?? ""
    let known = names.joined(separator: ", ")
    report(
      node, path, "map.unknown-column", "\(owner) has no column \(name)\(kind)",
      suggestion: Spelling.didYouMean(name, among: names)
        ?? (names.isEmpty ? "it has none\(kind)" : "its columns\(kind) are \(known)"))
    return nil
  }

  /// Names of columns, each once, that there must be among `names`.
  mutating func columns(
    _ node: YAMLNode?, path: String, among names: [String], of owner: String
  ) -> [String] {
    guard let node else { return [] }
    var found: [String] = []
    for element in node.elements ?? [node] {
      guard let name = column(element, path: path, among: names, of: owner) else { continue }
      if found.contains(name) {
        report(
          element, path, "map.repeated", "\(name) stands twice in \(path)",
          suggestion: "name each column once")
      } else {
        found.append(name)
      }
    }
    return found
  }
}
