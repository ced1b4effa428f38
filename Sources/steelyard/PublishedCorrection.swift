import ResultArchive
import ResultRecords

/// How a result that is to be published differs from the entry that it corrects.
struct PublishedCorrection {
  /// The entry.
  let entry: ArchiveEntry
  /// How each cell differs, as `difference --format csv` writes it.
  let differences: [UInt8]
  /// The keys of all subjects for whom something differs, in the order of the new result; then those
  /// that only the old one has.
  let affected: [String]
  /// How many cells differ.
  let cellCount: Int

  /// Compares a result with that of an entry.
  init(of number: Int, in archive: Archive, by result: String, _ progress: ProgressLine) throws {
    let corrected = try archive.entry(number)
    entry = corrected
    let published = try corrected.file(.result).map {
      try archive.bytes(of: $0, in: corrected)
    }
    let difference: ResultDifference
    do throws(ResultFileError) {
      difference = try ResultDifference(
        old: ResultFile(published ?? [], path: "entry \(number) of \(archive.file)"),
        new: ResultFile(contentsOf: result),
        progress: progress.show)
    } catch {
      progress.finish()
      DifferenceText.complain(error)
      throw Outcome.dataFault
    }
    var written: [UInt8] = []
    DifferenceChanges(difference).writeCSV { written += $0 }
    differences = written
    var affected: [String] = []
    var cells = difference.onlyInNew.count + difference.onlyInOld.count
    difference.forEachChanged { subject in
      affected.append(subject.subject.key)
      cells += subject.cells.count
    }
    self.affected = affected + difference.onlyInNew.map(\.key) + difference.onlyInOld.map(\.key)
    cellCount = cells
  }
}
