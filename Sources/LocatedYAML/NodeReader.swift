import Diagnostics

/// A reader of a YAML file's nodes, which collects a diagnostic for everything that is not what it
/// should be.
public protocol NodeReader {
  /// What the file holds.
  static var kind: DocumentKind { get }
  /// What was found so far.
  var diagnostics: [Diagnostic] { get set }
  /// What YAML has surely misread in the entries of a mapping: a value that fell apart at a comma, say.
  /// Nil when nothing is seen.
  func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic?
}

extension NodeReader {
  private var kind: DocumentKind { Self.kind }

  /// Adds an error at a node; `path` says where in the document it stands.
  public mutating func report(
    _ node: YAMLNode, _ path: String, _ code: String, _ message: String, notes: [String] = [],
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, at: node.location, path: path.isEmpty ? nil : path, message, notes: notes,
        suggestion: suggestion))
  }

  /// Says that a mapping lacks a key.
  public mutating func missingKey(_ key: String, _ node: YAMLNode, path: String) {
    report(
      node, path, kind.code("missing-key"),
      "\(path.isEmpty ? "the \(kind.name)" : path) has no \(key)",
      suggestion: "add the key \(key):")
  }

  /// The values of a mapping's keys; nil when the node is no mapping.
  ///
  /// A key that is not among `keys` is reported with the nearest one, and read as that one if it is
  /// not there itself, so that one slip is one message. A key left blank counts as absent.
  public mutating func fields(
    of node: YAMLNode, path: String, keys: [String]
  ) -> [String: YAMLNode]? {
    let suggestion = path.isEmpty ? nil : shapeAdvice(path, keys)
    guard let entries = mapping(node, path: path, suggestion: suggestion) else {
      return nil
    }
    if let fault = misreading(of: entries) {
      diagnostics.append(fault)
      return nil
    }
    var fields: [String: YAMLNode] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        fields[entry.key] = entry.value.isBlank ? nil : entry.value
        continue
      }
      let joined = joinedValue(entry, keys)
      let meant = joined?.key ?? Spelling.nearest(to: entry.key, among: keys)
      let value = joined?.value ?? (entry.value.isBlank ? nil : entry.value)
      if let meant, node[meant] == nil { fields[meant] = value }
      diagnostics.append(
        Diagnostic(
          code: kind.code("unknown-key"), at: entry.keyLocation, path: join(path, entry.key),
          "there is no key \(entry.key)\(path.isEmpty ? "" : " in \(path)")",
          suggestion: joined.map {
            "write a space behind the colon: \($0.key): \($0.value.text ?? "")"
          }
            ?? meant.map { "did you mean \"\($0)\"?" }
            ?? "the keys here are \(keys.joined(separator: ", "))"))
    }
    return fields
  }

  /// A key and its value that YAML takes for one key, as no space follows the colon.
  private func joinedValue(
    _ entry: YAMLNode.Entry, _ keys: [String]
  ) -> (key: String, value: YAMLNode)? {
    guard entry.value.isBlank, let colon = entry.key.firstIndex(of: ":"),
      case let key = String(entry.key[..<colon]), keys.contains(key)
    else { return nil }
    let text = String(entry.key[colon...].dropFirst())
    return (key, YAMLNode(content: .scalar(text), location: entry.keyLocation))
  }

  private func shapeAdvice(_ path: String, _ keys: [String]) -> String {
    let names = path.split(separator: ".")
    guard names.count > 1, let key = names.last, keys.contains(String(key)) else {
      return "the keys here are \(keys.joined(separator: ", "))"
    }
    return "write a name before it: \(names[names.count - 2]): {NAME: {\(key): ...}}"
  }

  /// The entries of a mapping from names that the author chose.
  public mutating func named(_ node: YAMLNode?, path: String) -> [YAMLNode.Entry] {
    guard let node, !node.isBlank, let entries = mapping(node, path: path) else { return [] }
    for entry in entries where !isName(entry.key) {
      diagnostics.append(
        Diagnostic(
          code: kind.code("name"), at: entry.keyLocation, path: path,
          "\"\(entry.key)\" cannot be a name",
          suggestion: "use no brackets, dots, double quotes or line ends, and no space at the ends"
            + (path.hasSuffix("columns") ? "; header: names the column as files have it" : "")))
    }
    return entries.filter { isName($0.key) }
  }

  /// Looks at scalars: a quote with a mark behind it is one character, and so are CR and LF.
  private func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return !scalars.isEmpty && !scalars.contains { "[].\"\n\r".unicodeScalars.contains($0) }
      && scalars.first != " " && scalars.last != " "
  }

  private mutating func mapping(
    _ node: YAMLNode, path: String, suggestion: String? = nil
  ) -> [YAMLNode.Entry]? {
    if let entries = node.entries { return entries }
    report(
      node, path, kind.code("shape"),
      "\(path.isEmpty ? "a \(kind.name)" : path) must be a mapping (key: value), not \(node.kind)",
      suggestion: suggestion
        ?? (path.isEmpty
          ? "begin with \(kind.firstKey): and a name; a key is followed by a colon and a space"
          : node.elements == nil ? nil : "write a name and a colon in place of each -"))
    return nil
  }

  /// The text of a scalar.
  public mutating func text(_ node: YAMLNode?, path: String) -> String? {
    guard let node else { return nil }
    if let text = node.text { return text }
    report(
      node, path, kind.code("shape"), "\(path) must be a single value, not \(node.kind)",
      suggestion: "write one text or number; between quotes if it holds [ ] { } , or a colon")
    return nil
  }

  /// The texts of a list of scalars, or of a single one.
  public mutating func texts(_ node: YAMLNode?, path: String) -> [String] {
    guard let node else { return [] }
    guard let elements = node.elements else { return text(node, path: path).map { [$0] } ?? [] }
    return elements.compactMap { text($0, path: path) }
  }

  /// One of some words.
  public mutating func choice(
    _ node: YAMLNode?, among words: [String], path: String
  ) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    if words.contains(text) { return text }
    report(
      node, path, kind.code("choice"), "\"\(text)\" is not offered here",
      suggestion: Spelling.didYouMean(text, among: words)
        ?? "write one of \(words.joined(separator: ", "))")
    return nil
  }

  /// TRUE or FALSE.
  public mutating func truth(_ node: YAMLNode?, path: String) -> Bool? {
    guard let node, let text = text(node, path: path) else { return nil }
    if let value = ["true": true, "false": false][text.lowercased()] { return value }
    report(
      node, path, kind.code("truth"), "\"\(text)\" is neither true nor false",
      suggestion: "write true or false")
    return nil
  }

  /// The path of a key of what stands at a path.
  public func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}
