import ArgumentParser
import ColumnStore
import Diagnostics
import Foundation
import PolicyAnalysis

struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards",
    abstract: "Sets a fair plan for every subject from comparable ones.",
    discussion: """
      The standard of a subject is what a regression on the drivers leads one to expect of it; the \
      ideal adds what the better of its cluster of comparable subjects reach beyond that. Writes the \
      file's rows with the plans as further columns, for a policy to read.

      Example:
        steelyard standards staff.csv --key staff_id --target deposits \\
          --drivers district,years --output plans.csv
      """)

  @Argument(help: "A file with a header and one subject in each row.")
  var file: String

  @Option(help: "The column with the subjects' keys.")
  var key: String

  @Option(help: "The column that plans are set for: what subjects reach now.")
  var target: String

  @Option(
    help: ArgumentHelp(
      "The columns that make a higher or lower plan fair: numbers, or texts as names of groups. "
        + "NAME:text or NAME:number says which where the cells do not.",
      valueName: "NAME,NAME,..."))
  var drivers: [String]

  @Option(help: "A text column whose groups are compared as wholes too, such as a sales line.")
  var within: String?

  @Option(help: "A file for the groups' plans, one row for each; needs --within.")
  var withinOutput: String?

  @Option(
    parsing: .unconditional,
    help: "How many clusters; by default the number from 2 to 8 with the largest mean silhouette.")
  var clusters: Int?

  @Option(parsing: .unconditional, help: "Where the random starts of the cluster analysis begin.")
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: "The share of comparable subjects that stay below the ideal, from 0.5 to 1.")
  var ideal = 0.75

  @Option(parsing: .unconditional, help: "The decimals of the plans, from 0 to 12.")
  var decimals = 4

  @Option(help: "The file to write.")
  var output: String

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @Flag(help: "Show no progress and no summary on standard error.")
  var quiet = false

  func validate() throws {
    if let clusters, clusters < 1 { throw ValidationError("--clusters must be at least 1") }
    if !(0.5...1).contains(ideal) { throw ValidationError("--ideal must be from 0.5 to 1") }
    if !(0...12).contains(decimals) { throw ValidationError("--decimals must be from 0 to 12") }
    if withinOutput != nil, within == nil {
      throw ValidationError("--within-output needs --within, whose groups it is for")
    }
    let files = [output] + (withinOutput.map { [$0] } ?? [])
    if files.contains("") { throw ValidationError("an output needs the name of a file") }
    if Set(files.map(OutputFiles.realPath)).count < files.count {
      throw ValidationError("--output and --within-output name the same file")
    }
  }

  func run() throws {
    try Outcome.report {
      do throws(any Error) {
        try setStandards()
      } catch let error as StandardsError {
        StandardsText.complain(error)
        throw Outcome.dataFault
      }
    }
  }

  private func setStandards() throws {
    let noticeFile = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("notice.txt").path
    let notice = DataOptions.notice(at: noticeFile)
    try OutputFiles.protect(
      [file] + (notice == nil ? [] : [noticeFile]),
      from: [output] + [withinOutput].compactMap(\.self))
    let table = try SubjectFile(file)
    let columns = try StandardsColumnChoice(headers: table.headers, file: file).columns(
      key: key, target: target, drivers: drivers, within: within)
    let files = try OutputFiles.begin { () throws(AtomicFileError) in
      try AtomicFiles([output] + [withinOutput].compactMap(\.self))
    }
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.finish() }
    let standards = try Standards(
      try table.subjects(columns),
      options: StandardsOptions(
        clusterCount: clusters, seed: seed, idealQuantile: ideal, decimals: decimals),
      progress: progress.show)
    try table.write(standards, columns) { piece throws(AtomicFileError) in
      try files.write(0, piece)
    }
    if withinOutput != nil { try files.write(1, GroupStandardsFile.bytes(standards, columns)) }
    try files.commit()
    progress.finish()
    switch format {
    case .json: Terminal.print(try OutputFormat.json(StandardsDocument(standards, columns)))
    case .text: Terminal.print(StandardsText.text(standards, columns))
    }
    if !quiet {
      if let notice { Terminal.note("notice: \(notice)") }
      Terminal.note(
        "\(standards.subjects.count) subjects; wrote \(output) in \(progress.seconds.rounded(to: 2)) s"
      )
    }
    let findings = StandardsFindings.of(standards)
    Terminal.complain(findings)
    if !findings.isEmpty { throw Outcome.findings }
  }
}
