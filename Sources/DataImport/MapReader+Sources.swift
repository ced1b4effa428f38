import Diagnostics
import LocatedYAML

// Reading the kinds of files.
extension MapReader {
  private static let sourceKeys = [
    "file", "sheet", "header", "columns", "missing", "where", "totals", "transfers", "repeated",
  ]

  /// Files have no more lines above the header than anybody would look through.
  private static let lastHeaderLine = 1000

  mutating func source(_ entry: YAMLNode.Entry) -> MapSource? {
    let path = join("sources", entry.key)
    guard let fields = fields(of: entry.value, path: path, keys: Self.sourceKeys) else {
      return nil
    }
    var columns: [MapColumn] = []
    for entry in named(fields["columns"], path: join(path, "columns")) {
      if let column = column(entry, path: join(path, "columns")) { columns.append(column) }
    }
    if fields["columns"] == nil {
      missingKey("columns", entry.value, path: path)
    } else if columns.allSatisfy({ $0.constant != nil }), !diagnostics.hasErrors {
      report(
        entry.value, path, "map.shape", "\(path) reads no column of a file",
        suggestion: "give a column header:, what files call it")
    }
    var source = MapSource(name: entry.key, columns: columns)
    source.location = entry.keyLocation
    source.file = text(fields["file"], path: join(path, "file"))
    source.sheet = sheet(fields["sheet"], path: join(path, "sheet"))
    source.headerLines = headerLines(fields["header"], path: join(path, "header"))
    source.missingMarks = texts(fields["missing"], path: join(path, "missing"))
    let names = columns.map(\.name)
    source.filters = filters(fields["where"], names, path: join(path, "where"))
    source.totals = totals(fields["totals"], path: join(path, "totals"))
    source.transfers = transfers(fields["transfers"], columns, path: join(path, "transfers"))
    source.keepBlankDays()
    source.keepsRepeatedRows = keeps(fields["repeated"], path: join(path, "repeated"))
    checkNeighbours(fields["columns"], columns, path: join(path, "columns"))
    return source
  }

  private mutating func sheet(_ node: YAMLNode?, path: String) -> SheetChoice? {
    guard let node, let written = text(node, path: path) else { return nil }
    guard !node.isQuoted, let number = Int(written) else { return .name(written) }
    if number >= 1 { return .number(number) }
    report(
      node, path, "map.number", "\"\(written)\" is no number of a sheet",
      suggestion: "count sheets from 1, or write the sheet's name")
    return nil
  }

  private mutating func headerLines(_ node: YAMLNode?, path: String) -> [Int] {
    guard let node else { return [1] }
    let lines = (node.elements ?? [node]).compactMap {
      count($0, path: path, most: Self.lastHeaderLine)
    }
    if lines.count == 2, lines[1] != lines[0] + 1 {
      report(
        node, path, "map.header", "a header of two rows stands on two lines, one below the other",
        suggestion: "write \(path.split(separator: ".").last ?? ""): [2, 3], or one number")
    } else if lines.count > 2 || node.elements?.isEmpty == true {
      report(
        node, path, "map.header", "a header stands on one line or on two",
        suggestion: "write one number, or two as in [2, 3]")
    }
    return lines.isEmpty ? [1] : lines
  }

  private mutating func filters(
    _ node: YAMLNode?, _ names: [String], path: String
  ) -> [RowFilter] {
    var filters: [RowFilter] = []
    for entry in named(node, path: path) {
      let key = YAMLNode(content: .scalar(entry.key), location: entry.keyLocation)
      let name = column(key, path: path, among: names, of: "this source")
      let values = texts(entry.value, path: join(path, entry.key))
      if let name { filters.append(RowFilter(column: name, values: values)) }
    }
    return filters
  }

  private mutating func totals(_ node: YAMLNode?, path: String) -> TotalsRule {
    var rule = TotalsRule()
    guard let node, let fields = fields(of: node, path: path, keys: ["words", "disagreement"])
    else { return rule }
    if fields["words"] != nil {
      rule.words = texts(fields["words"], path: join(path, "words"))
    }
    if let node = fields["disagreement"], let word = text(node, path: join(path, "disagreement")) {
      rule.acceptsDisagreement = word == "accept"
      if !["accept", "stop"].contains(word) {
        unknown(word, node, path: join(path, "disagreement"), among: ["stop", "accept"])
      }
    }
    return rule
  }

  private mutating func keeps(_ node: YAMLNode?, path: String) -> Bool {
    guard let node, let word = text(node, path: path) else { return false }
    if !["reject", "keep"].contains(word) {
      unknown(word, node, path: path, among: ["reject", "keep"])
    }
    return word == "keep"
  }

  /// `near:` names another column of numbers.
  private mutating func checkNeighbours(
    _ node: YAMLNode?, _ columns: [MapColumn], path: String
  ) {
    for column in columns where column.near != nil {
      let numbers = columns.filter { $0.form.kind == .number && $0.name != column.name }.map(\.name)
      let near = node?[column.name]?["near"]
      _ = self.column(
        near, path: join(path, "\(column.name).near"), among: numbers,
        of: "this source", kind: "of numbers besides this one")
    }
  }
}
