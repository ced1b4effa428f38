import Calendars
import Diagnostics
import LocatedYAML

// Reading what becomes of somebody with rows of several branches.
extension MapReader {
  private static let splitKeys = ["split", "from", "until", "period", "gaps"]

  mutating func transfers(
    _ node: YAMLNode?, _ columns: [MapColumn], path: String
  ) -> TransferChoice? {
    guard let node else { return nil }
    if node.entries != nil { return split(node, columns, path: path).map { .split($0) } }
    guard let word = text(node, path: path) else { return nil }
    switch word {
    case "reject": return .reject
    case "last": return .last
    case "split":
      report(
        node, path, "map.shape", "transfers: split does not say between which days",
        suggestion: "write transfers: {split: branch, from: joined, until: left, period: 2026Q3}, "
          + "with columns of the source")
    default: unknown(word, node, path: path, among: ["reject", "last", "split"])
    }
    return nil
  }

  private mutating func split(
    _ node: YAMLNode, _ columns: [MapColumn], path: String
  ) -> TransferSplit? {
    guard let fields = fields(of: node, path: path, keys: Self.splitKeys) else { return nil }
    for key in ["split", "from"] where fields[key] == nil { missingKey(key, node, path: path) }
    if fields["until"] == nil, fields["period"] == nil { missingKey("until", node, path: path) }
    let by = column(
      fields["split"], path: join(path, "split"), among: columns.map(\.name), of: "this source")
    let dates = columns.filter { $0.form.kind == .date }.map(\.name)
    func day(_ key: String, _ reader: inout Self) -> String? {
      reader.column(
        fields[key], path: reader.join(path, key), among: dates, of: "this source",
        kind: "of type date")
    }
    let (from, until) = (day("from", &self), day("until", &self))
    let period = period(fields["period"], path: join(path, "period"))
    let gaps = choice(fields["gaps"], path: join(path, "gaps"), as: GapDecision.self)
    guard let by, let from else { return nil }
    var split = TransferSplit(by: by, from: from, until: until, period: period)
    split.gaps = gaps
    return split
  }

  private mutating func period(_ node: YAMLNode?, path: String) -> CivilPeriod? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let period = CivilPeriod(written) { return period }
    report(
      node, path, "map.period", "\"\(written)\" is no period",
      suggestion: "write a month, quarter, half-year or year: 2026-07, 2026Q3, 2026H2 or 2026")
    return nil
  }

  /// One source says who is split, by the ids of the subjects.
  mutating func checkSplit(_ map: ImportMap) {
    let sources = map.sources.filter { $0.split != nil }
    if sources.count > 1 {
      misplaced(sources[1], "sources \(sources[0].name) and \(sources[1].name) both split people")
    } else if let source = sources.first, let subject = map.subject,
      source.column(subject) == nil || source.split?.by == subject
    {
      misplaced(source, "source \(source.name) cannot split by \(subject), the column of subjects")
    } else if let rule = sources.first?.split {
      for source in map.sources where source.split == nil && source.column(rule.by) != nil {
        checkParts(source, rule)
      }
    }
  }

  /// Rows that name their branch hold what is its own already.
  private mutating func checkParts(_ source: MapSource, _ rule: TransferSplit) {
    guard let column = source.columns.first(where: { $0.split == .days }) else { return }
    diagnostics.append(
      Diagnostic(
        code: "map.misplaced", at: column.location,
        path: "sources.\(source.name).columns.\(column.name).split",
        "\(column.name) cannot be split by days, for rows of source \(source.name) have a \(rule.by)",
        suggestion: "take split: out, or \(rule.by) where the rows are of whole people"))
  }

  private mutating func misplaced(_ source: MapSource, _ words: String) {
    diagnostics.append(
      Diagnostic(
        code: "map.misplaced", at: source.location, path: "sources.\(source.name).transfers", words,
        suggestion: "say split: in the one source that has the subjects, each with its branch"))
  }
}
