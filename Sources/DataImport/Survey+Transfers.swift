// The question what becomes of somebody with rows of several branches.
extension Survey {
  /// Asks about keys with rows that differ.
  func question(
    _ conflicts: [KeyRegistry.Conflict], _ registry: KeyRegistry, source: Int,
    _ files: [ImportedFile]
  ) -> ImportQuestion {
    let columns = plans[source].source.columns
    let key = columns[registry.key.columns[0]].name
    let differing = conflicts.reduce(into: Set<Int>()) { $0.formUnion($1.differing) }
    let names = differing.sorted().map { columns[$0].name }.joined(separator: ", ")
    let examples = conflicts.prefix(5).map { conflict in
      ImportQuestion.Example(
        line: conflict.second.line,
        text: "\(key) \(conflict.text), as on "
          + (conflict.first.file == conflict.second.file
            ? "" : "\(name(of: conflict.first.file, files)):")
          + "line \(conflict.first.line)")
    }
    return ImportQuestion(
      file: name(of: conflicts[0].second.file, files),
      path: "sources.\(plans[source].source.name)",
      words: "the same \(key) stands in rows with another \(names.isEmpty ? "content" : names), as "
        + "after a transfer",
      count: conflicts.count, examples: examples,
      choices: choices(key, differing.min().map { columns[$0].name }))
  }

  private func choices(_ key: String, _ difference: String?) -> [ImportQuestion.Choice] {
    var choices = [
      ImportQuestion.Choice(
        entry: "transfers: reject", words: "rejects all rows of such a \(key)"),
      ImportQuestion.Choice(
        entry: "transfers: last",
        words: "takes the last row, and logs that the others are left out"),
    ]
    if let difference, key == map.subject, map.split == nil {
      choices.append(
        ImportQuestion.Choice(
          entry: "transfers: {split: \(difference), from: ..., until: ...}",
          words: "makes each row a subject of its own, by the days between two columns"))
    }
    return choices
  }
}
