import Diagnostics
import LocatedYAML

// Reading the columns of a source.
extension MapReader {
  private static let columnKeys = [
    "header", "value", "type", "unit", "from", "length", "values", "blanks", "fractions", "near",
    "ratio", "total",
  ]

  /// `NAME: 工号` is short for `NAME: {header: 工号}`.
  mutating func column(_ entry: YAMLNode.Entry, path: String) -> MapColumn? {
    let path = join(path, entry.key)
    var column = MapColumn(name: entry.key)
    column.location = entry.keyLocation
    if entry.value.isBlank { return column }
    if let header = entry.value.text {
      column.headers = [header]
      return column
    }
    guard let fields = fields(of: entry.value, path: path, keys: Self.columnKeys) else {
      return nil
    }
    column.headers = texts(fields["header"], path: join(path, "header"))
    column.constant = text(fields["value"], path: join(path, "value"))
    column.type =
      choice(fields["type"], path: join(path, "type"), as: CellType.self) ?? .text
    column.unit = unit(fields["unit"], path: join(path, "unit"))
    column.fileUnit = unit(fields["from"], path: join(path, "from"))
    column.idLength = count(fields["length"], path: join(path, "length"), most: 100)
    column.values = values(fields["values"], path: join(path, "values"))
    column.blanks = choice(fields["blanks"], path: join(path, "blanks"), as: BlankChoice.self)
    column.fractions = choice(
      fields["fractions"], path: join(path, "fractions"), as: FractionChoice.self)
    column.near = text(fields["near"], path: join(path, "near"))
    column.acceptsRatio = word("accept", fields["ratio"], path: join(path, "ratio"))
    column.isAdditive = !word("ignore", fields["total"], path: join(path, "total"))
    check(column, fields, entry, path: path)
    return column
  }

  private mutating func word(_ word: String, _ node: YAMLNode?, path: String) -> Bool {
    guard let node, let written = text(node, path: path) else { return false }
    if written == word { return true }
    unknown(written, node, path: path, among: [word])
    return false
  }

  private mutating func unit(_ node: YAMLNode?, path: String) -> CellUnit? {
    guard let node, let written = text(node, path: path) else { return nil }
    if let unit = CellUnit(spelled: written) { return unit }
    report(
      node, path, "map.unit", "there is no unit \"\(written)\"",
      suggestion: Spelling.didYouMean(written, among: CellUnit.allCases.map(\.rawValue))
        ?? "the units are \(CellUnit.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  private mutating func values(_ node: YAMLNode?, path: String) -> [String: String] {
    guard let node else { return [:] }
    guard let entries = node.entries else {
      report(
        node, path, "map.shape", "\(path) must be a mapping (key: value), not \(node.kind)",
        suggestion: "write {对公: corporate, 个人: personal}")
      return [:]
    }
    var values: [String: String] = [:]
    for entry in entries {
      if let value = text(entry.value, path: join(path, entry.key)) { values[entry.key] = value }
    }
    return values
  }

  /// What a column says must fit what its cells are.
  private mutating func check(
    _ column: MapColumn, _ fields: [String: YAMLNode], _ entry: YAMLNode.Entry, path: String
  ) {
    if let node = fields["value"], fields["header"] != nil {
      report(
        node, path, "map.misplaced", "\(path) has both header: and value:",
        suggestion: "take value: for what no file has, header: for what files call the column")
    }
    let places: [(key: String, types: [CellType])] = [
      ("unit", [.number]), ("from", [.number]), ("fractions", [.number]), ("near", [.number]),
      ("ratio", [.number]), ("total", [.number]), ("length", [.id]), ("values", [.text, .id]),
    ]
    for (key, types) in places where !types.contains(column.type) {
      guard let node = fields[key] else { continue }
      let names = types.map(\.rawValue).joined(separator: " or ")
      report(
        node, join(path, key), "map.misplaced",
        "\(key): is for columns of type \(names), and \(path) is of type \(column.type.rawValue)",
        suggestion: "add type: \(types[0].rawValue), or take \(key): out")
    }
    guard let from = column.fileUnit, let node = fields["from"] else { return }
    guard let unit = column.unit, from.pointShift(to: unit) == nil || column.unit == nil else {
      if column.unit == nil {
        report(
          node, path, "map.unit", "\(path) says from: and no unit:",
          suggestion: "add unit:, the unit that is written")
      }
      return
    }
    report(
      node, path, "map.unit",
      "\(from.rawValue) cannot become \(unit.rawValue) by moving the decimal point",
      suggestion: "name two units of one kind, as CNY and CNY10k")
  }
}
