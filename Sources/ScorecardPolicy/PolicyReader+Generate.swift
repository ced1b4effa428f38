import Calendars
import Diagnostics

// Reading the hints for made-up data.
extension PolicyReader {
  private static let sourceKeys = [
    "distribution", "among", "attains", "splits", "share", "first", "digits", "name",
  ]
  private static let parameterKeys = [
    "mean", "sd", "median", "sigma", "a", "b", "scale", "shape", "from", "to",
  ]
  private static let modifierKeys = [
    "of", "loading", "zero", "blank", "negative", "windfall", "decimals", "only",
  ]
  private static let distributions: [String: [String]] = [
    "normal": ["mean", "sd"], "lognormal": ["median", "sigma"], "beta": ["a", "b", "scale"],
    "gamma": ["shape", "scale"], "uniform": ["from", "to"], "poisson": ["mean"],
  ]

  /// The hint of a column whose other keys are read; `isKey` says that it is its table's key.
  mutating func generateHint(
    _ node: PolicyNode?, _ column: ColumnDeclaration, path: String
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
      guard let source = source(key, value, fields, column, path: path) else { return nil }
      hint.source = source
    }
    refuseStrayParameters(fields, sources.first, path: path)
    modify(&hint, fields, column, path: path)
    return hint
  }

  /// How many rows a subject has in a detail table.
  mutating func generateRows(_ node: PolicyNode?, isSubject: Bool, path: String) -> GenerateRows? {
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
  mutating func checkGenerateReferences(_ tables: [TableDeclaration], _ node: PolicyNode?) {
    guard let subjects = tables.first(where: { $0.name == scope.subjectTable }) else { return }
    for table in tables {
      for (index, column) in table.columns.enumerated() {
        guard let hint = column.generate else { continue }
        let path = "tables.\(table.name).columns.\(column.name).generate"
        let place = node?[table.name]?["columns"]?[column.name]?["generate"]
        func check(_ key: String, _ name: String, among columns: [ColumnDeclaration], _ type: ValueType) {
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
              place?["splits"] ?? node ?? PolicyNode(content: .scalar(""), location: hint.location),
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

  // MARK: Sources

  private mutating func source(
    _ key: String, _ node: PolicyNode, _ fields: [String: PolicyNode], _ column: ColumnDeclaration,
    path: String
  ) -> GenerateHint.Source? {
    let keyPath = join(path, key)
    switch key {
    case "distribution": return distribution(node, fields, column, path: path)
    case "among":
      let choices = choices(node, isNumber: column.type == .number, path: keyPath)
      return fitting(choices, node, column, path: keyPath) ? .among(choices) : nil
    case "attains", "splits":
      guard let name = text(node, path: keyPath),
        let median = number(fields, "median", path: path, above: 0, default: 1),
        let sigma = number(fields, "sigma", path: path, above: 0, default: 0.28)
      else { return nil }
      return key == "attains"
        ? .attains(column: name, median: median, sigma: sigma)
        : .splits(column: name, median: median, sigma: sigma)
    case "share": return probability(node, path: keyPath).map { .share($0) }
    case "first": return first(node, column, path: keyPath).map { .counting(first: $0) }
    case "digits":
      return whole(node, 1...18, path: keyPath).map { .digits($0) }
    default:
      guard let text = text(node, path: keyPath) else { return nil }
      if let kind = GenerateHint.NameKind(rawValue: text) { return .name(kind) }
      let kinds = GenerateHint.NameKind.allCases.map(\.rawValue)
      fault(
        node, keyPath, "there are no names of the kind \(text)",
        suggestion: Spelling.didYouMean(text, among: kinds)
          ?? "the kinds are \(kinds.joined(separator: ", "))")
      return nil
    }
  }

  private mutating func distribution(
    _ node: PolicyNode, _ fields: [String: PolicyNode], _ column: ColumnDeclaration, path: String
  ) -> GenerateHint.Source? {
    guard let name = text(node, path: join(path, "distribution")) else { return nil }
    let known = column.type == .date ? ["uniform"] : Self.distributions.keys.sorted()
    guard known.contains(name) else {
      fault(
        node, join(path, "distribution"), "there is no distribution \(name) of \(column.type)s",
        suggestion: Spelling.didYouMean(name, among: known)
          ?? "the distributions are \(known.joined(separator: ", "))")
      return nil
    }
    if name == "uniform" { return uniform(node, fields, column, path: path) }
    var values: [Double] = []
    for key in Self.distributions[name] ?? [] {
      let least = key == "mean" && name == "normal" ? -Double.infinity : key.count == 1 ? 0.49 : 0
      let fallback = name == "beta" && key == "scale" ? 1.0 : nil
      if fields[key] == nil, fallback == nil {
        missingKey(key, node, path: path)
        return nil
      }
      guard
        let value = number(fields, key, path: path, above: least, default: fallback ?? 0)
      else { return nil }
      values.append(value)
    }
    switch name {
    case "normal": return .distribution(.normal(mean: values[0], deviation: values[1]))
    case "lognormal": return .distribution(.lognormal(median: values[0], sigma: values[1]))
    case "beta": return .distribution(.beta(a: values[0], b: values[1], scale: values[2]))
    case "gamma": return .distribution(.gamma(shape: values[0], scale: values[1]))
    default:
      guard values[0] <= 500 else {
        fault(node, join(path, "mean"), "the mean of a poisson distribution is at most 500")
        return nil
      }
      return .distribution(.poisson(mean: values[0]))
    }
  }

  private mutating func uniform(
    _ node: PolicyNode, _ fields: [String: PolicyNode], _ column: ColumnDeclaration, path: String
  ) -> GenerateHint.Source? {
    var ends: [Double] = []
    for key in ["from", "to"] {
      guard let value = fields[key] else {
        missingKey(key, node, path: path)
        return nil
      }
      guard let end = first(value, column, path: join(path, key)) else { return nil }
      ends.append(end)
    }
    guard ends[0] <= ends[1] else {
      fault(node, path, "from lies above to", suggestion: "exchange them")
      return nil
    }
    return .distribution(.uniform(from: ends[0], to: ends[1]))
  }

  /// A number, or a date or period as its number.
  private mutating func first(
    _ node: PolicyNode, _ column: ColumnDeclaration, path: String
  ) -> Double? {
    switch column.type {
    case .number: return number(node, path: path, unit: column.unit)
    case .date: return time(node, path: path, "date", "2026-01-31") { CivilDate($0)?.number }
    default:
      return time(node, path: path, "period", "2026-10, 2026Q3, 2026H1 or 2026") {
        CivilPeriod($0)?.number
      }
    }
  }

  /// `6`, `[a, b]` or `{a: 0.3, b: 0.7}`.
  private mutating func choices(
    _ node: PolicyNode, isNumber: Bool, path: String
  ) -> [GenerateHint.Choice] {
    var choices: [GenerateHint.Choice] = []
    let pairs =
      node.entries.map { $0.map { ($0.key, Optional($0.value)) } }
      ?? texts(node, path: path).map { ($0, nil) }
    for (text, weightNode) in pairs {
      let value = isNumber ? NumberLiteral.parseSigned(text)?.value : 0
      guard let value else {
        fault(node, path, "\"\(text)\" is not a number")
        return []
      }
      let weight = weightNode.map { number($0, path: join(path, text)) } ?? 1
      guard let weight else { return [] }
      guard weight >= 0, weight <= 1e9 else {
        fault(weightNode ?? node, join(path, text), "a weight is a number from 0 to 1e9")
        return []
      }
      choices.append(GenerateHint.Choice(text: text, number: value, weight: weight))
    }
    guard choices.contains(where: { $0.weight > 0 }) else {
      fault(node, path, "there is nothing to choose from")
      return []
    }
    return choices
  }

  private mutating func fitting(
    _ choices: [GenerateHint.Choice], _ node: PolicyNode, _ column: ColumnDeclaration, path: String
  ) -> Bool {
    guard column.type == .text, !column.allowedTexts.isEmpty else { return !choices.isEmpty }
    for choice in choices where !column.allowedTexts.contains(choice.text) {
      fault(
        node, path, "\"\(choice.text)\" is not among the column's values",
        suggestion: Spelling.didYouMean(choice.text, among: column.allowedTexts))
      return false
    }
    return !choices.isEmpty
  }

  // MARK: Modifiers

  private mutating func modify(
    _ hint: inout GenerateHint, _ fields: [String: PolicyNode], _ column: ColumnDeclaration,
    path: String
  ) {
    func share(_ key: String) -> Double? {
      fields[key].flatMap { probability($0, path: join(path, key)) }
    }
    hint.factor = fields["of"].flatMap { text($0, path: join(path, "of")) }
    if case .attains = hint.source, let node = fields["of"] {
      fault(node, join(path, "of"), "attains already multiplies a column", suggestion: "leave out of")
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
      fault(node, join(path, "negative"), "a negative number would reject its row")
    }
    if let node = fields["zero"], hint.zero > 0,
      column.minimum ?? 0 > 0 || column.maximum ?? 0 < 0
    {
      fault(node, join(path, "zero"), "0 would reject its row")
    }
  }

  /// `{role: wealth}` or `{role: [wealth, personal]}`.
  private mutating func only(_ node: PolicyNode, path: String) -> GenerateHint.Condition? {
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      fault(
        node, path, "only takes one text column with its text or texts",
        suggestion: "write it as {role: wealth}")
      return nil
    }
    let texts = texts(entry.value, path: join(path, entry.key))
    return texts.isEmpty ? nil : GenerateHint.Condition(column: entry.key, texts: texts)
  }

  // MARK: Checks

  /// Whether all keys fit the column's type; says which do not.
  private mutating func fit(
    _ fields: [String: PolicyNode], _ type: ValueType, path: String
  ) -> Bool {
    let sources: Set<String> =
      switch type {
      case .number: ["distribution", "among", "attains", "splits", "first"]
      case .text: ["among", "digits", "name"]
      case .truth: ["share"]
      case .date: ["distribution", "first"]
      case .period: ["first"]
      }
    let isNumber = type == .number
    for key in Self.sourceKeys + Self.modifierKeys {
      guard let node = fields[key], !sources.contains(key), key != "blank" else { continue }
      if isNumber, Self.modifierKeys.contains(key) { continue }
      fault(node, join(path, key), "\(key) does not fit a column of type \(type.rawValue)")
      return false
    }
    return true
  }

  /// Says which parameters belong to nothing that is given.
  private mutating func refuseStrayParameters(
    _ fields: [String: PolicyNode], _ source: String?, path: String
  ) {
    let used =
      switch source {
      case "distribution": Self.distributions[fields["distribution"]?.text ?? ""] ?? []
      case "attains", "splits": ["median", "sigma"]
      default: [String]()
      }
    for key in Self.parameterKeys where !used.contains(key) {
      guard let node = fields[key] else { continue }
      fault(
        node, join(path, key),
        "\(key) means nothing \(source.map { "with \($0)" } ?? "without a distribution")")
    }
  }

  private mutating func number(
    _ fields: [String: PolicyNode], _ key: String, path: String, above least: Double,
    default fallback: Double
  ) -> Double? {
    guard let node = fields[key] else { return fallback }
    guard let value = number(node, path: join(path, key)) else { return nil }
    if value > least, value <= 1e12 { return value }
    fault(
      node, join(path, key),
      "\(key) must be \(least == 0.49 ? "at least 0.5" : "above \(least < 0 ? "-1e12" : "0")")"
        + " and at most 1e12")
    return nil
  }

  private mutating func probability(_ node: PolicyNode, path: String) -> Double? {
    guard let value = number(node, path: path) else { return nil }
    if (0...1).contains(value) { return value }
    fault(node, path, "a share is a number from 0 to 1")
    return nil
  }

  private mutating func whole(
    _ node: PolicyNode, _ range: ClosedRange<Int>, path: String
  ) -> Int? {
    guard let value = number(node, path: path) else { return nil }
    if let whole = Int(exactly: value), range.contains(whole) { return whole }
    fault(
      node, path, "this must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func fault(
    _ node: PolicyNode, _ path: String, _ message: String, suggestion: String? = nil
  ) {
    report(node, path, "policy.generate", message, suggestion: suggestion)
  }
}
