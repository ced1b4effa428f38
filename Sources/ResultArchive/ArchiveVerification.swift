import ResultRecords
import ScoringEngine
import SQLiteAccess

/// Verifies an archive by itself: its database, the chain of its entries, every content against its
/// hash, and what the manifests say. Making results again is for who can score.
public struct ArchiveVerification {
  /// The entries that can be read, in their order.
  public private(set) var entries: [ArchiveEntry] = []
  /// All that is wrong: first of the database, then entry by entry, then what belongs to none.
  public private(set) var faults: [ArchiveFault] = []
  /// How many contents were compared with their hashes.
  public private(set) var contentCount = 0

  private let archive: Archive

  /// Verifies an archive.
  ///
  /// - Parameters:
  ///   - archive: the archive.
  ///   - number: the only entry whose contents are looked at; all when nil. The chain is always looked
  ///     at as a whole.
  ///   - progress: called now and then.
  /// - Throws: `ArchiveError` when the file cannot be read at all.
  public init(
    of archive: Archive, entry number: Int? = nil, progress: ((WorkProgress) -> Void)? = nil
  ) throws {
    self.archive = archive
    try archive.reading {
      try archive.database.snapshot {
        attempt { try $0.checkDatabase(progress) }
        attempt { try $0.checkChain() }
        let chosen = entries.filter { number == nil || $0.number == number }
        attempt { try $0.checkContents(of: chosen, isWhole: number == nil, progress) }
        for entry in chosen { attempt { try $0.checkManifest(of: entry) } }
      }
    }
    faults = ArchiveFault.ordered(faults)
  }

  private mutating func add(_ kind: ArchiveFault.Kind, _ entry: Int?, _ message: String) {
    faults.append(ArchiveFault(kind, entry: entry, message))
  }

  /// Does a part of the work; a database that gives way under it is a fault too.
  private mutating func attempt(_ body: (inout Self) throws -> Void) {
    do {
      try body(&self)
    } catch {
      add(.database, nil, "the database cannot be read further: \(error)")
    }
  }

  private mutating func checkDatabase(_ progress: ((WorkProgress) -> Void)?) throws {
    progress?(WorkProgress(activity: "checking pages", done: 0, total: 1))
    for fault in try ArchiveSchema.faults(in: archive.database) { add(.database, nil, fault) }
    let most = 5
    var messages: [String] = []
    try archive.database.rows("PRAGMA integrity_check(\(most))") { row in
      messages.append(row.value(0).text ?? "")
    }
    for message in messages where message != "ok" {
      // Some messages have several lines.
      add(.database, nil, message.split(separator: "\n").joined(separator: "; "))
    }
  }

  private mutating func checkChain() throws {
    var previous: (number: Int, hash: String) = (0, "\(ArchiveEntry.noHash)")
    var closed: [[String]: Int] = [:]
    for row in try archive.rows() {
      if row.number != previous.number + 1 {
        add(.chain, row.number, "the entry before it is \(previous.number), so one is missing")
      }
      if let fault = row.fault { add(.record, row.number, fault) }
      if let entry = row.entry {
        if "\(entry.previous)" != previous.hash {
          add(
            .chain, row.number,
            "it was chained to an entry with the hash \(entry.previous), and the one before it has "
              + previous.hash)
        }
        let last = closed.updateValue(entry.number, forKey: [entry.policy, entry.period])
        if last != entry.correction?.entry { add(.closing, row.number, Self.closing(entry, last)) }
        entries.append(entry)
      }
      previous = (row.number, row.hash)
    }
  }

  private static func closing(_ entry: ArchiveEntry, _ last: Int?) -> String {
    let corrected = entry.correction.map { "corrects entry \($0.entry)" } ?? "corrects no entry"
    let expected = last.map { "was last published as entry \($0)" } ?? "was not published before"
    return "it \(corrected), but \(entry.period) of \(entry.policy) \(expected)"
  }

  /// The contents that an entry names, each with what the entry calls it; and what is wrong with the
  /// list of its statements.
  private func contents(of entry: ArchiveEntry) -> (named: [(ContentHash, String)], fault: String?)
  {
    var named = entry.files.filter(\.isKept).map { file in
      (file.digest.sha256, "\(file.role) \(file.path)")
    }
    do {
      for statement in try archive.statements(of: entry)?.statements ?? [] {
        named.append((statement.hash, "statement \(statement.name)"))
      }
    } catch {
      // That its content has changed is found with all other contents.
      return (named, "\(error)")
    }
    return (named, nil)
  }

  private mutating func checkContents(
    of chosen: [ArchiveEntry], isWhole: Bool, _ progress: ((WorkProgress) -> Void)?
  ) throws {
    var known: Set<ContentHash> = []
    for entry in chosen {
      let (named, fault) = contents(of: entry)
      var isSound = true
      for (number, (hash, name)) in named.enumerated() where known.insert(hash).inserted {
        if number % 64 == 0 {
          progress?(
            WorkProgress(
              activity: "hashing entry \(entry.number)", done: number, total: named.count))
        }
        do {
          try archive.contents.forEachPiece(of: hash) { _ in }
        } catch {
          isSound = false
          add(.content, entry.number, "\(name): \(error)")
        }
      }
      if isSound, let fault { add(.content, entry.number, fault) }
    }
    contentCount = known.count
    if isWhole, entries.count == chosen.count { try checkBelonging(of: known) }
  }

  /// Bytes that belong to no entry were not published.
  private mutating func checkBelonging(of known: Set<ContentHash>) throws {
    var foreign = 0
    try archive.database.rows("SELECT sha256 FROM contents") { row in
      let isKnown = ContentHash(row.value(0).text ?? "").map(known.contains) ?? false
      if !isKnown { foreign += 1 }
    }
    let loose =
      try archive.database.value(
        "SELECT count(*) FROM pieces WHERE content NOT IN (SELECT id FROM contents)")?.integer ?? 0
    if foreign > 0 { add(.content, nil, "\(foreign) contents belong to no entry") }
    if loose > 0 { add(.content, nil, "\(loose) pieces belong to no content") }
  }

  /// Whether the manifest says what the entry says. A manifest whose bytes have changed was told.
  private mutating func checkManifest(of entry: ArchiveEntry) throws {
    guard let file = entry.file(.manifest),
      let bytes = try? archive.bytes(of: file, in: entry)
    else { return }
    let manifest: ResultManifest
    do throws(RecordError) {
      manifest = try ResultManifest(bytes, file: file.path)
    } catch {
      return add(.manifest, entry.number, "\(error)")
    }
    let recorded = JobFile.all(of: manifest).map { "\($0.role) \($0.digest)" }
    let own = entry.files.filter { $0.role.isOfTheJob && $0.role != .manifest }
      .map { "\($0.role) \($0.digest)" }
    if recorded != own { add(.manifest, entry.number, "the manifest speaks of other files") }
    let facts = [manifest.policy.name, manifest.policy.version, manifest.options.period ?? ""]
    if facts != [entry.policy, entry.version, entry.period] || manifest.result.rows != entry.rows {
      add(
        .manifest, entry.number,
        "the manifest is of \(facts.joined(separator: ", ")) with \(manifest.result.rows) rows")
    }
  }
}
