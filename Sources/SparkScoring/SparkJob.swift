import ColumnStore
import DelimitedText
import Glibc
import ResultRecords
import ScoringEngine
import ScoringPlan
import SegmentStreams

/// A scoring job on Spark: reads the files once, lets Spark do the work, and publishes the result as a
/// folder when everything held.
public final class SparkJob: Sendable {
  /// What the job is.
  public let request: SparkRequest
  private let plan: SegmentedPlan
  private let staging: StagingFolder
  private let run: SparkRun
  private let result: PublishedFolder
  private let rejects: PublishedFolder?

  /// Begins a job: finds Spark and makes the staging folder.
  ///
  /// - Parameters:
  ///   - request: what is asked for.
  ///   - plan: the plan.
  ///   - environment: the variables that say where Spark is.
  /// - Throws: `SparkFault`, or `UncuttablePlan` when the plan cannot run in parts.
  public init(
    _ request: SparkRequest, plan: Plan, environment: [String: String]
  ) throws {
    self.request = request
    self.plan = try SegmentedPlan(plan, measures: request.options.measures)
    let installation = try SparkInstallation(environment: environment)
    result = try PublishedFolder(request.output)
    rejects = try request.rejects.map { folder throws(SparkFault) in try PublishedFolder(folder) }
    staging = try StagingFolder(
      in: request.staging ?? FilePath.folder(of: result.target),
      named: "steelyard-staging-\(getpid())")
    run = SparkRun(
      installation, master: request.master, settings: request.allSettings, in: staging)
  }

  /// Does the job; what was published.
  ///
  /// - Parameter progress: called, from this thread, as the work goes on.
  /// - Throws: `SparkFault`; `SparkRejections` when rows are at fault and no folder for them was named;
  ///   `TableReadError`, `RecordError` and `AtomicFileError` for files. Nothing is published then.
  public func score(progress: ((WorkProgress) -> Void)? = nil) throws -> SparkOutcome {
    defer { discard() }
    let policy = try StagedPolicy(request.policyFiles, to: staging.file("policy"))
    let program = try StagedProgram(request.program, in: staging)
    let inputs = try stage(progress)
    let scripts = SparkScripts(
      plan: plan, sources: try sources(inputs),
      filters: FilterCommands(
        program: program.path, policy: policy.path, period: request.options.period,
        measures: request.options.measures),
      tables: SparkTables(uri: staging.uri), resultHeader: header,
      partCount: max(
        1, (inputs[0].reduce(0) { $0 + $1.rowCount } + Self.partRows - 1) / Self.partRows),
      allowsRejects: rejects != nil)
    let (round, output) = try work(scripts, progress)
    for (table, files) in zip(plan.plan.tables, inputs) {
      for file in files { try file.checkUnchanged(table.name) }
    }
    return try publish(scripts, round, output, inputs, policy, progress)
  }

  /// Ends the work as far as it is under way and removes what it left; any thread may call.
  public func interrupt() {
    run.end()
    discard()
  }

  /// How many subjects a file of the result has about.
  static let partRows = 1_000_000

  private func discard() {
    staging.remove()
    result.discard()
    rejects?.discard()
  }

  // MARK: Inputs

  private func stage(_ progress: ((WorkProgress) -> Void)?) throws -> [[StagedInput]] {
    let tables = plan.plan.tables
    let files = tables.map { request.files[$0.name] ?? [] }
    let total = files.joined().reduce(0) { $0 + Self.size(of: $1) }
    var done = 0
    return try zip(tables, files).enumerated().map { number, table in
      try table.1.enumerated().map { index, file in
        try StagedInput(
          file, of: table.0.name, copy: staging.file("inputs/\(number)-\(index).csv")
        ) { count in
          done += count
          progress?(
            WorkProgress(
              activity: "reading \(table.0.name)", done: done, total: total, measure: .bytes))
        }
      }
    }
  }

  private func sources(_ inputs: [[StagedInput]]) throws -> [SparkScripts.Source] {
    try zip(plan.plan.tables, inputs).map { table, files in
      if let other = files.first(where: { $0.header != files[0].header }) {
        throw SparkFault.unfitInput(
          file: other.file, line: 1,
          reason:
            "the header is not that of \(files[0].file), and Spark reads all files of the table "
            + "\(table.name) alike")
      }
      return SparkScripts.Source(
        table: table.name, header: files[0].header, paths: files.map(\.path),
        rowCount: files.reduce(0) { $0 + $1.rowCount })
    }
  }

  private static func size(of file: String) -> Int {
    var status = stat()
    return stat(file, &status) == 0 ? Int(status.st_size) : 0
  }

  private var header: String {
    var writer = DelimitedWriter()
    writer.appendHeader(
      plan.plan.resultColumns(
        period: request.options.period != nil, measures: request.options.measures))
    return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
  }

  // MARK: Rounds

  /// Runs the scripts, round after round, until no subject is rejected that had counted; the number of
  /// the last round, and what it printed.
  private func work(
    _ scripts: SparkScripts, _ progress: ((WorkProgress) -> Void)?
  ) throws -> (round: Int, output: SparkOutput) {
    var output = SparkOutput()
    var (round, counting) = (1, 0)
    while true {
      output.clearCounts(besides: "segment_0")
      try run(scripts.round(round), "round-\(round)", &output, progress)
      if round == 1 { counting = try check("segment_0", output, expected: scripts.rowCount) }
      try checkRound(output, counting)
      let late = try number("rejected", of: "late", output)
      if late == 0 { return (round, output) }
      (round, counting) = (round + 1, counting - late)
    }
  }

  /// Runs a script; when it stops at rejected rows, these are the reason.
  private func run(
    _ script: SparkScript, _ name: String, _ output: inout SparkOutput,
    _ progress: ((WorkProgress) -> Void)?
  ) throws {
    do {
      try run.run(script, named: name, output: &output, progress: progress)
    } catch let fault as SparkFault {
      guard rejects == nil, !output.rejected.isEmpty else { throw fault }
      throw SparkRejections(first: output.rejected)
    }
  }

  /// The numbers that a round printed, looked at once more.
  private func checkRound(_ output: SparkOutput, _ counting: Int) throws {
    var counting = counting
    for index in plan.segments.indices.dropFirst() {
      let (before, compared) = (
        "subjects_\(index)", try number("compared", of: "subjects_\(index)", output)
      )
      try require(try number("subjects", of: before, output) == counting, before)
      try require(compared == counting, before)
      try require(try number("undecided", of: before, output) == 0, before)
      counting = try check("segment_\(index)", output, expected: counting)
    }
  }

  /// Checks the counts of a segment's lines; how many subjects there are after it.
  private func check(_ segment: String, _ output: SparkOutput, expected: Int) throws -> Int {
    try require(try number("read", of: segment, output) == expected, segment)
    try require(try number("strays", of: segment, output) == 0, segment)
    try require(try number("untyped", of: segment, output) == 0, segment)
    let subjects = try number("subjects", of: segment, output)
    if segment != "segment_0" {
      try require(subjects + number("rejected", of: segment, output) == expected, segment)
    }
    return subjects
  }

  private func number(_ name: String, of counts: String, _ output: SparkOutput) throws -> Int {
    guard let number = output.counts[counts]?[name] else {
      throw SparkFault.miscounted(step: counts, reason: "did not say its count \"\(name)\"")
    }
    return number
  }

  private func require(_ holds: Bool, _ step: String) throws {
    if !holds {
      throw SparkFault.miscounted(step: step, reason: "has counts that do not fit each other")
    }
  }

  // MARK: Publication

  private func publish(
    _ scripts: SparkScripts, _ round: Int, _ output: SparkOutput, _ inputs: [[StagedInput]],
    _ policy: StagedPolicy, _ progress: ((WorkProgress) -> Void)?
  ) throws -> SparkOutcome {
    let parts = try move(
      "parts", round, scripts.resultHeader, scripts.partCount, to: result, progress)
    let rejected = try rejects.map {
      try move("rejects", round, SparkScripts.rejectsHeader, scripts.partCount, to: $0, progress)
    }
    let last = plan.segments.indices.last ?? 0
    let scored = parts.reduce(0) { $0 + $1.rows }
    try require(scored == number("subjects", of: "segment_\(last)", output), "write the result")
    let folder = result.target
    let manifest = PartsManifest(
      plan: plan.plan, values: plan.values, policyFiles: policy.files,
      inputs: zip(plan.plan.tables, inputs).map { table, files in
        (
          table.name, files.map { HashedFile($0.file, $0.digest) },
          files.reduce(0) { $0 + $1.rowCount }
        )
      }, options: request.options, programVersion: request.programVersion,
      folder: FilePath.real(result.unfinished) ?? folder,
      parts: parts,
      rejects: rejected?.map { record in
        OutputRecord(
          path: rejects.flatMap { $0.path(of: record.path ?? "", from: result) },
          digest: record.digest, rows: record.rows)
      })
    var file = try AtomicFile("\(result.unfinished)/\(PartsManifest.fileName)")
    try file.write(Array(manifest.json.utf8))
    try file.commit()
    try rejects?.publish()
    try result.publish()
    return SparkOutcome(
      rowCounts: zip(plan.plan.tables, scripts.sources).map { ($0.name, $1.rowCount) },
      scored: scored, rejected: rejected?.reduce(0) { $0 + $1.rows } ?? 0, partCount: parts.count,
      rounds: round)
  }

  private func move(
    _ name: String, _ round: Int, _ header: String, _ count: Int, to folder: PublishedFolder,
    _ progress: ((WorkProgress) -> Void)?
  ) throws -> [OutputRecord] {
    try folder.make()
    return try PartFiles(
      folder: staging.file("tables/round-\(round)/\(name)"), partCount: count, header: header
    ).move(to: folder) { done in
      progress?(WorkProgress(activity: "publishing", done: done, total: count))
    }
  }
}
