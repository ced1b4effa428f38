/// The tables of a drafted map, where it is known which tables there must be.
struct TableDraft {
  let lines: [String]
  /// The columns that no file has.
  let missing: [String]

  init(sources: [SourceDraft], expected: [ExpectedTable]) {
    var (lines, missing): ([String], [String]) = ([], [])
    for table in expected {
      let names = table.columns.map(\.name)
      let found = sources.map { source in source.read.map(\.name).filter(names.contains) }
      let best = sources.indices.filter { found[$0].contains(table.key) }
        .max { (found[$0].count, $1) < (found[$1].count, $0) }
      guard let best else {
        lines.append("  # \(YAMLText.scalar(table.name)): no file has its key \(table.key)")
        missing += names.map { "\(table.name).\($0)" }
        continue
      }
      let source = sources[best]
      lines.append("  \(YAMLText.scalar(table.name)):")
      lines.append("    from: \(YAMLText.scalar(source.name))")
      if table.hasUniqueKey {
        let isMany = source.sheet.keyIsUnique == false && source.key?.name == table.key
        lines.append("    \(isMany ? "one_row_for" : "key"): \(YAMLText.scalar(table.key))")
      }
      let columns = names.filter(found[best].contains)
      lines.append("    columns: \(YAMLText.list(columns))")
      var rest = names.filter { !columns.contains($0) }
      let joins = Self.joins(sources, found, to: best, table, &rest)
      if !joins.isEmpty {
        lines.append("    join:")
        lines += joins
      }
      for name in rest { lines.append("    # no file has \(YAMLText.scalar(name))") }
      missing += rest.map { "\(table.name).\($0)" }
    }
    (self.lines, self.missing) = (lines, missing)
  }

  /// Other sources that have columns which the first one lacks, with one row for each key.
  private static func joins(
    _ sources: [SourceDraft], _ found: [[String]], to best: Int, _ table: ExpectedTable,
    _ rest: inout [String]
  ) -> [String] {
    var lines: [String] = []
    for index in sources.indices where index != best && found[index].contains(table.key) {
      let columns = rest.filter(found[index].contains)
      guard !columns.isEmpty, sources[index].sheet.keyIsUnique == true else { continue }
      rest.removeAll(where: columns.contains)
      lines.append(
        "      - {source: \(YAMLText.scalar(sources[index].name)), "
          + "on: \(YAMLText.scalar(table.key)), columns: \(YAMLText.list(columns))}")
    }
    return lines
  }
}
