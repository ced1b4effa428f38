import ArgumentParser
import ColumnStore
import ResultArchive

struct ArchiveListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the entries of an archive.",
    discussion: """
      Example:
        steelyard archive list archive.sqlite
      """)

  @Argument(help: "The archive, or the folder with archive.sqlite in it.")
  var file: String

  @Option(help: "What standard output carries: text, json or csv.")
  var format: TableFormat = .text

  private struct Document: Encodable {
    let archive: String
    let head: String?
    let entries: [ArchiveEntryDocument]
  }

  func run() throws {
    try Outcome.report {
      let archive = try Archive.open(file)
      let entries = try archive.entries()
      switch format {
      case .text: Terminal.print(Terminal.harmless(Self.text(entries)))
      case .json:
        let documents = entries.map { ArchiveEntryDocument($0, among: entries) }
        Terminal.print(
          try OutputFormat.json(
            Document(
              archive: archive.file, head: entries.last?.hash.description, entries: documents)))
      case .csv: Terminal.write(Self.csv(entries))
      }
    }
  }

  private static func text(_ entries: [ArchiveEntry]) -> String {
    var table = TextTable([
      ("entry", .right), ("policy", .left), ("version", .left), ("in force from", .left),
      ("period", .left), ("rows", .right), ("published", .left), ("by", .left),
      ("corrects", .right),
      ("hash", .left),
    ])
    for entry in entries {
      table.add([
        "\(entry.number)", entry.policy, entry.version, entry.effectiveFrom ?? "", entry.period,
        "\(entry.rows)", entry.publishedAt, entry.publishedBy,
        entry.correction.map { "\($0.entry)" } ?? "", "\(entry.hash.description.prefix(12))...",
      ])
    }
    let head = entries.last.map { "\nhash of the last entry: \($0.hash)" } ?? ""
    return table.text(indent: "") + head
  }

  private static func csv(_ entries: [ArchiveEntry]) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader([
      "entry", "policy", "version", "effective_from", "period", "rows", "published_at",
      "published_by", "corrects", "reason", "hash",
    ])
    for entry in entries {
      writer.append(entry.number)
      for text in [entry.policy, entry.version, entry.effectiveFrom ?? "", entry.period] {
        writer.append(text)
      }
      writer.append(entry.rows)
      let correction = entry.correction
      for text in [
        entry.publishedAt, entry.publishedBy, correction.map { "\($0.entry)" } ?? "",
        correction?.reason ?? "", entry.hash.description,
      ] {
        writer.append(text)
      }
      writer.endRow()
    }
    return writer.bytes
  }
}
