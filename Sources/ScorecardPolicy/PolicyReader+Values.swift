import Diagnostics
import JudgementReading
import LocatedYAML

// Reading single values, with a diagnostic for everything that is not what it should be.
extension PolicyReader: JudgementNodeReader {
  /// A policy, which begins with its name.
  public static let kind = DocumentKind(name: "policy", firstKey: "policy", hasFormulas: true)

  /// A formula or number that YAML has cut at its commas.
  public func misreading(of entries: [YAMLNode.Entry]) -> Diagnostic? {
    unquotedFormula(entries) ?? thousandsSeparator(entries)
  }

  /// A formula with a comma inside braces falls apart into keys; this recognises the pieces.
  private func unquotedFormula(_ entries: [YAMLNode.Entry]) -> Diagnostic? {
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
  private func thousandsSeparator(_ entries: [YAMLNode.Entry]) -> Diagnostic? {
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

  /// The number of a scalar, with its unit when the literal has one.
  mutating func number(_ node: YAMLNode, path: String, unit: Unit? = nil) -> Double? {
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

  private mutating func reportNumber(_ text: String, _ node: YAMLNode, _ path: String) {
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
    _ fields: [String: YAMLNode], _ key: String, path: String, unit: Unit? = nil
  ) -> Double? {
    fields[key].flatMap { number($0, path: join(path, key), unit: unit) }
  }

  /// A title: one text, or a text for each language.
  mutating func title(_ node: YAMLNode, path: String) -> Title? {
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
  mutating func unit(_ node: YAMLNode?, path: String) -> Unit? {
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
    _ minimum: Double?, _ maximum: Double?, _ node: YAMLNode, path: String,
    names: (String, String) = ("minimum", "maximum")
  ) {
    guard let minimum, let maximum, minimum > maximum else { return }
    report(
      node, path, "policy.bounds", "the \(names.0) of \(path) is above its \(names.1)",
      suggestion: "exchange them, or correct one")
  }
}
