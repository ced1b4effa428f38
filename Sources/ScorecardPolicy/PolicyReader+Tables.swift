import Diagnostics
import LocatedYAML

// Reading the tables and their formulas.
extension PolicyReader {
  private static let tableKeys = [
    "key", "columns", "unique", "order", "unknown_keys", "formulas", "generate",
  ]

  mutating func tables(
    _ node: YAMLNode?, subjectFormulas: YAMLNode?
  ) -> [TableDeclaration] {
    let entries = named(node, path: "tables")
    if let node, !node.isBlank, node.entries != nil, entries.isEmpty {
      report(
        node, "tables", "policy.shape", "the policy has no table",
        suggestion: "begin with the table of those who are appraised: its name, key: and columns:")
    }
    var tables: [TableDeclaration] = []
    // Detail tables first: the subject table's formulas aggregate them.
    for entry in entries.dropFirst() {
      if let table = table(entry, isSubject: false, formulas: nil) { tables.append(table) }
    }
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
    checkGenerateReferences(tables, node)
    return tables
  }

  private mutating func table(
    _ entry: YAMLNode.Entry, isSubject: Bool, formulas: YAMLNode?
  ) -> TableDeclaration? {
    let path = "tables.\(entry.key)"
    guard
      let fields = fields(of: entry.value, path: path, keys: Self.tableKeys)
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
    let order = order(fields["order"], isSubject, key, columns, path: path)
    if fields["order"] != nil { scope.orderedTables.insert(entry.key) }
    if isSubject, let misplaced = fields["formulas"] {
      report(
        misplaced, path, "policy.misplaced", "the subject table's formulas stand at the top level",
        suggestion: "move them to formulas:, beside tables:")
    }
    var rows = rowScope(key, columns)
    if isSubject {
      rows.details = scope.details
      rows.seesPopulation = true
    }
    let node = isSubject ? formulas : fields["formulas"]
    let formulaPath = isSubject ? "formulas" : join(path, "formulas")
    let declarations = self.formulas(node, path: formulaPath, scope: &rows)
    scope.broken.formUnion(rows.broken)
    if isSubject {
      scope.values = rows.values
      scope.seesPopulation = true
    } else {
      scope.details[entry.key] = rows.values
    }
    return TableDeclaration(
      name: entry.key, key: key, columns: columns, uniqueBy: uniqueBy, order: order,
      ignoresUnknownKeys: ignoresUnknownKeys, formulas: declarations,
      generate: generateRows(fields["generate"], isSubject: isSubject, path: path))
  }

  /// The names that formulas of a table's rows may use, apart from the formulas themselves.
  private func rowScope(
    _ key: ColumnDeclaration, _ columns: [ColumnDeclaration]
  ) -> FormulaScope {
    var rows = scope
    rows.details = [:]
    rows.values = [
      key.name: FormulaScope.Entry(
        reference: ValueReference(source: .key, name: key.name), type: .text, unit: nil)
    ]
    for column in columns {
      rows.values[column.name] = FormulaScope.Entry(
        reference: ValueReference(source: .column, name: column.name), type: column.type,
        unit: column.unit, texts: column.allowedTexts)
    }
    return rows
  }

  private mutating func checkFileName(_ entry: YAMLNode.Entry, path: String) {
    // By bytes, as the system looks for it: with a mark beside it a slash is another character.
    guard entry.key.utf8.contains(UInt8(ascii: "/")) || entry.key.hasPrefix(".") else { return }
    diagnostics.append(
      Diagnostic(
        code: "policy.name", at: entry.keyLocation, path: path,
        "a table's name is that of its file, and \"\(entry.key)\" is no file name",
        suggestion: "use no / and no dot at the beginning"))
  }

  private mutating func unique(
    _ node: YAMLNode?, _ key: ColumnDeclaration, _ columns: [ColumnDeclaration], path: String
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

  /// The column that orders a subject's rows.
  private mutating func order(
    _ node: YAMLNode?, _ isSubject: Bool, _ key: ColumnDeclaration,
    _ columns: [ColumnDeclaration], path: String
  ) -> String? {
    let path = join(path, "order")
    guard let node, let name = text(node, path: path) else { return nil }
    if isSubject {
      report(
        node, path, "policy.misplaced",
        "a subject has one row in the subject table: nothing to order",
        suggestion: "leave order: out here; it is for detail tables")
      return nil
    }
    if scope.broken.contains(name) { return nil }
    guard let column = ([key] + columns).first(where: { $0.name == name }) else {
      report(
        node, path, "policy.unknown-name", "the table has no column \(name)",
        suggestion: Spelling.didYouMean(name, among: columns.map(\.name)))
      return nil
    }
    guard [.number, .date, .period].contains(column.type) else {
      let usable = columns.filter { [.number, .date, .period].contains($0.type) }.map(\.name)
      report(
        node, path, "policy.order-column",
        "rows are ordered by a number, a date or a period, and \(name) is a \(column.type.rawValue)",
        suggestion: usable.isEmpty
          ? "give \(name) the type date or period" : "name one of \(usable.joined(separator: ", "))"
      )
      return nil
    }
    guard column.missing == .reject else {
      report(
        node, path, "policy.order-column",
        "rows are ordered by \(name), which no row may lack",
        suggestion: "leave missing: out of \(name), so that a row without it is rejected")
      return nil
    }
    return name
  }

  private mutating func unknownKeys(
    _ node: YAMLNode?, _ isSubject: Bool, path: String
  ) -> Bool {
    guard let node, let text = text(node, path: join(path, "unknown_keys")) else { return false }
    if isSubject {
      report(
        node, path, "policy.misplaced", "the subject table itself says which keys are known",
        suggestion: "take unknown_keys: out here; it is for detail tables")
    } else if !["ignore", "reject"].contains(text) {
      report(
        node, path, "policy.shape", "unknown_keys must be reject or ignore, not \"\(text)\"",
        suggestion: "ignore passes over rows of unknown keys; reject stops at them")
    }
    return text == "ignore"
  }
}
