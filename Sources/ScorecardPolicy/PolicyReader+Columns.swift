import Calendars
import Diagnostics
import LocatedYAML

// Reading the columns of tables.
extension PolicyReader {
  private static let columnKeys = [
    "type", "unit", "file_unit", "minimum", "maximum", "values", "missing", "header", "title",
    "generate",
  ]

  /// A table's key, declared or not, and its other columns.
  mutating func columns(
    _ node: YAMLNode?, keyName: String, path: String
  ) -> (key: ColumnDeclaration, others: [ColumnDeclaration]) {
    let columnsPath = join(path, "columns")
    var key: ColumnDeclaration?
    var others: [ColumnDeclaration] = []
    for entry in named(node, path: columnsPath) {
      guard let column = column(entry, path: join(columnsPath, entry.key)) else {
        scope.broken.insert(entry.key)
        continue
      }
      if entry.key != keyName {
        others.append(column)
        continue
      }
      key = column
      if column.type != .text || !column.allowedTexts.isEmpty || column.missing != .reject {
        report(
          entry.value, join(columnsPath, keyName), "policy.key-column",
          "the key \(keyName) must be a text that no row lacks",
          suggestion: "write \(keyName): text, or with header: and title: only")
      }
    }
    return (key ?? plainColumn(keyName, .text), others)
  }

  /// A column of which only the type is said.
  private func plainColumn(_ name: String, _ type: ValueType) -> ColumnDeclaration {
    ColumnDeclaration(
      name: name, headers: [name], type: type, unit: nil, fileUnit: nil, minimum: nil,
      maximum: nil, allowedTexts: [], missing: .reject, title: nil, generate: nil)
  }

  private mutating func column(_ entry: YAMLNode.Entry, path: String) -> ColumnDeclaration? {
    if let name = entry.value.text {
      return columnType(name, entry.value, path: path).map { plainColumn(entry.key, $0) }
    }
    let keys = Self.columnKeys
    guard let fields = fields(of: entry.value, path: path, keys: keys) else { return nil }
    let typeName = text(fields["type"], path: join(path, "type"))
    let type = typeName.map { columnType($0, fields["type"] ?? entry.value, path: path) } ?? .number
    guard let type else { return nil }
    let unit = self.unit(fields["unit"], path: join(path, "unit"))
    let fileUnit = fileUnit(fields, unit, type, path: path)
    let minimum = bound(fields, "minimum", type, unit, path: path)
    let maximum = bound(fields, "maximum", type, unit, path: path)
    checkBounds(minimum, maximum, entry.value, path: path)
    let values = texts(fields["values"], path: join(path, "values"))
    checkKeys(fields, type: type, entry.value, path: path)
    let headers = texts(fields["header"], path: join(path, "header"))
    var column = ColumnDeclaration(
      name: entry.key, headers: [entry.key] + headers.filter { $0 != entry.key }, type: type,
      unit: unit, fileUnit: fileUnit, minimum: minimum, maximum: maximum, allowedTexts: values,
      missing: missingCell(fields["missing"], type: type, unit: unit, path: path),
      title: fields["title"].flatMap { title($0, path: join(path, "title")) }, generate: nil)
    column.generate = generateHint(fields["generate"], column, path: path)
    return column
  }

  private mutating func columnType(
    _ name: String, _ node: YAMLNode, path: String
  ) -> ValueType? {
    if let type = ValueType(rawValue: name) { return type }
    let types = ValueType.allCases.map(\.rawValue)
    report(
      node, path, "policy.unknown-type", "there is no column type \(name)",
      suggestion: Spelling.didYouMean(name, among: types)
        ?? "the types are \(types.joined(separator: ", "))")
    return nil
  }

  /// The unit of a column's numbers in files; nil when it is that of the column.
  private mutating func fileUnit(
    _ fields: [String: YAMLNode], _ unit: Unit?, _ type: ValueType, path: String
  ) -> Unit? {
    let filePath = join(path, "file_unit")
    guard type == .number, let node = fields["file_unit"] else { return nil }
    guard fields["unit"] != nil else {
      report(
        node, filePath, "policy.unit",
        "file_unit says how files count what unit counts, and the column has no unit",
        suggestion: "write unit: for the unit of formulas too, or unit: alone")
      return nil
    }
    guard let fileUnit = self.unit(node, path: filePath), let unit, fileUnit != unit else {
      return nil
    }
    if fileUnit.pointShift(to: unit) != nil { return fileUnit }
    let isOfOneKind = fileUnit.conversion(to: unit) != nil
    report(
      node, filePath, "policy.unit",
      isOfOneKind
        ? "moving the decimal point, which is all that file_unit does, makes no \(unit) of \(fileUnit)"
        : "\(fileUnit) and \(unit) do not measure the same kind of thing",
      suggestion: isOfOneKind
        ? "give the column the file's unit, unit: \(fileUnit), and write CONVERT(x, \(unit)) in formulas"
        : "correct unit or file_unit")
    return nil
  }

  /// A bound of a column's numbers, or of its dates or periods as their numbers.
  private mutating func bound(
    _ fields: [String: YAMLNode], _ key: String, _ type: ValueType, _ unit: Unit?, path: String
  ) -> Double? {
    guard let node = fields[key] else { return nil }
    switch type {
    case .number: return number(node, path: join(path, key), unit: unit)
    case .text, .truth: return nil
    case .date:
      return time(node, path: join(path, key), "date", "2026-01-31") { CivilDate($0)?.number }
    case .period:
      return time(node, path: join(path, key), "period", "2026-10, 2026Q3, 2026H1 or 2026") {
        CivilPeriod($0)?.number
      }
    }
  }

  mutating func time(
    _ node: YAMLNode, path: String, _ type: String, _ forms: String, read: (String) -> Int?
  ) -> Double? {
    guard let text = text(node, path: path) else { return nil }
    if let number = read(text) { return Double(number) }
    report(
      node, path, "policy.\(type)", "\(text) is not a \(type)", suggestion: "write it as \(forms)")
    return nil
  }

  private mutating func checkKeys(
    _ fields: [String: YAMLNode], type: ValueType, _ node: YAMLNode, path: String
  ) {
    let misplaced =
      switch type {
      case .number: ["values"]
      case .date, .period: ["unit", "file_unit", "values"]
      case .text: ["unit", "file_unit", "minimum", "maximum"]
      case .truth: ["unit", "file_unit", "minimum", "maximum", "values"]
      }
    for key in misplaced where fields[key] != nil {
      report(
        fields[key] ?? node, path, "policy.misplaced",
        "\(key) does not fit a column of type \(type.rawValue)",
        suggestion: "take it out, or give the column another type")
    }
  }

  private mutating func missingCell(
    _ node: YAMLNode?, type: ValueType, unit: Unit?, path: String
  ) -> MissingCellRule {
    guard let node, let text = text(node, path: join(path, "missing")) else { return .reject }
    switch text {
    case "reject": return .reject
    case "allow": return .allow
    default: break
    }
    guard type == .number, NumberLiteral.parseSigned(text) != nil else {
      report(
        node, join(path, "missing"), "policy.missing-rule",
        "missing must be \(type == .number ? "reject, allow or a number" : "reject or allow"), not "
          + "\"\(text)\"",
        suggestion: text == "exclude"
          ? "exclude is for measures; for a column write allow"
          : "allow lets the cell be blank; reject, as without missing:, rejects the row")
      return .reject
    }
    return number(node, path: join(path, "missing"), unit: unit).map { .use($0) } ?? .reject
  }
}
