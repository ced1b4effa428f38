import ResultArchive

/// The text of `archive show`.
struct ArchivedEntryText {
  /// How many cells that differ are shown; JSON has all.
  private static let most = 20

  let text: String

  init(_ contents: ArchivedEntry, in archive: String) {
    var parts = ["entry \(contents.entry.number) of \(archive)", Self.facts(contents)]
    parts += ["", Self.files(contents.entry)]
    let count = contents.statements.count
    if count > 0 { parts.append("  \(count) statement\(count == 1 ? "" : "s")") }
    if let differences = contents.differences {
      parts += ["", Self.differences(differences, from: contents.entry.correction?.entry ?? 0)]
    }
    text = parts.joined(separator: "\n")
  }

  private static func facts(_ contents: ArchivedEntry) -> String {
    let entry = contents.entry
    var table = TextTable([("", .left), ("", .left)])
    table.add(["hash", entry.hash.description])
    table.add(["previous", entry.previous.description])
    table.add([
      "published", "\(entry.publishedAt) by \(entry.publishedBy), with steelyard \(entry.program)",
    ])
    let start = entry.effectiveFrom.map { ", in force from \($0)" } ?? ""
    table.add(["policy", "\(entry.policy) \(entry.version)\(start)"])
    table.add(["period", entry.period])
    table.add(["rows", "\(entry.rows)"])
    if let correction = entry.correction {
      table.add(["corrects", "entry \(correction.entry): \(correction.reason)"])
    }
    if let number = contents.correctedBy { table.add(["corrected by", "entry \(number)"]) }
    return table.text()
  }

  private static func files(_ entry: ArchiveEntry) -> String {
    var table = TextTable([
      ("role", .left), ("file", .left), ("bytes", .right), ("archived", .left), ("sha256", .left),
    ])
    for file in entry.files {
      table.add([
        file.role.description, file.path, "\(file.digest.size)",
        file.isKept ? "whole" : "hash only", file.digest.sha256.description,
      ])
    }
    return table.text()
  }

  private static func differences(_ cells: [ArchivedDifference], from number: Int) -> String {
    let subjects = Set(cells.map { [$0.key, $0.period ?? ""] }).count
    guard subjects > 0 else { return "no cell differs from entry \(number)" }
    var table = TextTable([
      ("key", .left), ("period", .left), ("column", .left), ("old", .right), ("new", .right),
    ])
    for cell in cells.prefix(most) {
      table.add([cell.key, cell.period ?? "", cell.column, cell.old, cell.new])
    }
    let more = cells.count - most
    let rest = more > 0 ? "\n  ... and \(more) more; --format json lists all" : ""
    let heading =
      "differences from entry \(number): \(cells.count.counted("cell")) of "
      + subjects.counted("subject")
    return "\(heading)\n\(table.text())\(rest)"
  }
}
