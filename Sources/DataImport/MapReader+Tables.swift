import Diagnostics
import LocatedYAML

// Reading the tables that are made.
extension MapReader {
  private static let tableKeys = [
    "from", "key", "one_row_for", "columns", "unpivot", "pivot", "join",
  ]

  mutating func tables(_ node: YAMLNode?, _ map: ImportMap) -> [MapTable] {
    var map = map
    let entries = named(node, path: "tables")
    if let node, node.entries?.isEmpty == true {
      report(
        node, "tables", "map.shape", "the map has no table",
        suggestion: "name a table, and say from: which source its rows are")
    }
    // Joins may name any table with `pivot`, so they are read when all tables are.
    var joins: [(table: Int, node: YAMLNode)] = []
    for entry in entries {
      checkFileName(entry)
      guard let (table, join) = table(entry, map) else { continue }
      if let join { joins.append((map.tables.count, join)) }
      map.tables.append(table)
    }
    for (index, node) in joins {
      map.tables[index].joins = self.joins(node, map.tables[index], map)
    }
    for table in map.tables { checkHeader(table) }
    checkOrder(map)
    return map.tables
  }

  /// What is looked up must be read before the rows that it is put beside.
  private mutating func checkOrder(_ map: ImportMap) {
    let cycle = SourceOrder(map).cycle
    guard let table = map.tables.first(where: { cycle.contains($0.source) && !$0.joins.isEmpty })
    else { return }
    diagnostics.append(
      Diagnostic(
        code: "map.order", at: table.joins.first?.location ?? table.location,
        path: "tables.\(table.name).join",
        "the joins of \(cycle.joined(separator: " and ")) wait for each other",
        suggestion:
          "join in one direction only; a file may belong to one source, so copy it for two"))
  }

  private mutating func table(
    _ entry: YAMLNode.Entry, _ map: ImportMap
  ) -> (MapTable, join: YAMLNode?)? {
    let path = join("tables", entry.key)
    guard let fields = fields(of: entry.value, path: path, keys: Self.tableKeys) else { return nil }
    guard let from = fields["from"] else {
      if map.sources.count == 1 { return table(entry, fields, map.sources[0], path: path) }
      missingKey("from", entry.value, path: path)
      return nil
    }
    guard let name = text(from, path: join(path, "from")) else { return nil }
    guard let index = map.source(name) else {
      unknownSource(name, from, path: path, among: map.sources.map(\.name), in: map)
      return nil
    }
    return table(entry, fields, map.sources[index], path: path)
  }

  private mutating func unknownSource(
    _ name: String, _ node: YAMLNode, path: String, among names: [String], in map: ImportMap
  ) {
    // A source that is not among the names is the table's own, which a join cannot add.
    let isOwn = map.source(name) != nil
    report(
      node, path, "map.unknown-source",
      isOwn ? "the rows of \(name) are in this table already" : "no source is named \(name)",
      suggestion: (isOwn ? nil : Spelling.didYouMean(name, among: names))
        ?? (names.isEmpty ? "take join: out; there is no other source" : "write \(oneOf(names))"))
  }

  private mutating func table(
    _ entry: YAMLNode.Entry, _ fields: [String: YAMLNode], _ source: MapSource, path: String
  ) -> (MapTable, join: YAMLNode?) {
    let names = source.columns.map(\.name)
    let owner = "source \(source.name)"
    var table = MapTable(name: entry.key, source: source.name, columns: [])
    table.location = entry.keyLocation
    table.key = column(fields["key"], path: join(path, "key"), among: names, of: owner)
    table.oneRowFor = column(
      fields["one_row_for"], path: join(path, "one_row_for"), among: names, of: owner)
    if let key = table.oneRowFor {
      if let other = table.key, other != key, let node = fields["one_row_for"] {
        report(
          node, path, "map.misplaced",
          "one_row_for: \(key) gives rows whose key cannot be \(other)",
          suggestion: "name the same column, or leave key: out")
      }
      table.key = key
    }
    table.unpivot = unpivot(fields["unpivot"], names, owner, path: join(path, "unpivot"))
    table.pivot = pivot(fields["pivot"], names, owner, path: join(path, "pivot"))
    if table.pivot != nil, table.unpivot != nil || table.oneRowFor != nil {
      report(
        entry.value, path, "map.misplaced", "pivot: stands beside unpivot: or one_row_for:",
        suggestion: "make two tables of them")
    }
    if table.pivot != nil, table.key == nil { missingKey("key", entry.value, path: path) }
    let taken = table.unpivot?.columns.map(\.column) ?? []
    let used = table.pivot.map { [$0.name, $0.value] } ?? []
    if let node = fields["columns"] {
      table.columns = columns(node, path: join(path, "columns"), among: names, of: owner)
    } else if table.pivot != nil {
      table.columns = table.key.map { [$0] } ?? []
    } else {
      table.columns = names.filter { !taken.contains($0) }
    }
    if table.pivot != nil, let key = table.key {
      table.columns.removeAll { used.contains($0) }
      if !table.columns.contains(key) { table.columns.insert(key, at: 0) }
    }
    return (table, fields["join"])
  }

  private mutating func unpivot(
    _ node: YAMLNode?, _ names: [String], _ owner: String, path: String
  ) -> Unpivot? {
    guard let node, let fields = fields(of: node, path: path, keys: ["columns", "name", "value"])
    else { return nil }
    let parts = pairs(fields["columns"], path: join(path, "columns"))
    for key in ["columns", "name", "value"] where fields[key] == nil {
      missingKey(key, node, path: path)
    }
    var columns: [Unpivot.Part] = []
    for (key, label) in parts {
      if let name = column(key, path: path, among: names, of: owner) {
        columns.append(Unpivot.Part(column: name, label: label))
      }
    }
    guard let name = text(fields["name"], path: join(path, "name")),
      let value = text(fields["value"], path: join(path, "value"))
    else { return nil }
    return Unpivot(columns: columns, name: name, value: value)
  }

  private mutating func pivot(
    _ node: YAMLNode?, _ names: [String], _ owner: String, path: String
  ) -> Pivot? {
    guard let node, let fields = fields(of: node, path: path, keys: ["name", "value", "columns"])
    else { return nil }
    for key in ["columns", "name", "value"] where fields[key] == nil {
      missingKey(key, node, path: path)
    }
    let parts = pairs(fields["columns"], path: join(path, "columns")).compactMap { key, column in
      key.text.map { Pivot.Part(label: $0, column: column) }
    }
    guard let name = column(fields["name"], path: join(path, "name"), among: names, of: owner),
      let value = column(fields["value"], path: join(path, "value"), among: names, of: owner)
    else { return nil }
    return Pivot(name: name, value: value, columns: parts)
  }

  /// Keys with a text each, in the order of the map.
  private mutating func pairs(
    _ node: YAMLNode?, path: String
  ) -> [(key: YAMLNode, text: String)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(
        node, path, "map.shape", "\(path) must be a mapping (key: value), not \(node.kind)",
        suggestion: "write {jan: 2026-01, feb: 2026-02}")
      return []
    }
    var pairs: [(key: YAMLNode, text: String)] = []
    for entry in entries {
      guard let text = text(entry.value, path: join(path, entry.key)) else { continue }
      let key = YAMLNode(content: .scalar(entry.key), location: entry.keyLocation)
      pairs.append((key, text))
    }
    return pairs
  }

  private mutating func joins(_ node: YAMLNode, _ table: MapTable, _ map: ImportMap) -> [MapJoin] {
    (node.elements ?? [node]).compactMap { join($0, table, map) }
  }

  private mutating func join(_ node: YAMLNode, _ table: MapTable, _ map: ImportMap) -> MapJoin? {
    let path = "tables.\(table.name).join"
    let keys = ["source", "on", "columns", "unmatched"]
    guard let fields = fields(of: node, path: path, keys: keys) else { return nil }
    for key in keys.dropLast() where fields[key] == nil { missingKey(key, node, path: path) }
    guard let sourceNode = fields["source"], let name = text(sourceNode, path: path) else {
      return nil
    }
    let pivoted = map.tables.filter { $0.pivot != nil && $0.name != table.name }
    let names: [String]
    if let index = map.source(name), name != table.source {
      names = map.sources[index].columns.map(\.name)
    } else if let other = pivoted.first(where: { $0.name == name }) {
      names = other.header
    } else {
      let candidates = map.sources.map(\.name).filter { $0 != table.source } + pivoted.map(\.name)
      unknownSource(name, sourceNode, path: path, among: candidates, in: map)
      return nil
    }
    let own = map.sources[map.source(table.source) ?? 0].columns.map(\.name)
    let columns = columns(fields["columns"], path: path, among: names, of: name)
    guard let on = column(fields["on"], path: path, among: own, of: "source \(table.source)"),
      column(fields["on"], path: path, among: names, of: name) != nil
    else { return nil }
    let unmatched =
      choice(fields["unmatched"], path: self.join(path, "unmatched"), as: MapJoin.Unmatched.self)
    var join = MapJoin(source: name, on: on, columns: columns, unmatched: unmatched ?? .reject)
    join.location = sourceNode.location
    return join
  }

  /// The strict reader would refuse a table with a column twice.
  private mutating func checkHeader(_ table: MapTable) {
    var seen: Set<String> = []
    guard let repeated = table.header.first(where: { !seen.insert($0).inserted }) else { return }
    diagnostics.append(
      Diagnostic(
        code: "map.repeated", at: table.location, path: "tables.\(table.name)",
        "table \(table.name) would have the column \(repeated) twice",
        suggestion: "name it otherwise, or leave it out of columns:"))
  }

  /// A table's name becomes that of its file, beside the two lists.
  private mutating func checkFileName(_ entry: YAMLNode.Entry) {
    let isTaken = ["repairs", "rejects"].contains(entry.key)
    // By bytes, as the system looks for it: with a mark beside it a slash is another character.
    let hasSlash = entry.key.utf8.contains(UInt8(ascii: "/"))
    guard isTaken || hasSlash || entry.key.utf8.count > 200 else { return }
    diagnostics.append(
      Diagnostic(
        code: "map.name", at: entry.keyLocation, path: "tables",
        isTaken
          ? "\(entry.key).csv is the name of a list that every import writes"
          : "\(entry.key) cannot be the name of a file", suggestion: "name the table otherwise"))
  }
}
