import AHP
import DelimitedText
import Diagnostics
import Foundation
import LocatedYAML

/// Reads comparisons of AHPy. JSON is YAML too, and read as that for the sake of places and order.
///
/// AHPy: https://github.com/PhilipGriffith/AHPy; `Compare.report(show=True, verbose=True)` prints
/// `comparisons.input` with keys such as `Cost, Safety`.
struct AHPyReader {
  private var found = FoundComparisons()

  static func read(_ text: DecodedText) throws(DiagnosedFailure) -> FoundComparisons {
    let kind = DocumentKind(name: "judgement", firstKey: "{")
    let root = try YAMLNode.parse(
      String(decoding: text.bytes, as: UTF8.self), file: text.file, kind: kind)
    var reader = AHPyReader()
    reader.read(root, name: root["name"]?.text)
    return reader.found
  }

  /// A report, a dictionary of pairs, or anything that holds some by name.
  private mutating func read(_ node: YAMLNode, name: String?) {
    guard let entries = node.entries else { return }
    if let report = node["comparisons"], let input = report["input"] {
      let names = node["elements"]?["names"]?.elements?.compactMap(\.text)
      return pairs(input.entries ?? [], set: node["name"]?.text ?? name, names: names)
    }
    let scalars = entries.filter { $0.value.text != nil || $0.value.isBlank }
    if scalars.count == entries.count {
      return pairs(entries, set: name, names: nil)
    }
    for entry in entries { read(entry.value, name: entry.key) }
  }

  private mutating func pairs(
    _ entries: [YAMLNode.Entry], set: String?, names: [String]?
  ) {
    for entry in entries {
      guard let pair = Self.pair(entry.key, names: names) else {
        found.diagnostics.append(
          Diagnostic(
            code: "judgement.pair", at: entry.keyLocation,
            "\"\(entry.key)\" does not name two things that are compared",
            notes: names.map { ["the names are \($0.joined(separator: ", "))"] } ?? [],
            suggestion:
              "write \"a, b\" or \"('a', 'b')\"; measured values, which AHPy normalises, are "
              + "no comparisons"))
        continue
      }
      let text = entry.value.text ?? ""
      found.comparisons.append(
        PanelComparison(
          set: set, respondent: "AHPy",
          JudgementComparison(
            row: pair.0, column: pair.1, text: text == "null" ? "" : PlainNumber.judgement(text),
            at: entry.value.location)))
    }
  }

  /// Two names out of `a, b` or Python's `('a', 'b')`; where names have commas, those that are known.
  static func pair(_ key: String, names: [String]?) -> (String, String)? {
    if key.hasPrefix("("), key.hasSuffix(")") { return tuple(key.dropFirst().dropLast()) }
    let parts = key.components(separatedBy: ", ")
    let splits = (1..<max(1, parts.count)).map {
      (parts[..<$0].joined(separator: ", "), parts[$0...].joined(separator: ", "))
    }
    guard let names else { return splits.count == 1 ? splits[0] : nil }
    let known = splits.filter { names.contains($0.0) && names.contains($0.1) }
    return known.count == 1 ? known[0] : nil
  }

  /// The two strings of a Python tuple.
  private static func tuple(_ text: Substring) -> (String, String)? {
    var strings: [String] = []
    var rest = text
    while let quote = rest.first, quote == "'" || quote == "\"" {
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return nil }
      strings.append(String(rest[..<end]))
      rest = rest[rest.index(after: end)...].drop { $0 == "," || $0 == " " }
    }
    return rest.isEmpty && strings.count == 2 ? (strings[0], strings[1]) : nil
  }
}
