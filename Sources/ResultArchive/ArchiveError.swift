import SQLiteAccess

/// Why something cannot be published, or an archive cannot be used.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The database cannot be used.
  case database(DatabaseError)
  /// The file is a database, but no archive.
  case notAnArchive(file: String)
  /// The archive has a format that this program does not know.
  case newerFormat(file: String, found: Int)
  /// Nothing has been published into it.
  case empty(file: String)
  /// It has no entry of that number.
  case noEntry(file: String, number: Int, count: Int)
  /// No policy of that name holds on that day; from which day its first version holds, if there is
  /// one, and the names of all policies.
  case noPolicy(file: String, name: String, date: String, first: String?, names: [String])
  /// The period of the policy was published before.
  case closed(ArchiveEntry)
  /// The entry cannot be corrected by this result.
  case cannotCorrect(entry: Int, reason: String)
  /// A text cannot stand in the archive.
  case unusableText(what: String, reason: String)
  /// The name of a file cannot stand in the archive.
  case unusableName(file: String)
  /// A file is not what it was when the publication began.
  case changed(file: String)
  /// Something in the archive is not what it was.
  case damaged(file: String, entry: Int?, reason: String)
  /// Something stands where a folder is to be written, or there is no folder to be read.
  case folder(path: String, reason: String)
  /// What was taken out cannot be written.
  case cannotWrite(path: String, reason: String)
}

extension ArchiveError: CustomStringConvertible {
  /// What is wrong, without a full stop.
  public var description: String {
    switch self {
    case .database(let error): "\(error)"
    case .notAnArchive(let file): "\(file) is a database, but no archive of steelyard"
    case .newerFormat(let file, let found):
      "\(file) has format \(found) of archives, and this program knows format "
        + "\(ArchiveSchema.version)"
    case .empty(let file): "nothing has been published into \(file)"
    case .noEntry(let file, let number, let count):
      "\(file) has no entry \(number); "
        + (count == 1 ? "its only entry is 1" : "its entries are 1 to \(count)")
    case .noPolicy(let file, let name, let date, let first?, _):
      "\(file) has no policy \(name) that holds on \(date); its first version holds from \(first)"
    case .noPolicy(let file, let name, _, nil, let names):
      "\(file) has no policy \(name); "
        + (names.count == 1 ? "its only policy is " : "its policies are ")
        + names.joined(separator: ", ")
    case .closed(let entry):
      "\(entry.period) of \(entry.policy) is closed: \(entry.publishedBy) published it as entry "
        + "\(entry.number) at \(entry.publishedAt)"
    case .cannotCorrect(let entry, let reason): "entry \(entry) cannot be corrected: \(reason)"
    case .unusableText(let what, let reason): "\(what) cannot stand in an archive: \(reason)"
    case .unusableName(let file):
      "the name of \(file) cannot stand in an archive: it has a backslash or a control character "
        + "in it, begins or ends with a space, begins with a mark that joins the character before, or "
        + "is no UTF-8"
    case .changed(let file): "\(file) changed while it was published"
    case .damaged(let file, let entry, let reason):
      "\(file) is damaged: \(entry.map { "entry \($0): " } ?? "")\(reason)"
    case .folder(let path, let reason): "cannot use the folder \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var advice: String? {
    switch self {
    case .database(let error): error.advice
    case .notAnArchive: "name another file; this one was left as it is"
    case .newerFormat: "use the version of steelyard that wrote it, or a later one"
    case .empty: "publish a result into it, or name another file"
    case .closed(let entry):
      "if the published result was wrong, publish this one by --corrects \(entry.number) --reason "
        + "TEXT; the entry stays, and the new one says how it differs"
    case .unusableName: "rename it"
    case .changed: "see that nothing writes to it, and publish again"
    case .damaged: "`steelyard archive verify` says all that is wrong; take a copy from a backup"
    case .noEntry, .noPolicy, .cannotCorrect, .unusableText, .folder, .cannotWrite: nil
    }
  }

  /// Whether the file was an archive, but its pages cannot be read.
  public var isOfDamagedPages: Bool {
    if case .database(let error) = self { error.kind == .damaged } else { false }
  }

  /// Whether what the user asked for, and no file, is at fault.
  public var isOfTheCommandLine: Bool {
    switch self {
    case .noEntry, .noPolicy, .cannotCorrect, .unusableText, .folder: true
    default: false
    }
  }
}
