import LocatedYAML

// Numbers of a policy by their paths, found and replaced.
extension YAMLNode {
  /// The node with another number at a path; nil when there is no number.
  func tuned(_ path: ArraySlice<String>, _ value: Double) -> YAMLNode? {
    switch content {
    case .scalar(let text):
      guard let new = Self.tuned(text, path, value) else { return nil }
      var node = YAMLNode(content: .scalar(new), location: location)
      node.isQuoted = isQuoted
      return node
    case .mapping(let entries):
      if let (index, rest) = Self.place(of: path, in: entries),
        let tuned = entries[index].value.tuned(rest, value)
      {
        return replacing(index, with: tuned)
      }
      return setting(absent: path, value)
    case .list(let elements):
      guard let index = Self.place(of: path, in: elements),
        let tuned = elements[index].tuned(path.dropFirst(), value)
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
    _ text: String, _ path: ArraySlice<String>, _ value: Double
  ) -> String? {
    if let place = path.first {
      guard path.count == 1, let number = Int(place) else { return nil }
      return FormulaNumbers(text)?.replacing(number, with: value)
    }
    guard let literal = NumberLiteral.parseSigned(text) else { return nil }
    return NumberLiteral.written(value, literal.unit)
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

  private func replacing(_ index: Int, with value: YAMLNode) -> YAMLNode {
    guard var entries else { return self }
    let entry = entries[index]
    entries[index] = Entry(key: entry.key, keyLocation: entry.keyLocation, value: value)
    return YAMLNode(content: .mapping(entries), location: location)
  }

  /// The mapping of a measure with a cap or floor that it lacks, or of the payroll with its budget.
  private func setting(absent path: ArraySlice<String>, _ value: Double) -> YAMLNode? {
    guard path.count == 1, let key = path.first, ["cap", "floor", "budget"].contains(key),
      self[key] == nil, let entries, self["score"] != nil || self["amount"] != nil
    else { return nil }
    let number = YAMLNode(content: .scalar(value.asWritten), location: location)
    let entry = Entry(key: key, keyLocation: location, value: number)
    return YAMLNode(content: .mapping(entries + [entry]), location: location)
  }
}
