import ArgumentParser
import ColumnStore
import Foundation
import JudgementPanels
import ResultRecords
import ScorecardPolicy

struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Writes a form that experts fill in, for the judgements of a policy.",
    discussion: """
      Writes questionnaire.html, one page that works in any browser without network: it shows the \
      consistency as one answers, and saves the answers as a CSV. And questionnaire.csv, the same for \
      a spreadsheet. `steelyard panel` makes one panel of what the experts return.

      Example:
        steelyard questionnaire policy.yaml --output DIR
      """)

  private static let page = "questionnaire.html"
  private static let table = "questionnaire.csv"

  @Argument(help: "The policy file.")
  var policy: String

  @Option(
    help:
      "The folder to write into, made if it is not there; files of the same names are written over."
  )
  var output: String

  @Flag(help: "Ask also for the weights that the policy has as plain numbers.")
  var all = false

  @Option(help: "The language that the page opens in and the CSV has its titles in: en or zh.")
  var language: ExplanationLanguage = .en

  @Option(help: "The encoding of the CSV: utf-8, utf-8-bom (for spreadsheets) or gb18030.")
  var encoding: ResultEncoding = .utf8WithMark

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    try Outcome.report {
      let (read, _) = try PolicyReader.read(contentsOf: policy, awaitsJudgements: true)
      let questionnaire = read.questionnaire(includesNumbers: all)
      guard !questionnaire.sets.isEmpty else {
        throw ValidationError(
          "\(policy) has no weights by judgements; to ask for its other weights write --all")
      }
      let files = [Self.page, Self.table].map { "\(output)/\($0)" }
      try OutputFiles.protect(read.files, from: files)
      let isChinese = language == .zh
      let page = try QuestionnairePage(questionnaire).html(inChinese: isChinese)
      let table = try table(questionnaire, isChinese)
      try FolderOfOutput.make(output)
      try write(Array(page.utf8), to: files[0])
      try write(table, to: files[1])
      let pairs = questionnaire.sets.reduce(0) { $0 + $1.pairs.count }
      let sets = questionnaire.sets.count
      Terminal.note(
        "wrote \(files[0]) and \(files[1]): \(pairs) pairs in \(sets) \(sets == 1 ? "set" : "sets")"
      )
    }
  }

  private func table(_ questionnaire: Questionnaire, _ inChinese: Bool) throws -> [UInt8] {
    let rows = QuestionnaireTable.rows(questionnaire, inChinese: inChinese)
    return try encoding.encoded(DelimitedWriter.bytes(rows, disarmsFormulas: true))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(path) }
    try file.write(bytes)
    try file.commit()
  }
}

extension DelimitedWriter {
  /// Rows of text, the first of them a header.
  static func bytes(_ rows: [[String]], disarmsFormulas: Bool) -> [UInt8] {
    var writer = DelimitedWriter(disarmsFormulas: disarmsFormulas)
    if let header = rows.first { writer.appendHeader(header) }
    for row in rows.dropFirst() {
      for cell in row { writer.append(cell) }
      writer.endRow()
    }
    return writer.bytes
  }
}
