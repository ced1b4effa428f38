import ResultArchive

/// The text of `publish`.
struct PublishedText {
  /// How many of those affected are named; `archive show` says it of all.
  private static let most = 10

  let text: String

  init(
    _ entry: ArchiveEntry, in archive: String, statements: Int, _ correction: PublishedCorrection?
  ) {
    var lines = [
      "published \(entry.policy) \(entry.version), \(entry.period), as entry \(entry.number) of "
        + archive,
      "  \(entry.rows.counted("row")), made again byte for byte; "
        + "\(statements.counted("statement")); the data "
        + (entry.hasData ? "are kept" : "by their hashes only"),
    ]
    if let correction { lines.append("  \(Self.affected(correction))") }
    lines += [
      "  hash \(entry.hash)",
      "write number and hash down elsewhere: they show later that nothing up to here was replaced",
    ]
    text = lines.joined(separator: "\n")
  }

  private static func affected(_ correction: PublishedCorrection) -> String {
    let (keys, number) = (correction.affected, correction.entry.number)
    if keys.isEmpty { return "corrects entry \(number), of which no cell differs" }
    let more = keys.count > most ? " and \(keys.count - most) more" : ""
    let verb = correction.cellCount == 1 ? "differs" : "differ"
    return "corrects entry \(number): \(correction.cellCount.counted("cell")) of "
      + "\(keys.count.counted("subject")) \(verb): "
      + keys.prefix(most).joined(separator: ", ") + more
  }
}
