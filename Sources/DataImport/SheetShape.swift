/// A sheet that has a number for several periods side by side, or several numbers one below the other.
public enum SheetShape: Sendable {
  /// Columns that are one number for several periods, and the period of each.
  case wide(stem: String, columns: [Int], labels: [String])
  /// A column that names what the number of another is of, with the names.
  case long(name: Int, value: Int, names: [String])

  private static let nameHeaders = [
    "指标", "指标名称", "考核指标", "项目", "项目名称", "科目", "科目名称", "indicator", "measure", "item",
  ]

  /// What a sheet's columns look like; nothing where each is a number of its own.
  static func find(_ columns: [ColumnInspection], repeatsKeys: Bool) -> [SheetShape] {
    let wide = self.wide(columns)
    guard wide.isEmpty, repeatsKeys, let long = long(columns) else { return wide }
    return [long]
  }

  private static func wide(_ columns: [ColumnInspection]) -> [SheetShape] {
    var stems: [String] = []
    var found: [String: [(column: Int, label: String)]] = [:]
    for (index, column) in columns.enumerated() where column.kind == .number {
      guard let period = HeaderPeriod.find(column.header) else { continue }
      if found[period.stem] == nil { stems.append(period.stem) }
      found[period.stem, default: []].append((index, period.label))
    }
    return stems.compactMap { stem in
      let parts = found[stem] ?? []
      guard parts.count > 1, Set(parts.map(\.label)).count == parts.count else { return nil }
      return .wide(stem: stem, columns: parts.map(\.column), labels: parts.map(\.label))
    }
  }

  private static func long(_ columns: [ColumnInspection]) -> SheetShape? {
    let numbers = columns.indices.filter { columns[$0].kind == .number }
    let name = columns.indices.first { index in
      columns[index].kind == .text && columns[index].distinctCount > 1
        && columns[index].distinctCount == columns[index].values.count
        && nameHeaders.contains(HeaderName(columns[index].header).plain)
    }
    guard let name, numbers.count == 1 else { return nil }
    return .long(name: name, value: numbers[0], names: columns[name].values)
  }
}
