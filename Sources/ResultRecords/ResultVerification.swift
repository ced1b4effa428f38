import ColumnStore
import Databases
import ScoringEngine
import ScoringPlan

/// Verifies a result against its manifest: that the files are those recorded, and that the job, run
/// again with the recorded parameter values, gives the same bytes.
///
/// First call `readFiles`, which tells what has changed. If neither policy nor data have, call
/// `perform` with the policy's plan.
public struct ResultVerification {
  /// How far a weight that is solved again may be from the recorded one: another LAPACK or C library
  /// may round its last bits otherwise.
  public static let tolerance = 1e-12

  /// The manifest.
  let manifest: ResultManifest
  /// Where everything is.
  let files: RecordedFiles
  private var result: [UInt8] = []
  private var rejects: [UInt8] = []
  private var inputs: [[JobInput]] = []
  private var corrections: JobInput?

  /// The verification of a manifest whose files are at those places.
  public init(_ manifest: ResultManifest, files: RecordedFiles) {
    self.manifest = manifest
    self.files = files
  }

  /// Reads every file and says which are not what the manifest says, all of them.
  ///
  /// - Throws: `RecordError` or `TableReadError` for a file that cannot be read.
  public mutating func readFiles(
    progress: ((WorkProgress) -> Void)? = nil
  ) throws -> [Disagreement] {
    var found: [Disagreement] = []
    let recorded = try files.table.map { table in
      try ResultTables.bytes(of: table, hasRejects: manifest.rejects != nil)
    }
    result = try readOutput(files.result, recorded?.result, manifest.result, &found)
    if let record = manifest.rejects, let file = files.rejects {
      rejects = try readOutput(file, recorded?.rejects, record, &found)
    }
    found += try policyChanges(in: files.policy)
    let databases = DatabaseSnapshots()
    defer { databases.end() }
    for (number, (table, files)) in zip(manifest.inputs, files.inputs).enumerated() {
      progress?(
        WorkProgress(
          activity: "hashing \(table.table)", done: number, total: manifest.inputs.count))
      inputs.append(try Self.read(table, files, from: databases, &found))
    }
    if let record = manifest.corrections, let file = files.corrections {
      corrections = try JobInput.open(file, of: AppliedCorrections.table) { digest in
        guard digest != record.file.digest else { return true }
        found.append(.correctionsChanged(file: file, was: record.file.digest, is: digest))
        return false
      }
    }
    return found
  }

  /// Says which files of a policy, its own first, are not those recorded.
  ///
  /// `readFiles` asks this of the places where they should be. Ask it again of those that the policy
  /// was then read from: links may lead it elsewhere.
  public func policyChanges(in files: [String]) throws(RecordError) -> [Disagreement] {
    let recorded = manifest.policy.files
    var found: [Disagreement] = []
    if files.count != recorded.count {
      found.append(
        .recordedOtherwise(
          place: "policy.files", recorded: "\(recorded.count) files",
          computed: "\(files.count) files"))
    }
    for (file, record) in zip(files, recorded) {
      let digest = try ContentDigest(ofFile: file)
      if digest != record.digest {
        found.append(.policyChanged(file: file, was: record.digest, is: digest))
      }
    }
    return found
  }

  /// Runs the job again, on files that `readFiles` found unchanged, and says what comes out
  /// otherwise.
  ///
  /// - Parameters:
  ///   - plan: the plan of the policy.
  ///   - threads: how many to use, all processors when nil.
  ///   - progress: called as in scoring.
  /// - Throws: `RecordError` when the manifest does not fit the plan, `TableReadError`, or
  ///   `CorrectionFaults`.
  public func perform(
    _ plan: Plan, threads: Int? = nil, progress: ((WorkProgress) -> Void)? = nil
  ) throws -> [Disagreement] {
    let file = files.manifest
    guard plan.tables.map(\.name) == manifest.inputs.map(\.table) else {
      let names = plan.tables.map(\.name).joined(separator: ", ")
      throw RecordError.unfit(file: file, reason: "its tables are \(names)")
    }
    let values = try ParameterVector(manifest.parameters, of: plan, manifest: file)
    guard
      let job = ScoringJob(plan, values: values, options: manifest.options, threads: threads)
    else {
      throw RecordError.unfit(
        file: file, reason: "it has no ranking \"\(manifest.options.sort)\" to sort by")
    }
    let outcome = try job.run(inputs: inputs, corrections: corrections, progress: progress)
    let solved = values.largestDifference(from: plan.values, of: plan, tolerance: Self.tolerance)
    return try compare(outcome) + (solved.map { [.solvedOtherwise($0)] } ?? [])
  }

  private func readOutput(
    _ file: String, _ bytes: [UInt8]?, _ record: OutputRecord, _ found: inout [Disagreement]
  ) throws(RecordError) -> [UInt8] {
    let bytes = if let bytes { bytes } else { try RegularFile.bytes(of: file) }
    let digest = ContentDigest(of: bytes)
    if digest != record.digest {
      found.append(.outputChanged(file: file, was: record.digest, is: digest))
    }
    return bytes
  }

  private static func read(
    _ table: TableRecord, _ files: [String], from databases: DatabaseSnapshots,
    _ found: inout [Disagreement]
  ) throws(TableReadError) -> [JobInput] {
    var inputs: [JobInput] = []
    for (file, record) in zip(files, table.files) {
      let input = try JobInput.open(
        file, of: table.table, name: record.name, columns: .recorded(record.columns ?? []),
        from: databases
      ) { digest in
        guard digest != record.digest else { return true }
        found.append(
          .inputChanged(
            table: table.table, file: DatabaseTable(file)?.name ?? file, was: record.digest,
            is: digest))
        return false
      }
      if let input { inputs.append(input) }
    }
    return inputs
  }

  private func compare(_ outcome: ScoringOutcome) throws -> [Disagreement] {
    var found: [Disagreement] = []
    let encoding = manifest.options.encoding.textEncoding
    var comparison = ResultComparison(standing: result, encoding)
    try outcome.writeResult { comparison.take($0) }
    comparison.finish()
    if let difference = comparison.difference {
      found.append(.computedOtherwise(file: files.result, difference))
    }
    if let file = files.rejects {
      var comparison = ResultComparison(standing: rejects, encoding)
      try outcome.rejectsBytes().withUnsafeBytes { comparison.take($0) }
      comparison.finish()
      if let difference = comparison.difference {
        found.append(.computedOtherwise(file: file, difference))
      }
    }
    return found + recordDifferences(outcome)
  }

  /// What the manifest says about the result besides its bytes, whose digests were compared before.
  private func recordDifferences(_ outcome: ScoringOutcome) -> [Disagreement] {
    var found: [Disagreement] = []
    func compare<Value: Equatable>(_ place: String, _ recorded: Value, _ computed: Value) {
      guard recorded != computed else { return }
      found.append(
        .recordedOtherwise(place: place, recorded: "\(recorded)", computed: "\(computed)"))
    }
    let (plan, counts) = (outcome.job.plan, outcome.scored.counts)
    compare("policy.name", manifest.policy.name, plan.policy)
    compare("policy.version", manifest.policy.version, plan.version)
    for (index, (table, counts)) in zip(manifest.inputs, counts).enumerated() {
      compare("inputs[\(index)].rows", table.rows, RowRecord(counts))
    }
    if let record = manifest.corrections, let corrections = outcome.corrections {
      compare("corrections.granted", record.granted, corrections.grantedCount)
      compare("corrections.refused", record.refused, corrections.refusedCount)
    }
    compare("result.rows", manifest.result.rows, counts[0].scored)
    if let record = manifest.rejects, files.rejects != nil {
      compare("rejects.rows", record.rows, outcome.rejected.count)
    }
    return found
  }
}
