/// One source of a drafted map: a sheet, or several files that have the same columns.
struct SourceDraft {
  let name: String
  let files: [String]
  let sheet: SheetInspection
  let hasSeveralSheets: Bool
  let columns: [ColumnDraft]

  /// The sources of files, those with the same headers together.
  static func sources(
    of files: [FileInspection], expected: [ExpectedTable], names: inout Set<String>
  ) -> [SourceDraft] {
    var sources: [SourceDraft] = []
    for file in files {
      let usable = file.sheets.filter { isUsable($0) && !$0.isHidden }
      for sheet in usable {
        let columns = ColumnDraft.columns(of: sheet, expected: expected)
        let same = sources.firstIndex { source in
          source.sheet.name == sheet.name && !source.files.contains(file.file)
            && source.sheet.headerLines == sheet.headerLines
            && source.columns.map(\.inspection.header) == columns.map(\.inspection.header)
        }
        if let same {
          let first = sources[same]
          // What columns hold is told by a file that has rows.
          let isFuller = first.sheet.rowCount == 0
          sources[same] = SourceDraft(
            name: first.name, files: first.files + [file.file],
            sheet: isFuller ? sheet : first.sheet, hasSeveralSheets: first.hasSeveralSheets,
            columns: isFuller
              ? columns : zip(first.columns, columns).map { $0.joined(with: $1) })
        } else {
          let title = usable.count > 1 ? sheet.name ?? "" : Self.stem(file.file)
          sources.append(
            SourceDraft(
              name: Self.unused(title, &names), files: [file.file], sheet: sheet,
              hasSeveralSheets: file.sheets.count > 1, columns: columns))
        }
      }
    }
    return sources
  }

  /// Whether a sheet has a header and rows below, or is a file of its own with a header for the rows
  /// of other months: nobody may have been complained of in this one.
  static func isUsable(_ sheet: SheetInspection) -> Bool {
    guard !sheet.headerLines.isEmpty, !sheet.columns.isEmpty else { return false }
    return sheet.rowCount > 0
      || sheet.name == nil && sheet.columns.count > 1 && sheet.lines.isEmpty
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// A name that can stand in a map and as that of a file, and that no other source has.
  private static func unused(_ title: String, _ names: inout Set<String>) -> String {
    var plain = ColumnDraft.name(title)
    if plain.isEmpty || ["repairs", "rejects"].contains(plain) { plain = "source_\(plain)" }
    var name = plain
    var number = 2
    while !names.insert(name).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    return name
  }

  /// The columns that are read.
  var read: [ColumnDraft] { columns.filter(\.isRead) }

  /// The column that names its rows.
  var key: ColumnDraft? { sheet.key.map { columns[$0] }.flatMap { $0.isRead ? $0 : nil } }

  // MARK: Lines

  func lines(isOnly: Bool) -> [String] {
    var lines = ["  \(YAMLText.scalar(name)):"]
    if !isOnly { lines.append("    file: \(YAMLText.scalar(pattern))") }
    if let name = sheet.name, hasSeveralSheets { lines.append("    sheet: \(quoted(name))") }
    if sheet.headerLines != [1] {
      let written = sheet.headerLines.map { "\($0)" }
      lines.append(
        "    header: \(written.count == 1 ? written[0] : "[\(written.joined(separator: ", "))]")")
    }
    lines += comments
    lines.append("    columns:")
    for column in columns {
      lines += column.lines
      if let other = neighbour(of: column) {
        lines.append(
          "      #   near: \(YAMLText.scalar(other.name))    # asks where one is more than five times the other"
        )
      }
    }
    return lines
  }

  /// The balance on a day beside the average over days, which exports confuse.
  private func neighbour(of column: ColumnDraft) -> ColumnDraft? {
    let header = column.inspection.header
    guard column.isRead, column.inspection.kind == .number, header.contains("日均") else {
      return nil
    }
    func plain(_ header: String) -> String {
      var plain = HeaderName(header).withoutUnit
      for word in ["日均", "时点", "余额"] { plain = plain.split(separator: word).joined() }
      return plain
    }
    return columns.first { other in
      other.isRead && other.inspection.kind == .number && other.name != column.name
        && !other.inspection.header.contains("日均")
        && plain(other.inspection.header) == plain(header)
    }
  }

  /// What only a person knows of the rows.
  private var comments: [String] {
    var lines: [String] = []
    for title in sheet.titles where ["单位", "万元", "（元）", "(元)"].contains(where: title.contains) {
      lines.append("    # above the header stands: \(YAMLText.comment(title))")
    }
    if let repeated = sheet.repeatedKeys, let key, sheet.hasStrayKeys {
      lines += [
        "    # decide: a \(YAMLText.comment(key.name)) stands there before (\(repeated.count) rows, the first on line "
          + "\(repeated.lines.first ?? 0))",
        "    #   transfers: last    # the last row of a key counts",
        "    #   transfers: reject    # all rows of such keys are rejected",
        "    #   transfers: {split: ..., from: ..., until: ...}    # by branch, with columns of first and last days",
      ]
    }
    if sheet.lines.contains(where: { $0.name == "repeated-row" }) {
      lines.append(
        "    # repeated: keep    # if the same row may stand twice; else both are rejected")
    }
    return lines
  }

  private func quoted(_ name: String) -> String {
    // A bare number would be that of a sheet.
    let plain = YAMLText.scalar(name)
    return plain.hasPrefix("\"") ? plain : "\"\(plain)\""
  }

  /// What the names of the files have in common.
  private var pattern: String {
    let names = files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    guard let first = names.first, names.count > 1 else { return names.first ?? "" }
    var (start, end) = (first.count, first.count)
    for name in names.dropFirst() {
      start = min(start, zip(first, name).prefix { $0 == $1 }.count)
      end = min(end, zip(first.reversed(), name.reversed()).prefix { $0 == $1 }.count)
    }
    let shortest = names.map(\.count).min() ?? 0
    end = min(end, shortest - start)
    return "\(first.prefix(start))*\(first.suffix(end))"
  }

  /// A table of all columns, where nobody says which tables there are.
  var ownTable: [String] {
    var lines = ["  \(YAMLText.scalar(name)):"]
    lines.append("    from: \(YAMLText.scalar(name))")
    if let key, sheet.keyIsUnique == true, files.count == 1 {
      lines.append("    key: \(YAMLText.scalar(key.name))")
    }
    for shape in sheet.shapes { lines += ShapeDraft(shape, key: key, columns: columns).lines }
    return lines
  }
}
