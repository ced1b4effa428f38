import ArgumentParser
import ColumnStore
import DataImport
import Foundation
import ScoringEngine

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Looks at messy exports and drafts a map for import.",
    discussion: """
      Says of each CSV file or workbook what it holds: encoding, sheets, header rows, what the columns \
      are, keys and periods, totals, and what is wrong with cells. The drafted map names it all, with \
      comments on what is to be decided. With --policy it makes the policy's tables, and what no file \
      has is listed. Files are read once and changed never.

      Example:
        steelyard inspect ledger.csv roster.xlsx --policy policy.yaml --output map.yaml
      """)

  @Argument(help: "CSV files and workbooks (.xlsx).")
  var files: [String]

  @Option(help: "A policy, whose tables are to be made of the files.")
  var policy: String?

  @Option(help: "Where to write the map; on standard output it follows what is said of the files.")
  var output: String?

  @Option(help: "What standard output carries.")
  var format: OutputFormat = .text

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output needs the name of a file") }
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("\(twice) is given twice; name it once")
    }
  }

  func run() throws {
    try Outcome.report {
      if let output, FileManager.default.fileExists(atPath: output) {
        throw ValidationError(
          "\(output) is there already and may hold decisions; name another file, or delete it")
      }
      let expected = try policy.map { try ExpectedTables.of(PolicyFile.read($0).resolved.policy) }
      let found = try look(expected ?? [])
      let draft = MapDraft(name: name, files: found, expected: expected ?? [])
      if let output { try write(draft, to: output) }
      switch format {
      case .json: Terminal.print(try OutputFormat.json(InspectDocument(found, draft)))
      case .text:
        found.map(InspectText.of).forEach(Terminal.print)
        if !draft.missing.isEmpty { Terminal.print(InspectText.missing(draft.missing)) }
        if output == nil { Terminal.print("The drafted map:\n\n" + Terminal.harmless(draft.text)) }
      }
      if found.contains(where: \.hasFindings) || !draft.missing.isEmpty { throw Outcome.findings }
    }
  }

  /// What all files hold; all that cannot be read are named.
  private func look(_ expected: [ExpectedTable]) throws -> [FileInspection] {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.finish() }
    let inspector = FileInspector(expected: expected) { done in
      progress.show(
        WorkProgress(
          activity: done.activity, done: done.done, total: done.total, measure: .bytes))
    }
    var (found, faults): ([FileInspection], [ImportFault]) = ([], [])
    for file in files {
      do throws(ImportFault) {
        found.append(try inspector.inspect(file))
      } catch {
        faults.append(error)
      }
    }
    progress.finish()
    guard faults.isEmpty else {
      for fault in faults { Terminal.error("\(fault)") }
      throw Outcome.dataFault
    }
    return FileInspection.compared(found)
  }

  private func write(_ draft: MapDraft, to output: String) throws {
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
    try file.write(Array(draft.text.utf8))
    try file.commit()
    if !quiet { Terminal.note("wrote \(output)") }
  }

  /// The map is called after its file.
  private var name: String {
    let name = output.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    return name ?? "draft"
  }
}
