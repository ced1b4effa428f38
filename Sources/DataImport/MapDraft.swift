/// A map that is drafted from what files hold, with comments on what is to be decided.
///
/// `import` takes it as it stands where the files are clean.
public struct MapDraft: Sendable {
  /// The map, as YAML.
  public let text: String
  /// The columns that expected tables need and no file has, as `table.column`.
  public let missing: [String]

  /// The draft of a map of that name.
  public init(name: String, files: [FileInspection], expected: [ExpectedTable] = []) {
    var used: Set<String> = []
    let sources = SourceDraft.sources(of: files, expected: expected, names: &used)
    var lines = [
      "# A draft: read it, decide what its comments ask, and try it with steelyard import.",
      "import: \(YAMLText.scalar(name))",
    ]
    for comment in Self.comments(on: files) { lines.append("# \(comment)") }
    lines.append("sources:")
    for source in sources {
      lines += source.lines(isOnly: sources.count == 1 && files.count == source.files.count)
    }
    lines.append("tables:")
    if expected.isEmpty {
      for source in sources { lines += source.ownTable }
      missing = []
    } else {
      let tables = TableDraft(sources: sources, expected: expected)
      lines += tables.lines
      missing = tables.missing
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func comments(on files: [FileInspection]) -> [String] {
    var comments: [String] = []
    for file in files {
      for sheet in file.sheets where !SourceDraft.isUsable(sheet) || sheet.isHidden {
        let place = sheet.name.map { "sheet \($0) of \(file.file)" } ?? file.file
        let reason =
          sheet.isHidden
          ? "it is hidden" : sheet.hasRows ? "it has no header with rows below" : "it is empty"
        comments.append(YAMLText.comment("Not used: \(place), for \(reason)."))
      }
      if file.hasUncertainFormulas {
        comments.append(
          YAMLText.comment(
            "\(file.file) is to be worked out anew when it is opened: open it in a spreadsheet program and "
              + "save it, so that values of formulas can be trusted."))
      }
    }
    return comments
  }
}
