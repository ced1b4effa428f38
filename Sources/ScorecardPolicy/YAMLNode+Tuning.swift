import LocatedYAML

// Numbers of a policy by their paths, found and replaced.
extension YAMLNode {
  /// The node with another number at a path, as policies write numbers; nil when there is no number.
  func tuned(_ path: ArraySlice<String>, _ number: String) -> YAMLNode? {
    switch content {
    case .scalar(let text):
      return Self.tuned(text, path, number).map { rewritten($0) }
    case .mapping(let entries):
      if let (index, rest) = Self.place(of: path, in: entries),
        let tuned = entries[index].value.tuned(rest, number)
      {
        return setting(entries[index].key, to: tuned)
      }
      return setting(absent: path, number)
    case .list(let elements):
      guard let index = Self.place(of: path, in: elements),
        let tuned = elements[index].tuned(path.dropFirst(), number)
      else { return nil }
      var elements = elements
      elements[index] = tuned
      return YAMLNode(content: .list(elements), location: location)
    }
  }

  /// The text of the number at a path.
  func written(_ path: ArraySlice<String>) -> String? {
    guard let text = node(path)?.text, NumberLiteral.parseSigned(text) != nil else { return nil }
    return text
  }

  /// The scalar at a path: a parameter by its name alone is its value.
  func node(_ path: ArraySlice<String>) -> YAMLNode? {
    switch content {
    case .scalar: return path.isEmpty ? self : nil
    case .mapping(let entries):
      guard let (index, rest) = Self.place(of: path, in: entries) else { return nil }
      return entries[index].value.node(rest)
    case .list(let elements):
      return Self.place(of: path, in: elements).flatMap { elements[$0].node(path.dropFirst()) }
    }
  }

  private static func tuned(
    _ text: String, _ path: ArraySlice<String>, _ number: String
  ) -> String? {
    if let place = path.first {
      guard path.count == 1, let place = Int(place) else { return nil }
      return FormulaNumbers(text)?.replacing(place, with: number)
    }
    guard let literal = NumberLiteral.parseSigned(text) else { return nil }
    return NumberLiteral.written(number, literal.unit)
  }

  /// The entry that a path leads into, and the rest of the path. A key may hold dots itself.
  private static func place(
    of path: ArraySlice<String>, in entries: [Entry]
  ) -> (index: Int, rest: ArraySlice<String>)? {
    if path.isEmpty { return entries.firstIndex { $0.key == "value" }.map { ($0, []) } }
    for count in 1...path.count {
      let key = path.prefix(count).joined(separator: ".")
      if let index = entries.firstIndex(where: { $0.key == key }) {
        return (index, path.dropFirst(count))
      }
    }
    return nil
  }

  /// The element that a path leads into: by its place from 1, or by the axis of a point.
  private static func place(of path: ArraySlice<String>, in elements: [YAMLNode]) -> Int? {
    guard let step = path.first else { return nil }
    if elements.count == 2, let axis = ["x": 0, "y": 1][step] { return axis }
    return elements.indices.first { "\($0 + 1)" == step }
  }

  /// The mapping of a measure with a cap or floor that it lacks, or of the payroll with its budget.
  private func setting(absent path: ArraySlice<String>, _ number: String) -> YAMLNode? {
    guard path.count == 1, let key = path.first, ["cap", "floor", "budget"].contains(key),
      self[key]?.isBlank ?? true, self["score"] != nil || self["amount"] != nil
    else { return nil }
    return setting(
      key, to: YAMLNode(content: .scalar(number), location: self[key]?.location ?? location))
  }

  /// The scalar with another text, quoted as it was.
  func rewritten(_ text: String) -> YAMLNode {
    var node = YAMLNode(content: .scalar(text), location: location)
    node.isQuoted = isQuoted
    return node
  }

  /// The mapping with a key set where it stands, or added at the end.
  func setting(_ key: String, to value: YAMLNode) -> YAMLNode {
    guard let entries else { return self }
    let isPresent = entries.contains { $0.key == key }
    let kept = entries.map { entry in
      entry.key == key ? Entry(key: key, keyLocation: entry.keyLocation, value: value) : entry
    }
    let added = isPresent ? [] : [Entry(key: key, keyLocation: value.location, value: value)]
    return YAMLNode(content: .mapping(kept + added), location: location)
  }
}
