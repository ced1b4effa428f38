import Diagnostics

// Reading single values, with a diagnostic for everything that is not what it should be.
extension PolicyReader {
  mutating func report(
    _ node: PolicyNode, _ path: String, _ code: String, _ message: String, notes: [String] = [],
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, at: node.location, path: path.isEmpty ? nil : path, message, notes: notes,
        suggestion: suggestion))
  }

  /// Says that a mapping lacks a key.
  mutating func missingKey(_ key: String, _ node: PolicyNode, path: String) {
    report(
      node, path, "policy.missing-key", "\(path.isEmpty ? "the policy" : path) has no \(key)",
      suggestion: "add the key \(key):")
  }

  /// The values of a mapping's keys; nil when the node is no mapping.
  ///
  /// A key that is not among `keys` is reported with the nearest one, and read as that one if it is
  /// not there itself, so that one slip is one message. A key left blank counts as absent.
  mutating func fields(
    of node: PolicyNode, path: String, keys: [String]
  ) -> [String: PolicyNode]? {
    let suggestion = path.isEmpty ? nil : shapeAdvice(path, keys)
    guard let entries = mapping(node, path: path, suggestion: suggestion) else {
      return nil
    }
    if let fault = unquotedFormula(entries) ?? thousandsSeparator(entries) {
      diagnostics.append(fault)
      return nil
    }
    var fields: [String: PolicyNode] = [:]
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
          code: "policy.unknown-key", at: entry.keyLocation, path: join(path, entry.key),
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
    _ entry: PolicyNode.Entry, _ keys: [String]
  ) -> (key: String, value: PolicyNode)? {
    guard entry.value.isBlank, let colon = entry.key.firstIndex(of: ":"),
      case let key = String(entry.key[..<colon]), keys.contains(key)
    else { return nil }
    let text = String(entry.key[colon...].dropFirst())
    return (key, PolicyNode(content: .scalar(text), location: entry.keyLocation))
  }

  private func shapeAdvice(_ path: String, _ keys: [String]) -> String {
    let names = path.split(separator: ".")
    guard names.count > 1, let key = names.last, keys.contains(String(key)) else {
      return "the keys here are \(keys.joined(separator: ", "))"
    }
    return "write a name before it: \(names[names.count - 2]): {NAME: {\(key): ...}}"
  }

  /// The entries of a mapping from names that the author chose.
  mutating func named(_ node: PolicyNode?, path: String) -> [PolicyNode.Entry] {
    guard let node, !node.isBlank, let entries = mapping(node, path: path) else { return [] }
    for entry in entries where !isName(entry.key) {
      diagnostics.append(
        Diagnostic(
          code: "policy.name", at: entry.keyLocation, path: path,
          "\"\(entry.key)\" cannot be a name",
          suggestion: "use no brackets, dots, double quotes or line ends, and no space at the ends"
            + (path.hasSuffix("columns") ? "; header: names the column as files have it" : "")))
    }
    return entries.filter { isName($0.key) }
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { "[].\"\n\r".contains($0) }
      && !text.hasPrefix(" ") && !text.hasSuffix(" ")
  }

  private mutating func mapping(
    _ node: PolicyNode, path: String, suggestion: String? = nil
  ) -> [PolicyNode.Entry]? {
    if let entries = node.entries { return entries }
    report(
      node, path, "policy.shape",
      "\(path.isEmpty ? "a policy" : path) must be a mapping (key: value), not \(node.kind)",
      suggestion: suggestion
        ?? (path.isEmpty
          ? "begin with policy: and a name; a key is followed by a colon and a space"
          : node.elements == nil ? nil : "write a name and a colon in place of each -"))
    return nil
  }

  /// A formula with a comma inside braces falls apart into keys; this recognises the pieces.
  private func unquotedFormula(_ entries: [PolicyNode.Entry]) -> Diagnostic? {
    for (entry, next) in zip(entries, entries.dropFirst()) {
      guard let text = entry.value.text, !entry.value.isQuoted, next.value.isBlank,
        text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" })
      else { continue }
      return Diagnostic(
        code: "policy.unquoted-formula", at: entry.value.location,
        "the formula after \(entry.key) holds a comma inside braces, where YAML ends it",
        suggestion: "put the whole formula between quotes: \(entry.key): '\(text), ...'")
    }
    return nil
  }

  /// A number with thousands separators falls apart in braces too.
  private func thousandsSeparator(_ entries: [PolicyNode.Entry]) -> Diagnostic? {
    for (entry, next) in zip(entries, entries.dropFirst()) {
      guard let text = entry.value.text, !entry.value.isQuoted, next.value.isBlank,
        next.key.wholeMatch(of: /[0-9]{3}/) != nil, NumberLiteral.parseSigned(text) != nil
      else { continue }
      return Diagnostic(
        code: "policy.number", at: entry.value.location,
        "\"\(text),\(next.key)\" is not a number",
        suggestion: "write it without thousands separators: \(text)\(next.key)")
    }
    return nil
  }

  /// The text of a scalar.
  mutating func text(_ node: PolicyNode?, path: String) -> String? {
    guard let node else { return nil }
    if let text = node.text { return text }
    report(
      node, path, "policy.shape", "\(path) must be a single value, not \(node.kind)",
      suggestion: "write one text or number; between quotes if it holds [ ] { } , or a colon")
    return nil
  }

  /// The texts of a list of scalars, or of a single one.
  mutating func texts(_ node: PolicyNode?, path: String) -> [String] {
    guard let node else { return [] }
    guard let elements = node.elements else { return text(node, path: path).map { [$0] } ?? [] }
    return elements.compactMap { text($0, path: path) }
  }

  /// The number of a scalar, with its unit when the literal has one.
  mutating func number(_ node: PolicyNode, path: String, unit: Unit? = nil) -> Double? {
    guard let written = text(node, path: path) else { return nil }
    // In percent, as in cells of such a column, `5%` is 5.
    let isPercent = unit == Unit(.percent) && written.hasSuffix("%")
    let text = isPercent ? String(written.dropLast()) : written
    guard let literal = NumberLiteral.parseSigned(text) else {
      reportNumber(text, node, path)
      return nil
    }
    if let written = literal.unit, let unit, !written.agrees(with: unit) {
      report(
        node, path, "policy.unit", "\(text) is in \(written), and \(path) is in \(unit)",
        suggestion: "write a number alone, which counts in \(unit)")
    }
    return literal.value
  }

  private mutating func reportNumber(_ text: String, _ node: PolicyNode, _ path: String) {
    let characters = Array(text)[...]
    let unsigned = characters.first == "-" ? characters.dropFirst() : characters
    if NumberLiteral.isTooLarge(unsigned) {
      report(
        node, path, "policy.number", "\(text) is too large: the largest number is about 1.8e308",
        suggestion: "write a smaller number; a bound that bounds nothing is left out")
      return
    }
    let isFraction = text.wholeMatch(of: /\s*[0-9.]+\s*\/\s*[0-9.]+\s*/) != nil
    let isWeight = path.split(separator: ".").contains("weights")
    report(
      node, path, "policy.number",
      isFraction ? "\"\(text)\" is a fraction, not a number" : "\"\(text)\" is not a number",
      suggestion: !isFraction
        ? "write it as 0.8, 5%, 30万 or 1500元, without thousands separators"
        : isWeight
          ? "write whole numbers in the same proportion, and normalize: true, such as "
            + "{a: 1, b: 2, normalize: true} for 1/3 and 2/3"
          : "write a decimal; fractions stand in judgements only")
  }

  /// The number of an optional key.
  mutating func number(
    _ fields: [String: PolicyNode], _ key: String, path: String, unit: Unit? = nil
  ) -> Double? {
    fields[key].flatMap { number($0, path: join(path, key), unit: unit) }
  }

  /// TRUE or FALSE.
  mutating func truth(_ node: PolicyNode?, path: String) -> Bool? {
    guard let node, let text = text(node, path: path) else { return nil }
    if let value = ["true": true, "false": false][text.lowercased()] { return value }
    report(
      node, path, "policy.truth", "\"\(text)\" is neither true nor false",
      suggestion: "write true or false")
    return nil
  }

  /// A title: one text, or a text for each language.
  mutating func title(_ node: PolicyNode, path: String) -> Title? {
    if let text = node.text { return Title(english: text) }
    guard node.entries != nil else {
      report(
        node, path, "policy.shape", "\(path) must be a text, not \(node.kind)",
        suggestion: "write a text, or one for each language: {en: ..., zh: ...}")
      return nil
    }
    guard let fields = fields(of: node, path: path, keys: ["en", "zh"]) else { return nil }
    return Title(
      english: text(fields["en"], path: join(path, "en")),
      chinese: text(fields["zh"], path: join(path, "zh")))
  }

  /// A unit by its name.
  mutating func unit(_ node: PolicyNode?, path: String) -> Unit? {
    guard let node, let text = text(node, path: path) else { return nil }
    if let unit = Unit(text) { return unit }
    let known = NamedUnit.allCases.map(\.rawValue)
    report(
      node, path, "policy.unknown-unit", "there is no unit \(text)",
      suggestion: Spelling.didYouMean(text, among: known)
        ?? "the units are \(known.joined(separator: ", ")), and products and quotients of them")
    return nil
  }

  /// Says so when a minimum lies above its maximum.
  mutating func checkBounds(
    _ minimum: Double?, _ maximum: Double?, _ node: PolicyNode, path: String,
    names: (String, String) = ("minimum", "maximum")
  ) {
    guard let minimum, let maximum, minimum > maximum else { return }
    report(
      node, path, "policy.bounds", "the \(names.0) of \(path) is above its \(names.1)",
      suggestion: "exchange them, or correct one")
  }

  func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
