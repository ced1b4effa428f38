/// Lines of a drafted map that would give a sheet another shape, as comments.
struct ShapeDraft {
  let lines: [String]

  init(_ shape: SheetShape, key: ColumnDraft?, columns: [ColumnDraft]) {
    func name(_ column: Int) -> String { YAMLText.scalar(columns[column].name) }
    switch shape {
    case .wide(let stem, let places, let labels):
      let parts = zip(places, labels).map { "\(name($0)): \($1)" }.joined(separator: ", ")
      let value = YAMLText.scalar(stem.isEmpty ? "value" : ColumnDraft.name(stem))
      let hasYears = labels.allSatisfy { !$0.hasPrefix("YYYY") }
      lines = [
        "    # \(places.count) columns are one number for several periods; for a row of each"
          + (hasYears ? ":" : ", with the year in place of YYYY:"),
        "    # unpivot: {columns: {\(parts)}, name: period, value: \(value)}",
      ]
    case .long(let column, let value, let names):
      let parts = names.map { "\(YAMLText.scalar($0)): \(YAMLText.scalar(ColumnDraft.name($0)))" }
      let key = key.map { ["    # key: \(YAMLText.scalar($0.name))"] } ?? []
      lines =
        [
          "    # \(YAMLText.comment(name(column))) names what \(YAMLText.comment(name(value))) is of; "
            + "for a column of each:"
        ] + key + [
          "    # pivot: {name: \(name(column)), value: \(name(value)), "
            + "columns: {\(parts.joined(separator: ", "))}}"
        ]
    }
  }
}
