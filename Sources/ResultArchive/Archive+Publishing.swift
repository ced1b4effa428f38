import ResultRecords
import ScoringEngine
import SQLiteAccess

extension Archive {
  /// Appends an entry: all of it, or nothing when this fails or the program is killed.
  ///
  /// - Parameter progress: called now and then.
  /// - Throws: `ArchiveError`, or `RecordError` for a file that cannot be read.
  public func publish(
    _ publication: Publication, progress: ((WorkProgress) -> Void)? = nil
  ) throws -> ArchiveEntry {
    try publication.check()
    return try reading {
      try database.transaction {
        try ArchiveSchema.make(in: database)
        let entries = try entries()
        try check(publication, against: entries)
        let entry = try add(publication, after: entries.last, progress)
        // One record that cannot be read would lock all others in.
        guard ArchiveEntry(record: entry.record) == entry else {
          throw ArchiveError.unusableText(
            what: "this result", reason: "the name of a table or file cannot be read back")
        }
        try database.prepare("INSERT INTO entries (number, hash, record) VALUES (?1, ?2, ?3)").run(
          [.integer(entry.number), .text("\(entry.hash)"), .text(entry.record)])
        return entry
      }
    }
  }

  /// Fails unless a result may be published: for a period that is open, or as a correction of the last
  /// word on one that is closed. `publish` asks this again.
  public func check(_ publication: Publication) throws {
    try publication.check()
    try check(publication, against: try entries())
  }

  private func check(_ publication: Publication, against entries: [ArchiveEntry]) throws {
    let (policy, period) = (publication.manifest.policy.name, publication.manifest.options.period)
    guard let period else {
      throw ArchiveError.unusableText(what: "a result without a period", reason: "none was given")
    }
    let last = entries.last { $0.policy == policy && $0.period == period }
    guard let number = publication.correction?.entry else {
      if let last { throw ArchiveError.closed(last) }
      return
    }
    guard let corrected = entries.first(where: { $0.number == number }) else {
      throw ArchiveError.noEntry(file: file, number: number, count: entries.count)
    }
    guard corrected.policy == policy, corrected.period == period else {
      throw ArchiveError.cannotCorrect(
        entry: number,
        reason: "it is \(corrected.period) of \(corrected.policy), and the result is \(period) of "
          + policy)
    }
    if let last, last.number != number {
      throw ArchiveError.cannotCorrect(
        entry: number, reason: "entry \(last.number) corrects it already; correct that one")
    }
  }

  /// Stores what an entry holds.
  private func add(
    _ publication: Publication, after last: ArchiveEntry?, _ progress: ((WorkProgress) -> Void)?
  ) throws -> ArchiveEntry {
    let (manifest, correction) = (publication.manifest, publication.correction)
    var files = try addJob(of: publication)
    if let folder = publication.statements {
      files.append(try addStatements(in: folder, progress))
    }
    if correction != nil {
      let digest = try contents.add(publication.differences)
      files.append(
        EntryFile(role: .differences, digest: digest, isKept: true, path: "differences.csv"))
    }
    return ArchiveEntry(
      number: (last?.number ?? 0) + 1,
      previous: last?.hash ?? ArchiveEntry.noHash, publishedAt: publication.publishedAt,
      publishedBy: publication.publishedBy, program: publication.program,
      policy: manifest.policy.name, version: manifest.policy.version,
      effectiveFrom: publication.effectiveFrom, period: manifest.options.period ?? "",
      rows: manifest.result.rows, correction: correction, files: files)
  }

  /// Stores the files of the job; of data that are not to be kept only the hash was needed.
  private func addJob(of publication: Publication) throws -> [EntryFile] {
    let places = publication.files
    let recorded = JobFile.all(of: publication.manifest)
    let manifestDigest = try contents.add(file: places.manifest, expecting: nil)
    let manifest = try ResultManifest(
      contents.bytes(of: manifestDigest.sha256), file: places.manifest)
    guard manifest == publication.manifest else {
      throw ArchiveError.changed(file: places.manifest)
    }
    let tree = JobTree(result: places.result, others: recorded.compactMap(\.path))
    var sources = JobSources(places)
    var files: [EntryFile] = []
    for file in recorded {
      let source = sources.next(file.role)
      let isKept = publication.keepsData || !file.role.isInput
      if isKept { try contents.add(file: source, expecting: file.digest) }
      files.append(try entryFile(file, isKept: isKept, source, tree))
      if file.role == .result {
        let name = ResultManifest.file(ofResult: FilePath.name(of: places.result))
        files.append(
          EntryFile(
            role: .manifest, digest: manifestDigest, isKept: true, path: tree.path(of: name)))
      }
    }
    return files
  }

  private func entryFile(
    _ file: JobFile, isKept: Bool, _ source: String, _ tree: JobTree
  ) throws(ArchiveError) -> EntryFile {
    let name = FilePath.name(of: source)
    let path: String
    if let recorded = file.path {
      path = tree.path(of: recorded)
    } else {
      path = file.role == .result ? tree.path(of: name) : "from-a-pipe/\(name)"
    }
    guard RecordText.isInnerPath(path) else { throw .unusableName(file: source) }
    return EntryFile(role: file.role, digest: file.digest, isKept: isKept, path: path)
  }

  private func addStatements(
    in folder: String, _ progress: ((WorkProgress) -> Void)?
  ) throws -> EntryFile {
    let names = try StatementList.names(in: folder)
    var statements: [StatementList.Statement] = []
    for (number, name) in names.enumerated() {
      if number % 64 == 0 {
        progress?(WorkProgress(activity: "storing statements", done: number, total: names.count))
      }
      let path = FilePath.join(folder, name)
      let digest = try contents.add(file: path, expecting: nil)
      statements.append(StatementList.Statement(name: name, hash: digest.sha256))
    }
    let list = StatementList(statements)
    return EntryFile(
      role: .statements, digest: try contents.add(list.bytes), isKept: true,
      path: StatementList.path)
  }
}

extension EntryRole {
  /// Whether it is a file of data.
  var isInput: Bool { if case .input = self { true } else { false } }
}

/// Where the files of a job are now, taken in the order of `JobFile.all`.
private struct JobSources {
  private let places: RecordedFiles
  private var policy: ArraySlice<String>
  private var inputs: ArraySlice<String>

  init(_ places: RecordedFiles) {
    self.places = places
    policy = places.policy[...]
    inputs = places.inputs.flatMap(\.self)[...]
  }

  mutating func next(_ role: EntryRole) -> String {
    switch role {
    case .result: places.result
    case .manifest: places.manifest
    case .rejects: places.rejects ?? ""
    case .policy: policy.popFirst() ?? ""
    case .input: inputs.popFirst() ?? ""
    case .corrections: places.corrections ?? ""
    case .statements, .differences: ""
    }
  }
}
