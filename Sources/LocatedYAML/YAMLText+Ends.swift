// Where nodes end, of which the parser tells only the beginning.
extension YAMLText {
  /// Where a node ends: behind its last character.
  ///
  /// - Parameters:
  ///   - floor: where what stands before it ends.
  ///   - indent: how far its mapping is indented, which ends a block of lines.
  func end(of node: YAMLNode, from floor: Int, indent: Int) throws(Unclear) -> Int {
    let start = try offset(of: node.location, from: floor)
    if node.isBareQuestion { return start + 1 }
    switch node.content {
    case .scalar(let text):
      return node.isBlank ? start : try scalarEnd(text, at: start, indent: indent)
    case .list(let elements):
      let isFlow = try isFlow(start)
      var end = isFlow ? start + 1 : start
      for element in elements {
        end = try self.end(of: element, from: end, indent: column(of: start))
      }
      return isFlow ? try closing("]", after: end) : end
    case .mapping(let entries):
      let isFlow = try isFlow(start)
      var end = isFlow ? start + 1 : start
      for entry in entries { end = try self.end(of: entry, from: end) }
      return isFlow ? try closing("}", after: end) : end
    }
  }

  /// Where an entry of a mapping ends.
  func end(of entry: YAMLNode.Entry, from floor: Int) throws(Unclear) -> Int {
    let key = try offset(of: entry.keyLocation, from: floor)
    let keyEnd = try scalarEnd(entry.key, at: key, indent: 0)
    return try max(keyEnd, end(of: entry.value, from: keyEnd, indent: column(of: key)))
  }

  /// Whether a collection stands in brackets or braces.
  func isFlow(_ start: Int) throws(Unclear) -> Bool {
    guard start < scalars.count, !"&!*".unicodeScalars.contains(scalars[start]) else {
      throw Unclear()
    }
    return scalars[start] == "{" || scalars[start] == "["
  }

  /// Where a scalar ends that holds a text.
  func scalarEnd(_ text: String, at start: Int, indent: Int) throws(Unclear) -> Int {
    guard start < scalars.count else { throw Unclear() }
    switch scalars[start] {
    case "'", "\"": return try quotedEnd(start)
    case "|", ">": return try blockEnd(start, indent: indent)
    case "&", "!", "*": throw Unclear()
    default: return try (positions(of: text, from: start).last ?? start - 1) + 1
    }
  }

  /// Where each character of a text stands, blanks and line ends between them passed over; nothing for
  /// those blank themselves.
  func positions(of text: String, from start: Int) throws(Unclear) -> [Int] {
    var positions: [Int] = []
    var index = start
    for scalar in text.unicodeScalars where !scalar.isYAMLSpace {
      while index < scalars.count, scalars[index].isYAMLSpace { index += 1 }
      guard index < scalars.count, scalars[index] == scalar else { throw Unclear() }
      positions.append(index)
      index += 1
    }
    return positions
  }

  private func quotedEnd(_ start: Int) throws(Unclear) -> Int {
    let quote = scalars[start]
    var index = start + 1
    while index < scalars.count {
      let isDoubled = quote == "'" && scalars[index...].prefix(2).elementsEqual([quote, quote])
      if isDoubled || quote == "\"" && scalars[index] == "\\" {
        index += 2
      } else if scalars[index] == quote {
        return index + 1
      } else {
        index += 1
      }
    }
    throw Unclear()
  }

  /// The end of the last line of a block that is not blank.
  private func blockEnd(_ start: Int, indent: Int) throws(Unclear) -> Int {
    var end = lineEnd(of: start)
    let header = scalars[start..<end]
    guard !header.contains(where: { ("0"..."9").contains($0) }) else { throw Unclear() }
    var last = start + 1
    while end < scalars.count {
      let next = lineEnd(of: end)
      if let first = (end..<next).first(where: { !scalars[$0].isYAMLSpace }) {
        guard first - end > indent else { break }
        last = ((first..<next).last { !scalars[$0].isYAMLSpace } ?? first) + 1
      }
      guard next > end else { break }
      end = next
    }
    return last
  }

  /// Behind the bracket that closes, with nothing but blanks, commas and comments before it.
  private func closing(_ bracket: Unicode.Scalar, after end: Int) throws(Unclear) -> Int {
    var index = end
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == bracket { return index + 1 }
      if scalar == "#" {
        index = lineEnd(of: index)
      } else if scalar.isYAMLSpace || scalar == "," || scalar == ":" {
        index += 1
      } else {
        throw Unclear()
      }
    }
    throw Unclear()
  }
}
