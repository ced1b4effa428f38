import ArgumentParser
import ColumnStore
import Diagnostics
import ResultArchive
import ResultRecords

/// What came of the verification of an archive.
struct ArchiveVerdict {
  let archive: Archive
  /// The entries that can be read.
  let entries: [ArchiveEntry]
  let contentCount: Int
  /// The numbers of the entries whose results were made again byte for byte.
  private(set) var madeAgain: [Int] = []
  /// The numbers of those whose data are not at hand.
  private(set) var withoutData: [Int] = []
  /// The number of the entry whose hash was written down elsewhere.
  private(set) var knownEntry: Int?
  private var found: [ArchiveFault]

  init(_ verification: ArchiveVerification, of archive: Archive) {
    self.archive = archive
    entries = verification.entries
    contentCount = verification.contentCount
    found = verification.faults
  }

  /// All that is wrong, in the order in which it is told.
  var faults: [ArchiveFault] { ArchiveFault.ordered(found) }
  /// Whether nothing is.
  var agrees: Bool { found.isEmpty }

  /// Says whether a hash that was written down elsewhere is that of an entry.
  mutating func look(for hash: ContentHash) {
    knownEntry = entries.first { $0.hash == hash }?.number
    if knownEntry == nil {
      found.append(ArchiveFault(.head, entry: nil, "no entry has the hash \(hash)"))
    }
  }

  /// Makes the result of an entry again from the archived policy, if its data are at hand.
  mutating func remake(
    _ entry: ArchiveEntry, _ data: DataOptions, threads: Int?, _ progress: ProgressLine
  ) throws {
    // From contents that have changed something else is made.
    if found.contains(where: { $0.entry == entry.number }) { return }
    let isNamed = data.folder != nil || !data.tables.isEmpty || data.corrections != nil
    guard entry.hasData || isNamed else { return withoutData.append(entry.number) }
    let scratch = try StagedFolder()
    let messages: [String]
    do {
      messages = try Interruption.removing(scratch.path) { folder in
        try verdict(on: entry, in: folder, data, threads, progress).disagreements.map(\.sentence)
      }
    } catch let error as ValidationError {
      throw error
    } catch let error as ArchiveError {
      // The contents agree with their hashes: what fails is this machine, such as a full disk.
      throw error
    } catch let failure as DiagnosedFailure {
      let reason = failure.diagnostics.first.map { "\($0)" } ?? ""
      messages = ["its policy cannot be read by this version: \(reason)"]
    } catch {
      messages = ["it cannot be made again: \(error)"]
    }
    if messages.isEmpty { madeAgain.append(entry.number) }
    found += messages.map { message in
      let own = message.replacing("\(scratch.path)/", with: "")
      return ArchiveFault(.result, entry: entry.number, own)
    }
  }

  private func verdict(
    on entry: ArchiveEntry, in folder: String, _ data: DataOptions, _ threads: Int?,
    _ progress: ProgressLine
  ) throws -> VerifyVerdict {
    try archive.extractJob(of: entry, into: folder)
    let result = Archive.result(of: entry, in: folder)
    let manifest = try ResultManifest(contentsOf: ResultManifest.file(ofResult: result))
    let copies = try VerifyCopies(data, of: manifest)
    var tables = copies.files
    // What came from pipes lies where the manifest could not say.
    for table in manifest.inputs where tables[table.table] == nil {
      tables[table.table] = entry.files(.input(table: table.table)).map {
        Archive.place(of: $0, in: folder)
      }
    }
    let corrections = entry.file(.corrections).map { Archive.place(of: $0, in: folder) }
    let files = try RecordedFiles(
      of: manifest, besideResult: result, tables: tables,
      corrections: copies.corrections ?? corrections)
    return try VerifyVerdict(
      manifest, files, threads: threads, showsFindings: false, progress: progress.show)
  }
}
