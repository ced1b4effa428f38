import ColumnStore

/// The files of one result, which appear together or not at all: the result, its manifest, and the
/// rejects file if one is asked for.
public struct ResultFiles: ~Copyable {
  private let path: String
  private var result: AtomicFile
  private var manifest: AtomicFile
  private var rejects: AtomicFile?

  /// The names of the files that a result at that path comes with.
  public static func names(result: String, rejects: String?) -> [String] {
    [result, ResultManifest.file(ofResult: result)] + (rejects.map { [$0] } ?? [])
  }

  /// Begins the files; fails when one of them can never be written where it should stand.
  public init(result: String, rejects: String?) throws(AtomicFileError) {
    let resultFile = try AtomicFile(result)
    let manifestFile = try AtomicFile(ResultManifest.file(ofResult: result))
    let rejectsFile = try Self.file(rejects)
    path = result
    self.result = resultFile
    manifest = manifestFile
    self.rejects = rejectsFile
  }

  /// Writes what came of a job and puts the files in their places, one right after the other.
  ///
  /// What stood there before stays until all files are on the disk. A run that is killed between
  /// the last steps, a few microseconds apart, leaves a result that does not fit its manifest, which
  /// verification then says.
  public mutating func write(
    _ outcome: ScoringOutcome, policyFiles: [HashedFile], programVersion: String
  ) throws {
    var hasher = ContentHasher()
    try outcome.writeResult { bytes in
      hasher.update(bytes)
      try result.write(bytes)
    }
    var rejected: HashedFile?
    if let file = rejects?.path {
      let bytes = try outcome.rejectsBytes()
      try rejects?.write(bytes)
      rejected = HashedFile(file, ContentDigest(of: bytes))
    }
    let record = ResultManifest(
      outcome, policyFiles: policyFiles, programVersion: programVersion, resultFile: path,
      result: hasher.finish(), rejects: rejected)
    try manifest.write(Array(record.json.utf8))
    try result.prepare()
    try manifest.prepare()
    try rejects?.prepare()
    try rejects?.name()
    try result.name()
    try manifest.name()
    try rejects?.place()
    try result.place()
    try manifest.place()
    rejects?.settle()
    result.settle()
    manifest.settle()
  }

  private static func file(_ path: String?) throws(AtomicFileError) -> AtomicFile? {
    guard let path else { return nil }
    return try AtomicFile(path)
  }
}
