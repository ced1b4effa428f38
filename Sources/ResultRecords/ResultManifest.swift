import ScoringPlan

/// What a result was made from and with: enough to make it again, byte for byte.
///
/// Holds no time, no name of a machine and no absolute path (but where the user named a file by one that
/// the rejects file or the corrections may quote), so that the same job writes the same manifest.
public struct ResultManifest: Hashable, Sendable {
  /// The versions of the format that this program reads.
  static let formatVersions = 1...3

  /// The version of the program that wrote the result.
  public let programVersion: String
  /// The policy.
  public let policy: PolicyRecord
  /// The tables in the order of the policy.
  public let inputs: [TableRecord]
  /// The corrections laid over them, if a file of corrections was given.
  public let corrections: CorrectionsRecord?
  /// What was chosen about the result.
  public let options: ResultOptions
  /// The value of every parameter by its path, resolved weights among them; floors and caps that are
  /// not set are left out.
  let parameters: [String: Double]
  /// The result.
  public let result: OutputRecord
  /// The rejects file, if one was asked for.
  public let rejects: OutputRecord?

  /// The version of the format that it is written in: the first that has all its keys, so that what does
  /// not need a later one is the same bytes as ever.
  var formatVersion: Int {
    if inputs.contains(where: { $0.files.contains(where: \.isTable) }) { return 3 }
    return corrections == nil && options.encoding == .utf8 ? 1 : 2
  }

  /// The file of a result's manifest: the result's name with `.manifest.json` after it.
  public static func file(ofResult result: String) -> String { result + suffix }

  /// What a manifest's name ends with.
  public static let suffix = ".manifest.json"

  /// The manifest of a job's outcome.
  ///
  /// - Parameters:
  ///   - outcome: the outcome.
  ///   - policyFiles: the policy's files, as `PolicyRecord` wants them.
  ///   - programVersion: the version of the program.
  ///   - resultFile: where the result will stand; the manifest stands beside it.
  ///   - result: the digest of the result.
  ///   - rejects: where the rejects file will stand, and its digest.
  init(
    _ outcome: ScoringOutcome, policyFiles: [HashedFile], programVersion: String,
    resultFile: String, result: ContentDigest, rejects: HashedFile?
  ) {
    let (plan, scored, options) = (outcome.job.plan, outcome.scored, outcome.job.options)
    let folder = FilePath.folder(of: resultFile)
    let counts = scored.counts
    self.programVersion = programVersion
    policy = PolicyRecord(
      name: plan.policy, version: plan.version,
      files: policyFiles.map { FileRecord($0.file, digest: $0.digest, from: folder) })
    inputs = zip(outcome.inputs, counts).map { inputs, counts in
      let isQuoted = (options.rejects || outcome.corrections != nil) && inputs.count > 1
      let files = inputs.map {
        FileRecord($0, from: folder, name: isQuoted ? $0.file : nil)
      }
      return TableRecord(table: counts.table, files: files, rows: RowRecord(counts))
    }
    corrections = outcome.corrections.map { CorrectionsRecord($0, from: folder) }
    self.options = options
    parameters = outcome.job.values.record(of: plan)
    self.result = OutputRecord(path: nil, digest: result, rows: counts[0].scored)
    self.rejects = rejects.map {
      OutputRecord(
        path: RecordedPlace.relative($0.file, to: folder), digest: $0.digest,
        rows: outcome.rejected.count)
    }
  }
}
