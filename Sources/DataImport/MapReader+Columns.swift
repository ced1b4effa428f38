import Diagnostics
import LocatedYAML

// Reading the columns of a source.
extension MapReader {
  private static let columnKeys = [
    "header", "value", "type", "unit", "from", "length", "values", "words", "missing", "keep",
    "blanks", "scale", "short_dates", "years", "year", "period", "near", "ratio", "total", "split",
  ]

  /// The units of policies; files may use more.
  private static let units = [
    "CNY", "CNY10k", "CNY100m", "ratio", "percent", "point", "person", "count", "year", "month",
    "day", "hour", "minute",
  ]

  /// `NAME: 工号` is short for `NAME: {header: 工号}`.
  mutating func column(_ entry: YAMLNode.Entry, path: String) -> MapColumn? {
    let path = join(path, entry.key)
    var column = MapColumn(name: entry.key)
    column.location = entry.keyLocation
    if entry.value.isBlank { return column }
    if entry.value.elements != nil || entry.value.text != nil {
      column.headers = texts(entry.value, path: path)
      return column
    }
    guard let fields = fields(of: entry.value, path: path, keys: Self.columnKeys) else {
      return nil
    }
    column.headers = texts(fields["header"], path: join(path, "header"))
    column.constant = text(fields["value"], path: join(path, "value"))
    column.form = form(fields, path: path)
    column.near = text(fields["near"], path: join(path, "near"))
    column.acceptsRatio = word("accept", fields["ratio"], path: join(path, "ratio"))
    column.isAdditive = !word("ignore", fields["total"], path: join(path, "total"))
    column.split = choice(fields["split"], path: join(path, "split"), as: SplitDecision.self)
    check(column, fields, path: path)
    return column
  }

  private mutating func form(_ fields: [String: YAMLNode], path: String) -> ColumnForm {
    let kind = choice(fields["type"], path: join(path, "type"), as: ColumnKind.self) ?? .text
    let unit = unit(fields["unit"], path: join(path, "unit"))
    let from = unit.flatMap { _ in self.unit(fields["from"], path: join(path, "from")) }
    var form = ColumnForm(kind, unit: unit ?? .unknown, fileUnit: from ?? unit ?? .unknown)
    readValues(fields["values"], &form, path: join(path, "values"))
    for (word, value) in words(fields["words"], path: join(path, "words")) {
      form.aliases[word] = value
    }
    form.missingMarks = Set(texts(fields["missing"], path: join(path, "missing")))
    form.keptMarks = Set(texts(fields["keep"], path: join(path, "keep")))
    form.length = length(fields["length"], path: join(path, "length"))
    form.blanks = choice(fields["blanks"], path: join(path, "blanks"), as: BlankDecision.self)
    form.scale = choice(fields["scale"], path: join(path, "scale"), as: ScaleDecision.self)
    form.shortDates = choice(
      fields["short_dates"], path: join(path, "short_dates"), as: ShortDateDecision.self)
    form.dayPeriod = choice(fields["period"], path: join(path, "period"), as: PeriodDecision.self)
    form.years = choice(fields["years"], path: join(path, "years"), as: YearsDecision.self)
    form.year = count(fields["year"], path: join(path, "year"), most: 9999)
    return form
  }

  private mutating func word(_ word: String, _ node: YAMLNode?, path: String) -> Bool {
    guard let node, let written = text(node, path: path) else { return false }
    if written == word { return true }
    unknown(written, node, path: path, among: [word])
    return false
  }

  private mutating func length(_ node: YAMLNode?, path: String) -> LengthDecision? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let length = LengthDecision(written) { return length }
    report(
      node, path, "map.number", "\"\(written)\" is no length of an id",
      suggestion: "write how many digits ids have, from 1 to 40; or any, or reject")
    return nil
  }

  private mutating func unit(_ node: YAMLNode?, path: String) -> CellUnit? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let unit = CellUnit(spelled: written) { return unit }
    report(
      node, path, "map.unit", "there is no unit \"\(written)\"",
      suggestion: Spelling.didYouMean(written, among: Self.units)
        ?? "the units are \(Self.units.joined(separator: ", "))")
    return nil
  }

  /// A list of the only values, or a mapping from the file's words to them.
  private mutating func readValues(_ node: YAMLNode?, _ form: inout ColumnForm, path: String) {
    guard let node else { return }
    guard node.entries != nil else {
      form.values = Set(texts(node, path: path))
      return
    }
    for (word, value) in words(node, path: path) {
      form.aliases[word] = value
      form.values.insert(value)
    }
  }

  private mutating func words(_ node: YAMLNode?, path: String) -> [(word: String, value: String)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(
        node, path, "map.shape", "\(path) must be a mapping (key: value), not \(node.kind)",
        suggestion: "write {对公: corporate, 个人: personal}")
      return []
    }
    return entries.compactMap { entry in
      text(entry.value, path: join(path, entry.key)).map { (entry.key, $0) }
    }
  }

  /// What a column says must fit what its cells are.
  private mutating func check(_ column: MapColumn, _ fields: [String: YAMLNode], path: String) {
    if let node = fields["value"], fields["header"] != nil {
      report(
        node, path, "map.misplaced", "\(path) has both header: and value:",
        suggestion: "take value: for what no file has, header: for what files call the column")
    }
    let places: [(key: String, kinds: [ColumnKind])] = [
      ("unit", [.number]), ("from", [.number]), ("scale", [.number]), ("near", [.number]),
      ("ratio", [.number]), ("total", [.number]), ("split", [.number]), ("length", [.identifier]),
      ("values", [.text, .identifier]), ("words", [.text, .identifier, .truth]),
      ("short_dates", [.date, .period]), ("years", [.date, .period]),
      ("year", [.period]), ("period", [.period]),
    ]
    for (key, kinds) in places where !kinds.contains(column.form.kind) {
      guard let node = fields[key] else { continue }
      let names = kinds.map(\.rawValue).joined(separator: " or ")
      report(
        node, join(path, key), "map.misplaced",
        "\(key): is for columns of type \(names), and this one is of type \(column.form.kind.rawValue)",
        suggestion: "add type: \(kinds[0].rawValue), or take \(key): out")
    }
    if let node = fields["from"], fields["unit"] == nil {
      report(
        node, path, "map.unit", "\(path) says from: and no unit:",
        suggestion: "add unit:, the unit that is written")
    } else if let node = fields["from"],
      column.form.fileUnit.pointShift(to: column.form.unit) == nil
    {
      report(
        node, path, "map.unit",
        "moving the decimal point cannot make \(fields["unit"]?.text ?? "") of \(node.text ?? "")",
        suggestion: "name two units of one kind, as CNY and CNY10k")
    }
  }
}
