import Diagnostics

// Reading the tables, their columns and their formulas.
extension PolicyReader {
  private static let tableKeys = ["key", "columns", "unique", "unknown_keys", "formulas"]
  private static let columnKeys = [
    "type", "unit", "minimum", "maximum", "values", "missing", "header", "title",
  ]
  private static let laterColumnKeys = ["file_unit", "generate"]

  mutating func tables(
    _ node: PolicyNode?, subjectFormulas: PolicyNode?
  ) -> [TableDeclaration] {
    let entries = named(node, path: "tables")
    if let node, !node.isBlank, node.entries != nil, entries.isEmpty {
      report(node, "tables", "policy.shape", "the policy has no table")
    }
    var tables: [TableDeclaration] = []
    // Detail tables first: the subject table's formulas aggregate them.
    for entry in entries.dropFirst() {
      if let table = table(entry, isSubject: false, formulas: nil) { tables.append(table) }
    }
    for table in tables { scope.details[table.name] = rowScope(table).values }
    markBroken(Array(entries.dropFirst()), except: tables.map(\.name))
    scope.subjectTable = entries.first?.key
    guard let first = entries.first else {
      scope.isComplete = false
      return tables
    }
    if let subjects = table(first, isSubject: true, formulas: subjectFormulas) {
      tables.insert(subjects, at: 0)
    } else {
      scope.isComplete = false
    }
    return tables
  }

  private mutating func table(
    _ entry: PolicyNode.Entry, isSubject: Bool, formulas: PolicyNode?
  ) -> TableDeclaration? {
    let path = "tables.\(entry.key)"
    guard
      let fields = fields(of: entry.value, path: path, keys: Self.tableKeys, later: ["order"])
    else { return nil }
    checkFileName(entry, path: path)
    guard let keyNode = fields["key"] else {
      report(
        entry.value, path, "policy.missing-key", "\(path) has no key",
        suggestion: "add the key key: with the name of the column that tells whose row it is")
      return nil
    }
    guard let keyName = text(keyNode, path: join(path, "key")) else { return nil }
    let (key, columns) = self.columns(fields["columns"], keyName: keyName, path: path)
    let uniqueBy = unique(fields["unique"], key, columns, path: path)
    let ignoresUnknownKeys = unknownKeys(fields["unknown_keys"], isSubject, path: path)
    var table = TableDeclaration(
      name: entry.key, key: key, columns: columns, uniqueBy: uniqueBy, order: nil,
      ignoresUnknownKeys: ignoresUnknownKeys, formulas: [])
    if isSubject, let misplaced = fields["formulas"] {
      report(
        misplaced, path, "policy.misplaced", "the subject table's formulas stand at the top level",
        suggestion: "move them to formulas:, beside tables:")
    }
    var rows = rowScope(table)
    if isSubject {
      rows.details = scope.details
      rows.seesPopulation = true
    }
    let node = isSubject ? formulas : fields["formulas"]
    let formulaPath = isSubject ? "formulas" : join(path, "formulas")
    table = TableDeclaration(
      name: table.name, key: key, columns: columns, uniqueBy: uniqueBy, order: nil,
      ignoresUnknownKeys: ignoresUnknownKeys,
      formulas: self.formulas(node, path: formulaPath, scope: &rows))
    scope.broken.formUnion(rows.broken)
    if isSubject {
      scope.values = rows.values
      scope.seesPopulation = true
    }
    return table
  }

  /// The names that formulas of a table's rows may use.
  private func rowScope(_ table: TableDeclaration) -> FormulaScope {
    var rows = scope
    rows.details = [:]
    rows.values = [
      table.key.name: FormulaScope.Entry(
        reference: ValueReference(source: .key, name: table.key.name), type: .text, unit: nil)
    ]
    for column in table.columns {
      rows.values[column.name] = FormulaScope.Entry(
        reference: ValueReference(source: .column, name: column.name), type: column.type,
        unit: column.unit)
    }
    for declaration in table.formulas {
      rows.values[declaration.name] = FormulaScope.Entry(
        reference: ValueReference(source: .formula, name: declaration.name),
        type: declaration.formula.type, unit: declaration.formula.unit)
    }
    return rows
  }

  private mutating func checkFileName(_ entry: PolicyNode.Entry, path: String) {
    guard entry.key.contains("/") || entry.key.hasPrefix(".") else { return }
    diagnostics.append(
      Diagnostic(
        code: "policy.name", at: entry.keyLocation, path: path,
        "a table's name is that of its file, and \"\(entry.key)\" is no file name"))
  }

  private mutating func columns(
    _ node: PolicyNode?, keyName: String, path: String
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
    let plainKey = ColumnDeclaration(
      name: keyName, headers: [keyName], type: .text, unit: nil, fileUnit: nil,
      minimum: nil, maximum: nil,
      allowedTexts: [], missing: .reject, title: nil)
    return (key ?? plainKey, others)
  }

  private mutating func column(_ entry: PolicyNode.Entry, path: String) -> ColumnDeclaration? {
    if let name = entry.value.text {
      return columnType(name, entry.value, path: path).map {
        ColumnDeclaration(
          name: entry.key, headers: [entry.key], type: $0, unit: nil, fileUnit: nil,
          minimum: nil, maximum: nil,
          allowedTexts: [], missing: .reject, title: nil)
      }
    }
    let keys = Self.columnKeys
    guard
      let fields = fields(of: entry.value, path: path, keys: keys, later: Self.laterColumnKeys)
    else { return nil }
    let typeName = text(fields["type"], path: join(path, "type"))
    let type = typeName.map { columnType($0, fields["type"] ?? entry.value, path: path) } ?? .number
    guard let type else { return nil }
    let unit = self.unit(fields["unit"], path: join(path, "unit"))
    let minimum = number(fields, "minimum", path: path, unit: unit)
    let maximum = number(fields, "maximum", path: path, unit: unit)
    checkBounds(minimum, maximum, entry.value, path: path)
    let values = texts(fields["values"], path: join(path, "values"))
    checkKeys(fields, type: type, entry.value, path: path)
    let headers = texts(fields["header"], path: join(path, "header"))
    return ColumnDeclaration(
      name: entry.key, headers: [entry.key] + headers.filter { $0 != entry.key }, type: type,
      unit: unit, fileUnit: nil, minimum: minimum, maximum: maximum, allowedTexts: values,
      missing: missingCell(fields["missing"], type: type, unit: unit, path: path),
      title: fields["title"].flatMap { title($0, path: join(path, "title")) })
  }

  private mutating func columnType(
    _ name: String, _ node: PolicyNode, path: String
  ) -> ValueType? {
    if let type = ValueType(rawValue: name) { return type }
    if ["date", "period"].contains(name) {
      report(
        node, path, "policy.not-yet",
        "columns of type \(name) are not offered by this version of Steelyard")
    } else {
      let types = ValueType.allCases.map(\.rawValue)
      report(
        node, path, "policy.unknown-type", "there is no column type \(name)",
        suggestion: Spelling.didYouMean(name, among: types)
          ?? "the types are \(types.joined(separator: ", "))")
    }
    return nil
  }

  private mutating func checkKeys(
    _ fields: [String: PolicyNode], type: ValueType, _ node: PolicyNode, path: String
  ) {
    let misplaced = type == .number ? ["values"] : ["unit", "minimum", "maximum"]
    for key in misplaced + (type == .truth ? ["values"] : []) where fields[key] != nil {
      report(
        fields[key] ?? node, path, "policy.misplaced",
        "\(key) does not fit a column of type \(type.rawValue)")
    }
  }

  private mutating func missingCell(
    _ node: PolicyNode?, type: ValueType, unit: Unit?, path: String
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
          + "\"\(text)\"")
      return .reject
    }
    return number(node, path: join(path, "missing"), unit: unit).map { .use($0) } ?? .reject
  }

  private mutating func unique(
    _ node: PolicyNode?, _ key: ColumnDeclaration, _ columns: [ColumnDeclaration], path: String
  ) -> [String] {
    guard let node else { return [] }
    let names = texts(node, path: join(path, "unique"))
    let known = [key.name] + columns.map(\.name)
    for name in names where !known.contains(name) {
      report(
        node, join(path, "unique"), "policy.unknown-name", "the table has no column \(name)",
        suggestion: Spelling.didYouMean(name, among: known))
    }
    return names.filter(known.contains)
  }

  private mutating func unknownKeys(
    _ node: PolicyNode?, _ isSubject: Bool, path: String
  ) -> Bool {
    guard let node, let text = text(node, path: join(path, "unknown_keys")) else { return false }
    if isSubject {
      report(
        node, path, "policy.misplaced", "the subject table itself says which keys are known")
    } else if !["ignore", "reject"].contains(text) {
      report(node, path, "policy.shape", "unknown_keys must be reject or ignore, not \"\(text)\"")
    }
    return text == "ignore"
  }
}
