import Databases

/// Where the files that a manifest speaks of are to be found now.
public struct RecordedFiles: Sendable {
  /// The manifest.
  public let manifest: String
  /// The result.
  public let result: String
  /// The rejects file, if there is one.
  public let rejects: String?
  /// The files of the policy, its own first.
  public let policy: [String]
  /// For each table of the manifest its files.
  public let inputs: [[String]]
  /// The file of the corrections, if there is one.
  public let corrections: String?
  /// The result, where it is a table of a database.
  let table: DatabaseTable?

  /// The places that the manifest names, seen from its folder, or those given instead.
  ///
  /// - Parameters:
  ///   - manifest: the manifest.
  ///   - result: the result that it stands beside.
  ///   - policy: another copy of the policy's own file; the files that it refers to are then looked
  ///     for in the same places as seen from it.
  ///   - tables: other copies of tables, by name, each with as many files as recorded.
  ///   - corrections: another copy of the corrections, where there are any.
  /// - Throws: when an input was a pipe or is no regular file, and no other is given.
  public init(
    of manifest: ResultManifest, besideResult result: String, policy: String? = nil,
    tables: [String: [String]] = [:], corrections: String? = nil
  ) throws(RecordError) {
    table = DatabaseTable(result)
    let folder = FilePath.folder(of: table.map { $0.location.file ?? $0.table } ?? result)
    self.manifest =
      table.map { ResultTables.manifest(of: $0).name } ?? ResultManifest.file(ofResult: result)
    self.result = table?.name ?? result
    rejects = manifest.rejects?.path.map { RecordedPlace.join(folder, $0) }
    self.policy = Self.policyFiles(manifest.policy.files.compactMap(\.path), folder, policy)
    var inputs: [[String]] = []
    for table in manifest.inputs {
      if let files = tables[table.table], files.count == table.files.count {
        inputs.append(files)
      } else {
        let name = "the table \(table.table)"
        let files = try table.files.map { file throws(RecordError) in
          try Self.recorded(file, name, folder)
        }
        inputs.append(files)
      }
    }
    self.inputs = inputs
    self.corrections = try manifest.corrections.map { record throws(RecordError) in
      if let corrections { return corrections }
      return try Self.recorded(record.file, "the file of corrections", folder)
    }
  }

  private static func policyFiles(
    _ recorded: [String], _ folder: String, _ other: String?
  ) -> [String] {
    let places = recorded.map { FilePath.join(folder, $0) }
    guard let other, let own = recorded.first else { return places }
    let rest = zip(recorded, places).dropFirst().map { path, place in
      FilePath.relative(path, toFolderOf: own).map {
        FilePath.join(FilePath.folder(of: other), $0)
      } ?? place
    }
    return [other] + rest
  }

  private static func recorded(
    _ record: FileRecord, _ name: String, _ folder: String
  ) throws(RecordError) -> String {
    guard let path = record.path else {
      throw .unreadable(file: name, reason: "it came from a pipe, which is read only once")
    }
    if record.isTable { return RecordedPlace.join(folder, path) }
    let file = FilePath.join(folder, path)
    try RegularFile.check(file)
    return file
  }
}
