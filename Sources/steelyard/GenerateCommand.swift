import ArgumentParser
import ColumnStore
import Diagnostics
import Foundation
import ScorecardPolicy
import ScoringEngine
import SyntheticBanks

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes up the data of a bank for any policy.",
    discussion: """
      Writes a CSV for each table of the policy, as `steelyard score` reads them, and a notice that \
      they are synthetic. The same policy, size and seed give the same bytes. With --dirt the files \
      have the faults that files of banks have, and truth.jsonl lists each of them. Files appear \
      whole or not at all.

      Example:
        steelyard generate policy.yaml --staff 100 --output DIR
      """)

  /// A bank's rows are counted in 32 bits where it is scored.
  private static let mostStaff = 100_000_000

  @Argument(help: "The policy file.")
  var policy: String

  @Option(parsing: .unconditional, help: "How many subjects: rows of the first table.")
  var staff: Int

  @Option(parsing: .unconditional, help: "A whole number; another one gives other data.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "How much dirt there is in the files, from 0 to 4.")
  var dirt = 0

  @Option(
    help:
      "The folder to write into, made if it is not there; files of the same names are written over."
  )
  var output: String

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    if !(0...Self.mostStaff).contains(staff) {
      throw ValidationError("--staff must be from 0 to \(Self.mostStaff)")
    }
    if !(0...4).contains(dirt) { throw ValidationError("--dirt must be from 0 to 4") }
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    try Outcome.report {
      let policy = try PolicyFile.read(policy).resolved.policy
      let bank = try bank(for: policy)
      try OutputFiles.protect(policy.files, from: bank.fileNames.map { file($0) })
      let files = try OutputFiles.begin { () throws(AtomicFileError) in
        try BankFiles(bank, in: output)
      }
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let contents = try bank.make(
        threads: work.threads ?? ProcessInfo.processInfo.activeProcessorCount,
        progress: { done in
          progress.show(WorkProgress(activity: "writing", done: done, total: bank.size))
        },
        write: { (file, bytes) throws(AtomicFileError) in try files.write(file, bytes) })
      try files.commit()
      progress.finish()
      if !quiet { summarise(contents, seconds: progress.seconds) }
    }
  }

  private func bank(for policy: Policy) throws -> SyntheticBank {
    do throws(SyntheticBankError) {
      return try SyntheticBank(policy, size: staff, seed: seed, dirt: dirt)
    } catch {
      throw DiagnosedFailure([
        Diagnostic(
          code: "policy.generate", path: "tables.\(error.place)", error.reason, suggestion: nil)
      ])
    }
  }

  private func file(_ name: String) -> String { DataOptions.file(name, in: output) }

  private func summarise(_ contents: SyntheticBank.Contents, seconds: Double) {
    let rows = contents.rows.map { "\($0.count.counted("row")) in \(file("\($0.table).csv"))" }
    for line in rows { Terminal.note(line) }
    if dirt > 0 {
      let faults = contents.faultCount.counted("fault")
      Terminal.note("\(faults), listed in \(file(SyntheticBank.truthFile))")
    }
    let megabytes = (Double(contents.byteCount) / 1e6).rounded(to: 1)
    Terminal.note(
      "wrote \(megabytes) MB of synthetic data (seed \(seed)) in \(seconds.rounded(to: 2)) s")
  }
}
