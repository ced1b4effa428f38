import ColumnStore

/// The files of one result, which appear together or not at all: the result, its manifest, and the
/// rejects file if one is asked for.
public struct ResultFiles {
  private let path: String
  private let rejectsPath: String?
  private let files: AtomicFiles
  /// Where each stands among the names.
  private static let (resultPlace, manifestPlace, rejectsPlace) = (0, 1, 2)

  /// The names of the files that a result at that path comes with.
  public static func names(result: String, rejects: String?) -> [String] {
    [result, ResultManifest.file(ofResult: result)] + (rejects.map { [$0] } ?? [])
  }

  /// Begins the files; fails when one of them can never be written where it should stand.
  public init(result: String, rejects: String?) throws(AtomicFileError) {
    files = try AtomicFiles(Self.names(result: result, rejects: rejects))
    (path, rejectsPath) = (result, rejects)
  }

  /// Writes what came of a job and puts the files in their places, one right after the other.
  ///
  /// What stood there before stays until all files are on the disk. A run that is killed between
  /// the last steps, a few microseconds apart, leaves a result that does not fit its manifest, which
  /// verification then says.
  public func write(
    _ outcome: ScoringOutcome, policyFiles: [HashedFile], programVersion: String
  ) throws {
    var hasher = ContentHasher()
    try outcome.writeResult { bytes in
      hasher.update(bytes)
      try files.write(Self.resultPlace, bytes)
    }
    var rejected: HashedFile?
    if let rejectsPath {
      let bytes = try outcome.rejectsBytes()
      try files.write(Self.rejectsPlace, bytes)
      rejected = HashedFile(rejectsPath, ContentDigest(of: bytes))
    }
    let record = ResultManifest(
      outcome, policyFiles: policyFiles, programVersion: programVersion, resultFile: path,
      result: hasher.finish(), rejects: rejected)
    try files.write(Self.manifestPlace, Array(record.json.utf8))
    try files.commit()
  }
}
