import Diagnostics
import LocatedYAML

// Reading the sections of named numbers: parameters, curves, lookups.
extension PolicyReader {
  mutating func parameters(_ node: YAMLNode?) -> [ParameterDeclaration] {
    let entries = named(node, path: "parameters")
    let parameters: [ParameterDeclaration] = entries.compactMap { entry in
      let path = "parameters.\(entry.key)"
      if entry.value.text != nil {
        return number(entry.value, path: path).map {
          ParameterDeclaration(
            name: entry.key, value: $0,
            unit: NumberLiteral.parseSigned(entry.value.text ?? "")?.unit, minimum: nil,
            maximum: nil, title: nil)
        }
      }
      return parameter(entry, path: path)
    }
    markBroken(entries, except: parameters.map(\.name))
    return parameters
  }

  private mutating func parameter(
    _ entry: YAMLNode.Entry, path: String
  ) -> ParameterDeclaration? {
    let keys = ["value", "unit", "minimum", "maximum", "title"]
    guard let fields = fields(of: entry.value, path: path, keys: keys) else { return nil }
    let declared = unit(fields["unit"], path: join(path, "unit"))
    let literal = fields["value"]?.text.flatMap(NumberLiteral.parseSigned)
    let unit = declared ?? literal?.unit
    let minimum = number(fields, "minimum", path: path, unit: unit)
    let maximum = number(fields, "maximum", path: path, unit: unit)
    checkBounds(minimum, maximum, entry.value, path: path)
    guard let node = fields["value"] else {
      missingKey("value", entry.value, path: path)
      return nil
    }
    guard let value = number(node, path: join(path, "value"), unit: unit) else { return nil }
    let bound = value < minimum ?? value ? "minimum" : value > maximum ?? value ? "maximum" : nil
    if let bound, let limit = fields[bound]?.text {
      report(
        node, path, "policy.bounds",
        "the value \(node.text ?? "") of \(path) is outside its own bounds: its \(bound) is \(limit)",
        suggestion: "correct the value or the \(bound)")
    }
    return ParameterDeclaration(
      name: entry.key, value: value, unit: unit, minimum: minimum, maximum: maximum,
      title: fields["title"].flatMap { title($0, path: join(path, "title")) })
  }

  mutating func curves(_ node: YAMLNode?, _ kind: CurveKind) -> [CurveDeclaration] {
    let entries = named(node, path: kind.section)
    let declarations: [CurveDeclaration] = entries.compactMap { entry in
      let path = "\(kind.section).\(entry.key)"
      guard let elements = entry.value.elements, !elements.isEmpty else {
        report(
          entry.value, path, "policy.shape", "\(path) must be a list of pairs",
          suggestion: "write it as [[0, 100], [0.05, 0]]")
        return nil
      }
      let points = elements.compactMap { point($0, path: path) }
      guard points.count == elements.count else { return nil }
      checkOrder(points, elements, path: path, allowsJumps: kind.allowsJumps)
      scope.argumentUnits[path] = unit(of: elements.compactMap { $0.elements?.first }, path)
      scope.valueUnits[path] = unit(of: elements.compactMap { $0.elements?.last }, path)
      return CurveDeclaration(kind: kind, name: entry.key, points: points)
    }
    markBroken(entries, except: declarations.map(\.name))
    return declarations
  }

  private mutating func point(_ node: YAMLNode, path: String) -> CurveDeclaration.Point? {
    guard let pair = node.elements, pair.count == 2 else {
      report(
        node, path, "policy.shape", "each point of \(path) must be a pair [x, y]",
        suggestion: "write it as [0.05, 80]")
      return nil
    }
    let (x, y) = (number(pair[0], path: path), number(pair[1], path: path))
    guard let x, let y else { return nil }
    return CurveDeclaration.Point(x: x, y: y)
  }

  private mutating func checkOrder(
    _ points: [CurveDeclaration.Point], _ nodes: [YAMLNode], path: String, allowsJumps: Bool
  ) {
    for index in points.indices.dropFirst() {
      let isJump = points[index].x == points[index - 1].x
      let isThird = isJump && index > 1 && points[index - 2].x == points[index].x
      if points[index].x < points[index - 1].x || isJump && (!allowsJumps || isThird) {
        report(
          nodes[index], path, "policy.order",
          isThird
            ? "three points of \(path) stand at one x"
            : "the points of \(path) must stand in ascending order",
          suggestion: allowsJumps
            ? "a jump is two points at one x" : "put them in order, each x once")
      }
    }
  }

  mutating func lookups(_ node: YAMLNode?) -> [LookupDeclaration] {
    let entries = named(node, path: "lookups")
    let declarations: [LookupDeclaration] = entries.compactMap { entry in
      let path = "lookups.\(entry.key)"
      guard let pairs = entry.value.entries, !pairs.isEmpty else {
        report(
          entry.value, path, "policy.shape", "\(path) must be a mapping from text to number",
          suggestion: "write it as {junior: 3000, senior: 6500}")
        return nil
      }
      let entries = pairs.compactMap { pair in
        number(pair.value, path: join(path, pair.key)).map {
          LookupDeclaration.Entry(key: pair.key, value: $0)
        }
      }
      scope.valueUnits[path] = unit(of: pairs.map(\.value), path)
      return LookupDeclaration(name: entry.key, entries: entries)
    }
    markBroken(entries, except: declarations.map(\.name))
    return declarations
  }

  /// The unit that literals such as `1500元` give a list of numbers; a plain number takes theirs.
  private mutating func unit(of nodes: [YAMLNode], _ path: String) -> Unit? {
    var common: Unit?
    for node in nodes {
      guard let text = node.text, let unit = NumberLiteral.parseSigned(text)?.unit else { continue }
      if let common, common != unit {
        report(
          node, path, "policy.unit", "\(text) is in \(unit), and others of \(path) in \(common)",
          suggestion: "write all of them in one unit")
      }
      common = common ?? unit
    }
    return common
  }

  /// Remembers the names whose declarations are at fault, so that their uses are not reported too.
  mutating func markBroken(_ entries: [YAMLNode.Entry], except sound: [String]) {
    scope.broken.formUnion(Set(entries.map(\.key)).subtracting(sound))
  }
}
