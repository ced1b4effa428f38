import ColumnStore
import SpreadsheetReading

/// An import: a map and the files that it is carried out on.
///
/// Files are read twice: once to see what stands in them, once to write. Memory grows with the number of
/// keys and by some 40 bytes with each row, and not with what rows hold; what joins look up and what
/// `pivot` makes of rows is held whole.
public struct ImportJob: Sendable {
  /// The map.
  public let map: ImportMap
  /// The files, as the user named them.
  public let files: [String]
  /// How many threads work. They change nothing in what is written.
  public let threads: Int

  /// A job on these files.
  public init(_ map: ImportMap, files: [String], threads: Int = 1) {
    (self.map, self.files, self.threads) = (map, files, max(1, threads))
  }

  /// What is written into a folder: the tables, `repairs.csv` and `rejects.csv`.
  public func outputs(in folder: String) -> [String] {
    ImportFiles.names(map).map { ImportFiles.path($0, in: folder) }
  }

  /// Begins the files, so that a folder that cannot be written to is told before any work is done.
  ///
  /// - Parameter folder: made if it is not there.
  public func begin(in folder: String) throws(AtomicFileError) -> ImportFiles {
    try ImportFiles(map, in: folder)
  }

  /// Carries the map out; all files of the folder appear together, or none does.
  ///
  /// - Parameters:
  ///   - files: those that were begun for this job.
  ///   - progress: told how far the work has come, after each piece of a file.
  /// - Throws: `ImportFailure` with all faults and questions, `ImportFault` when a file cannot be read to
  ///   its end, `AtomicFileError` when a file cannot be written.
  public func run(
    into files: ImportFiles, progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    let opened = try open()
    let order = SourceOrder(map).places
    let survey = try look(through: opened, order, progress)
    return try write(opened, survey, into: files, progress)
  }

  /// The same with files begun in a folder.
  public func run(into folder: String) throws -> ImportSummary {
    try run(into: begin(in: folder))
  }

  // MARK: Opening

  private func open() throws -> [ImportedFile] {
    let matcher = FileMatcher(map, files)
    var (faults, questions) = (matcher.faults, [ImportQuestion]())
    var opened: [ImportedFile] = []
    for source in SourceOrder(map).places {
      for name in matcher.files[source] {
        do throws(ImportFailure) {
          let isShared = matcher.files.count { $0.contains(name) } > 1
          opened.append(
            try open(name, source: source, index: opened.count, isShared: isShared))
        } catch {
          faults += error.faults
          questions += error.questions
        }
      }
    }
    guard faults.isEmpty, questions.isEmpty else {
      throw ImportFailure(faults: faults, questions: questions)
    }
    return opened
  }

  private func open(
    _ path: String, source: Int, index: Int, isShared: Bool
  ) throws(ImportFailure) -> ImportedFile {
    let declared = map.sources[source]
    let rows = try rows(path, declared)
    // A line number says which row only with the sheet.
    let name = isShared ? "\(path) (\(declared.name))" : path
    do throws(ImportFault) {
      let layout = try FileLayout(declared, headerRows: rows.headerRows, file: name)
      let summed = declared.columns.count { $0.isSummed && $0.constant == nil }
      return ImportedFile(
        name, index: index, source: source, rows: rows, layout: layout, width: summed)
    } catch {
      throw ImportFailure(faults: [error])
    }
  }

  /// What a file is, is told by its bytes, whatever its name.
  private func rows(_ name: String, _ source: MapSource) throws(ImportFailure) -> any RowSource {
    if Workbook.isLikely(name) {
      return try SheetRowSource(
        name, sheet: source.sheet, source: source.name, headerLines: source.headerLines)
    }
    do throws(ImportFault) {
      return try DelimitedRowSource(name, headerLines: source.headerLines)
    } catch {
      throw ImportFailure(faults: [error])
    }
  }

  // MARK: The first reading

  private func look(
    through files: [ImportedFile], _ order: [Int],
    _ progress: @escaping (ImportProgress) -> Void
  ) throws -> Survey {
    let survey = try read(files, order, progress)
    shareIdentifiers(files)
    let doubts = SurveyFindings(map, files, survey)
    guard doubts.faults.isEmpty, doubts.questions.isEmpty else {
      throw ImportFailure(faults: doubts.faults, questions: doubts.questions)
    }
    // Some cells become what they become only once the whole column is known.
    guard files.contains(where: \.needsSecondLook) else { return survey }
    for file in files { file.forgetTotals() }
    let second = try read(files, order, progress)
    let later = SurveyFindings(map, files, second)
    guard later.faults.isEmpty, later.questions.isEmpty else {
      throw ImportFailure(faults: later.faults, questions: later.questions)
    }
    return second
  }

  /// Tells each column of identifiers of those of the same name in other files: whoever has no zeros
  /// there is another person here.
  private func shareIdentifiers(_ files: [ImportedFile]) {
    var longest: [String: Int] = [:]
    for file in files {
      for (column, profile) in zip(map.sources[file.source].columns, file.profiles ?? []) {
        longest[column.name] = max(longest[column.name] ?? 0, profile.identifiers.longestZeroLed)
      }
    }
    for file in files {
      for (place, column) in map.sources[file.source].columns.enumerated() {
        file.profiles?[place].zeroLedElsewhere = longest[column.name] ?? 0
      }
    }
  }

  private func read(
    _ files: [ImportedFile], _ order: [Int], _ progress: @escaping (ImportProgress) -> Void
  ) throws -> Survey {
    let survey = Survey(map, try transfers(in: files, progress), threads: threads)
    let total = files.reduce(0) { $0 + $1.rows.size }
    var done = 0
    for source in order {
      try survey.read(source: source, files.filter { $0.source == source }) { size in
        done += size
        progress(ImportProgress(activity: "looking through", done: min(done, total), total: total))
      }
    }
    return survey
  }

  /// Who is split into several subjects must be known before any row is looked at.
  private func transfers(
    in files: [ImportedFile], _ progress: @escaping (ImportProgress) -> Void
  ) throws -> Transfers? {
    let total = files.filter { $0.source == map.split?.source }.reduce(0) { $0 + $1.rows.size }
    var done = 0
    let rounds = BlockRounds(threads: threads) { size in
      done += size
      progress(
        ImportProgress(activity: "finding transfers", done: min(done, total), total: total))
    }
    return try TransferScan(map, files, rounds)?.find()
  }

  // MARK: The second reading

  private func write(
    _ files: [ImportedFile], _ survey: Survey, into outputs: ImportFiles,
    _ progress: @escaping (ImportProgress) -> Void
  ) throws -> ImportSummary {
    let writer = ImportWriter(map, survey, outputs, fileNames: files.map(\.name))
    let total = files.reduce(0) { $0 + $1.rows.size }
    var done = 0
    let rounds = BlockRounds(threads: threads) { size in
      done += size
      progress(ImportProgress(activity: "writing", done: min(done, total), total: total))
    }
    for file in files { try writer.write(file, rounds) }
    try writer.writePivots()
    try outputs.commit()
    return writer.summary
  }
}
