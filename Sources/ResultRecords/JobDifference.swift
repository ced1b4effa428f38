import ColumnStore

/// How the jobs that made two results differ, as their manifests tell: why the results do.
public struct JobDifference: Sendable {
  /// Everything that differs, what comes first in a manifest first, parameters by their paths.
  public private(set) var changes: [JobChange] = []

  /// Compares two manifests. Where a file lies is no difference, only what it holds.
  public init(old: ResultManifest, new: ResultManifest) {
    add(.program, "", old.programVersion, new.programVersion)
    add(.policy, "name", old.policy.name, new.policy.name)
    add(.policy, "version", old.policy.version, new.policy.version)
    addPolicyFiles(old.policy.files, new.policy.files)
    addInputs(old.inputs, new.inputs)
    if old.corrections?.content != new.corrections?.content {
      add(.corrections, "", old.corrections?.summary, new.corrections?.summary)
    }
    addOptions(old.options, new.options)
    for path in Set(old.parameters.keys).union(new.parameters.keys).sorted() {
      add(
        .parameter, path, old.parameters[path].map(PlainDecimal.text),
        new.parameters[path].map(PlainDecimal.text))
    }
  }

  private mutating func add(
    _ kind: JobChange.Kind, _ name: String, _ old: String?, _ new: String?
  ) {
    if old != new { changes.append(JobChange(kind: kind, name: name, old: old, new: new)) }
  }

  /// The policy's own file stands first; the others are told by their places as seen from it.
  private mutating func addPolicyFiles(_ old: [FileRecord], _ new: [FileRecord]) {
    let own = (new.first ?? old.first)?.path.map(FilePath.name) ?? ""
    addFile(.policyFile, own, old.first, new.first)
    let (old, new) = (Self.places(old), Self.places(new))
    for name in Set(old.keys).union(new.keys).sorted() {
      addFile(.policyFile, name, old[name], new[name])
    }
  }

  private static func places(_ files: [FileRecord]) -> [String: FileRecord] {
    let own = files.first?.path ?? ""
    let pairs = files.dropFirst().map { file in
      (FilePath.relative(file.path ?? "", toFolderOf: own) ?? file.path ?? "", file)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private mutating func addInputs(_ old: [TableRecord], _ new: [TableRecord]) {
    let tables = new.map(\.table) + old.map(\.table).filter { !new.map(\.table).contains($0) }
    for table in tables {
      let (was, now) = (old.first { $0.table == table }, new.first { $0.table == table })
      let (oldFiles, newFiles) = (was?.files ?? [], now?.files ?? [])
      for index in 0..<max(oldFiles.count, newFiles.count) {
        addFile(
          .input, table, oldFiles.dropFirst(index).first, newFiles.dropFirst(index).first)
      }
      if let was, let now { add(.rows, table, was.rows.description, now.rows.description) }
    }
  }

  private mutating func addFile(
    _ kind: JobChange.Kind, _ name: String, _ old: FileRecord?, _ new: FileRecord?
  ) {
    if old?.digest != new?.digest { add(kind, name, old?.summary, new?.summary) }
  }

  private mutating func addOptions(_ old: ResultOptions, _ new: ResultOptions) {
    add(.option, "period", old.period, new.period)
    add(.option, "sort", old.sort, new.sort)
    add(.option, "measures", "\(old.measures)", "\(new.measures)")
    add(.option, "rejects", "\(old.rejects)", "\(new.rejects)")
    add(.option, "encoding", old.encoding.rawValue, new.encoding.rawValue)
  }
}

extension CorrectionsRecord {
  /// What they are, wherever their file lies.
  fileprivate var content: [String] { ["\(file.digest)", "\(granted)", "\(refused)"] }

  fileprivate var summary: String { "\(granted) granted, \(refused) refused: \(file.summary)" }
}

extension FileRecord {
  /// Where the file was and what it held.
  fileprivate var summary: String { "\(path ?? "a pipe"), \(digest)" }
}
