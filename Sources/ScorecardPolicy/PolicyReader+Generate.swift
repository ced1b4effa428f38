import Calendars
import Diagnostics
import LocatedYAML

// Reading the hints for made-up data.
extension PolicyReader {
  static let sourceKeys = [
    "distribution", "among", "attains", "splits", "share", "first", "digits", "name",
  ]
  static let parameterKeys = [
    "mean", "sd", "median", "sigma", "a", "b", "scale", "shape", "from", "to",
  ]
  static let modifierKeys = [
    "of", "loading", "zero", "blank", "negative", "windfall", "decimals", "only",
  ]
  static let distributions: [String: [String]] = [
    "normal": ["mean", "sd"], "lognormal": ["median", "sigma"], "beta": ["a", "b", "scale"],
    "gamma": ["shape", "scale"], "uniform": ["from", "to"], "poisson": ["mean"],
  ]

  /// The hint of a column whose other keys are read.
  mutating func generateHint(
    _ node: YAMLNode?, _ column: ColumnDeclaration, path: String
  ) -> GenerateHint? {
    guard let node else { return nil }
    let path = join(path, "generate")
    let keys = Self.sourceKeys + Self.parameterKeys + Self.modifierKeys
    guard let fields = fields(of: node, path: path, keys: keys) else { return nil }
    guard fit(fields, column.type, path: path) else { return nil }
    let sources = Self.sourceKeys.filter { fields[$0] != nil }
    if sources.count > 1 {
      fault(
        fields[sources[1]] ?? node, path,
        "values come from one source, and both \(sources[0]) and \(sources[1]) are given",
        suggestion: "leave out one of them")
      return nil
    }
    var hint = GenerateHint(location: node.location)
    if let key = sources.first, let value = fields[key] {
      guard let source = generateSource(key, value, fields, column, path: path) else { return nil }
      hint.source = source
    }
    refuseStrayParameters(fields, sources.first, path: path)
    modify(&hint, fields, column, path: path)
    return hint
  }

  /// How many rows a subject has in a detail table.
  mutating func generateRows(_ node: YAMLNode?, isSubject: Bool, path: String) -> GenerateRows? {
    guard let node else { return nil }
    let path = join(path, "generate")
    guard !isSubject else {
      report(
        node, path, "policy.misplaced", "a subject has one row in the subject table",
        suggestion: "leave generate: out here; it is for detail tables and for columns")
      return nil
    }
    guard let fields = fields(of: node, path: path, keys: ["rows"]) else { return nil }
    guard let rows = fields["rows"] else {
      missingKey("rows", node, path: path)
      return nil
    }
    let choices = choices(rows, isNumber: true, path: join(path, "rows"))
    let counts = choices.compactMap { choice in
      Int(exactly: choice.number).flatMap { count in
        (0...10_000).contains(count)
          ? GenerateRows.Choice(count: count, weight: choice.weight) : nil
      }
    }
    guard counts.count == choices.count else {
      fault(
        rows, join(path, "rows"), "a subject has a whole number of rows from 0 to 10000",
        suggestion: "write rows: 6, or counts with weights: {4: 1, 6: 2, 8: 1}")
      return nil
    }
    return counts.isEmpty ? nil : GenerateRows(choices: counts)
  }

  /// Says which columns hints name that are not there, or not what they should be.
  mutating func checkGenerateReferences(_ tables: [TableDeclaration], _ node: YAMLNode?) {
    guard let subjects = tables.first(where: { $0.name == scope.subjectTable }) else { return }
    for table in tables {
      for (index, column) in table.columns.enumerated() {
        guard let hint = column.generate else { continue }
        let path = "tables.\(table.name).columns.\(column.name).generate"
        let place = node?[table.name]?["columns"]?[column.name]?["generate"]
        func check(
          _ key: String, _ name: String, among columns: [ColumnDeclaration], _ type: ValueType
        ) {
          guard let place, !columns.contains(where: { $0.name == name && $0.type == type }) else {
            return
          }
          let names = columns.filter { $0.type == type }.map(\.name)
          fault(
            place[key] ?? place, join(path, key),
            "\(name) is no \(type.rawValue) column "
              + (key == "splits" ? "of the table \(subjects.name)" : "above \(column.name)"),
            suggestion: Spelling.didYouMean(name, among: names))
        }
        let above = Array(table.columns[..<index])
        switch hint.source {
        case .attains(let name, _, _): check("attains", name, among: above, .number)
        case .splits(let name, _, _):
          if table.name == subjects.name {
            fault(
              place?["splits"] ?? node ?? YAMLNode(content: .scalar(""), location: hint.location),
              join(path, "splits"), "splits is for detail tables",
              suggestion: "write attains: \(name), or of: \(name)")
          } else {
            check("splits", name, among: subjects.columns, .number)
          }
        default: break
        }
        if let factor = hint.factor { check("of", factor, among: above, .number) }
        if let only = hint.only { check("only", only.column, among: above, .text) }
      }
    }
  }

  // MARK: Modifiers

  private mutating func modify(
    _ hint: inout GenerateHint, _ fields: [String: YAMLNode], _ column: ColumnDeclaration,
    path: String
  ) {
    func share(_ key: String) -> Double? {
      fields[key].flatMap { probability($0, path: join(path, key)) }
    }
    hint.factor = fields["of"].flatMap { text($0, path: join(path, "of")) }
    if (fields["attains"] ?? fields["splits"]) != nil, let node = fields["of"] {
      fault(
        node, join(path, "of"), "attains and splits already multiply a column",
        suggestion: "leave out of")
    }
    hint.loading = fields["loading"].flatMap { node in
      let value = number(node, path: join(path, "loading"))
      guard let value, !(-1...1).contains(value) else { return value }
      fault(node, join(path, "loading"), "a loading is a number from -1 to 1")
      return nil
    }
    hint.zero = share("zero") ?? 0
    hint.blank = share("blank") ?? 0
    hint.negative = share("negative")
    hint.windfall = share("windfall")
    hint.decimals = fields["decimals"].flatMap { whole($0, 0...6, path: join(path, "decimals")) }
    hint.only = fields["only"].flatMap { only($0, path: join(path, "only")) }
    if let node = fields["blank"], hint.blank > 0, column.missing == .reject {
      fault(
        node, join(path, "blank"), "a blank cell would reject its row",
        suggestion: "write missing: allow for the column, or leave out blank")
    }
    if let node = fields["negative"], (hint.negative ?? 0) > 0, column.minimum ?? -1 >= 0 {
      fault(
        node, join(path, "negative"), "a negative number would reject its row",
        suggestion: "let the column's minimum be below 0, or leave out negative")
    }
    if let node = fields["zero"], hint.zero > 0,
      column.minimum ?? 0 > 0 || column.maximum ?? 0 < 0
    {
      fault(
        node, join(path, "zero"), "0 would reject its row",
        suggestion: "let the column's minimum and maximum allow 0, or leave out zero")
    }
  }

  /// `{role: wealth}` or `{role: [wealth, personal]}`.
  private mutating func only(_ node: YAMLNode, path: String) -> GenerateHint.Condition? {
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      fault(
        node, path, "only takes one text column with its text or texts",
        suggestion: "write it as {role: wealth}")
      return nil
    }
    let texts = texts(entry.value, path: join(path, entry.key))
    return texts.isEmpty ? nil : GenerateHint.Condition(column: entry.key, texts: texts)
  }
}
