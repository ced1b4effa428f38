import ColumnStore

/// Where the columns of a source stand in one file, and what its cells are to become.
struct FileLayout: Sendable {
  /// What the file calls its columns; two rows of headers are joined.
  let headers: [String]
  /// The field of each column of the source; nil for a constant.
  let fields: [Int?]
  /// What the cells of each column are to become, with the unit that this file has them in.
  let forms: [ColumnForm]

  /// Finds every column of a source by the headers of a file.
  ///
  /// - Throws: one fault that names all columns that were not found or found twice.
  init(_ source: MapSource, headerRows: [[String]], file: String) throws(ImportFault) {
    let headers = Self.joined(headerRows)
    let names = headers.map(HeaderName.init)
    var (fields, forms): ([Int?], [ColumnForm]) = ([], [])
    var notes: [String] = []
    for column in source.columns {
      var form = column.form
      form.missingMarks.formUnion(source.missingMarks)
      var field: Int?
      if column.constant == nil {
        let found = Self.places(of: column, among: names)
        field = found.first
        if found.count > 1 {
          notes.append(Self.several(column, found.map { headers[$0] }))
        } else if let place = found.first {
          notes += Self.take(names[place].unit, headers[place], for: column, &form)
        } else {
          notes.append(Self.missing(column, headers))
        }
      }
      fields.append(field)
      forms.append(form)
    }
    (self.headers, self.fields, self.forms) = (headers, fields, forms)
    guard notes.isEmpty else {
      let listed = headers.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
      throw ImportFault(
        "\(file) does not have the columns of source \(source.name)",
        notes: notes + ["the headers are \(listed)\(headers.count > 40 ? ", ..." : "")"],
        suggestion: "say by header: in the map what the file calls a column, and by header: of the "
          + "source on which line the headers stand")
    }
  }

  /// A column that has several headers, or one header several times, which no map can tell apart.
  private static func several(_ column: MapColumn, _ headers: [String]) -> String {
    if Set(headers).count == 1 {
      return "the header \"\(headers[0])\", for column \(column.name), stands "
        + "\(headers.count) times; keep it over the column that counts and rename the others"
    }
    let all = headers.map { "\"\($0)\"" }.joined(separator: " and ")
    return "column \(column.name) could be any of \(all)"
  }

  /// A header that says a unit wins over the map, which cannot know it.
  private static func take(
    _ unit: CellUnit?, _ header: String, for column: MapColumn, _ form: inout ColumnForm
  ) -> [String] {
    guard let unit, form.kind == .number, form.unit != .unknown else { return [] }
    form.fileUnit = unit
    if unit.pointShift(to: form.unit) != nil { return [] }
    return ["\"\(header)\" is in a unit that cannot become that of column \(column.name)"]
  }

  private static func places(of column: MapColumn, among names: [HeaderName]) -> [Int] {
    let wanted = column.acceptedHeaders.map(HeaderName.init)
    let exact = names.indices.filter { index in wanted.contains { $0.plain == names[index].plain } }
    if !exact.isEmpty { return exact }
    return names.indices.filter { index in
      wanted.contains { $0.withoutUnit == names[index].withoutUnit }
    }
  }

  private static func missing(_ column: MapColumn, _ headers: [String]) -> String {
    let wanted = column.acceptedHeaders.map { "\"\($0)\"" }.joined(separator: " or ")
    let nearest = HeaderHint.nearest(to: column.acceptedHeaders, among: headers)
    return "no header is \(wanted), for column \(column.name)"
      + (nearest.map { "; the nearest is \"\($0)\"" } ?? "")
  }

  /// The cells of a merged header stand in its first column: the blanks to the right of it belong to it,
  /// as far as something stands below them.
  static func joined(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(trimmed) }
    guard let top = rows.first else { return [] }
    guard rows.count > 1 else { return top }
    let below = rows[1]
    var group = ""
    return (0..<max(top.count, below.count)).map { index in
      let upper = index < top.count ? top[index] : ""
      let lower = index < below.count ? below[index] : ""
      if !upper.isEmpty { group = lower.isEmpty ? "" : upper }
      if lower.isEmpty { return upper }
      return group.isEmpty ? lower : "\(group) \(lower)"
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(
      text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.reversed().drop(while: \.isWhitespace)
        .reversed())
  }
}
