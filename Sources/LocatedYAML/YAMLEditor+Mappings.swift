// Mappings: keys added and taken out, and values that become something else.
extension YAMLEditor {
  /// An entry as it stands in the text.
  private struct Standing {
    let entry: YAMLNode.Entry
    let key: Int
    let keyEnd: Int
    let end: Int
  }

  mutating func change(
    _ entries: [YAMLNode.Entry], to others: [YAMLNode.Entry], of mapping: YAMLNode,
    at place: Place, _ new: YAMLNode
  ) throws(YAMLText.Unclear) {
    let start = try text.offset(of: mapping.location, from: place.floor)
    let isFlow = try text.isFlow(start)
    let keys = Set(others.map(\.key))
    let kept = entries.filter { keys.contains($0.key) }.map(\.key)
    let isInOrder = kept == others.map(\.key).filter(Set(kept).contains)
    guard isInOrder, !isFlow || kept.count == entries.count else {
      try replaceWhole(mapping, with: new, at: place)
      return
    }
    let standing = try standing(entries, from: isFlow ? start + 1 : start)
    for stands in standing {
      guard let other = others.first(where: { $0.key == stands.entry.key }) else {
        try takeOut(stands)
        continue
      }
      let inside = Place(
        floor: stands.keyEnd, isInFlow: place.isInFlow || isFlow,
        indent: text.column(of: stands.key))
      try change(stands.entry.value, to: other.value, at: inside)
    }
    try add(others, to: standing, start, isFlow: isFlow)
  }

  private func standing(
    _ entries: [YAMLNode.Entry], from floor: Int
  ) throws(YAMLText.Unclear) -> [Standing] {
    var standing: [Standing] = []
    var floor = floor
    for entry in entries {
      let key = try text.offset(of: entry.keyLocation, from: floor)
      let keyEnd = try text.scalarEnd(entry.key, at: key, indent: 0)
      floor = try text.end(of: entry, from: floor)
      standing.append(Standing(entry: entry, key: key, keyEnd: keyEnd, end: floor))
    }
    return standing
  }

  /// Puts in what is not there: behind what it follows, and behind what that is in place of.
  private mutating func add(
    _ others: [YAMLNode.Entry], to standing: [Standing], _ start: Int, isFlow: Bool
  ) throws(YAMLText.Unclear) {
    let places = Dictionary(
      standing.enumerated().map { ($1.entry.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(others.map(\.key))
    var next = 0
    for other in others {
      if let place = places[other.key] {
        next = place + 1
        continue
      }
      while next < standing.count, !keys.contains(standing[next].entry.key) { next += 1 }
      if isFlow {
        let written = "\(YAMLNode.keyText(other.key)): \(other.value.flowText)"
        let end = next > 0 ? standing[next - 1].end : start + 1
        replace(end..<end, with: next > 0 ? ", \(written)" : "\(written), ")
        continue
      }
      let offset =
        next > 0 ? text.lineEnd(of: standing[next - 1].end - 1) : text.lineStart(of: start)
      guard next > 0 || text.isFirst(start) else { throw YAMLText.Unclear() }
      insert(lines: other.blockLines, indent: text.column(of: start), at: offset)
    }
  }

  /// Takes the lines of an entry out, but no comment that has a line of its own.
  private mutating func takeOut(_ stands: Standing) throws(YAMLText.Unclear) {
    guard text.isFirst(stands.key) else { throw YAMLText.Unclear() }
    let range = text.lineStart(of: stands.key)..<text.lineEnd(of: stands.end - 1)
    replace(range, withLines: text.commentLines(in: range))
  }

  /// Replaces a value by another of another shape.
  mutating func replaceWhole(
    _ old: YAMLNode, with new: YAMLNode, at place: Place
  ) throws(YAMLText.Unclear) {
    let start = try text.offset(of: old.location, from: place.floor)
    let end = try text.end(of: old, from: place.floor, indent: place.indent)
    guard end > start else { throw YAMLText.Unclear() }
    let isCollection = new.entries != nil || new.elements != nil
    let isWord = old.isBareQuestion || old.entries == nil && old.elements == nil
    let isFlow = isWord ? true : try text.isFlow(start)
    let comments = text.commentLines(in: start..<end)
    if !isFlow {
      guard !place.isInFlow, isCollection, text.isFirst(start) else { throw YAMLText.Unclear() }
      let range = text.lineStart(of: start)..<text.lineEnd(of: end - 1)
      replace(range, withLines: text.commentLines(in: range))
      insert(lines: new.blockLines, indent: text.column(of: start), at: range.upperBound)
    } else if place.isInFlow || !isCollection || comments.isEmpty && new.flowText.count <= 80 {
      let above = comments.isEmpty ? [] : [""] + comments
      replace(start..<end, with: (above + [new.flowText]).joined(separator: text.lineBreak))
    } else {
      // Too long for one line: below the key, with what else stands on the key's line left there.
      var first = start
      while first > 0, text.scalars[first - 1] == " " { first -= 1 }
      guard first > 0, text.scalars[first - 1] == ":", place.indent >= 0 else {
        throw YAMLText.Unclear()
      }
      replace(first..<end, with: "")
      let below = text.lineEnd(of: end - 1)
      insert(lines: comments, at: below)
      insert(lines: new.blockLines, indent: place.indent + 2, at: below)
    }
  }
}
