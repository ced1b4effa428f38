import ColumnStore
import DelimitedText
import ScoringPlan
import Synchronization

/// Reads the subject table a second time, whole, and runs the programs of its rows while it is read:
/// of its columns only those are kept that results or later stages look at.
final class SubjectStream {
  /// For each subject whether something is wrong with its row.
  private let isFaulty: UnsafeMutablePointer<Bool>
  /// For each subject whether it lacks a value that it must have.
  private let isLacking: UnsafeMutablePointer<Bool>
  /// Subjects whose rows may agree where no two may.
  private var suspects: Set<Int32> = []
  /// The texts of the table are added to them.
  private let sharedTexts: SharedTexts

  private let plan: Plan
  private let roster: SubjectRoster
  private let programs: [BatchPrograms]
  private let requirements: [Requirement]
  private let keptInputs: [KeptColumn?]
  private let hash: RowHash
  private var repeated: RepeatedRows?

  /// - Parameters:
  ///   - programs: for each thread the programs of the subjects' rows.
  ///   - requirements: those that come before the first stage that looks at other subjects.
  ///   - keptInputs: for each column of the file whether it is kept.
  init(
    _ plan: Plan, _ roster: SubjectRoster, _ sharedTexts: SharedTexts, programs: [BatchPrograms],
    _ requirements: [Requirement], keptInputs: [Bool]
  ) {
    self.plan = plan
    self.roster = roster
    self.sharedTexts = sharedTexts
    self.programs = programs
    self.requirements = requirements
    self.keptInputs = zip(plan.tables[0].columns, keptInputs).map { column, isKept in
      isKept ? KeptColumn(isText: column.type == .text, count: roster.count) : nil
    }
    isFaulty = .allocate(capacity: roster.count)
    isFaulty.initialize(repeating: false, count: roster.count)
    isLacking = .allocate(capacity: roster.count)
    isLacking.initialize(repeating: false, count: roster.count)
    hash = RowHash(plan.tables[0])
    // The key alone is looked at by the roster.
    repeated =
      hash.columns.isEmpty ? nil : RepeatedRows(plan.tables[0], subjectCount: roster.count)
    for (row, _) in roster.rows.repetitions { isFaulty[row] = true }
  }

  deinit {
    isFaulty.deallocate()
    isLacking.deallocate()
  }

  /// Reads the files of the table; once.
  func read(
    _ scans: [TableScan], texts: TextPool, _ options: ScoringOptions, _ progress: ReadingProgress
  ) throws(TableReadError) -> SubjectSummary {
    let lock = Mutex(())
    let hasChanged = Mutex(false)
    for (file, scan) in scans.enumerated() {
      try scan.forEachBatch(
        threads: options.threads, chunkSize: options.chunkSize,
        reading: BatchReading(keys: .none, readsColumns: true), texts: texts
      ) { worker, batch in
        guard let rows = roster.rows(ofChunk: batch.chunk.index, inFile: file),
          rows.count == batch.rowCount
        else { return hasChanged.withLock { $0 = true } }
        roster.keys.withUnsafeBufferPointer { keys in
          if let base = keys.baseAddress { batch.setKeys(base + rows.lowerBound) }
        }
        noteFaults(batch, firstRow: rows.lowerBound)
        let hashes = repeated == nil ? [] : hash.hashes(of: batch)
        let textHashes = batch.texts.hashes
        if !hashes.isEmpty {
          lock.withLock { _ in noteRepetitions(batch, firstRow: rows.lowerBound, hashes) }
        }
        batch.recodeTexts(sharedTexts.codes(of: batch.texts, hashes: textHashes))
        programs[worker].run(over: batch, firstRow: rows.lowerBound)
        check(batch, programs[worker], firstRow: rows.lowerBound)
        keep(batch, firstRow: rows.lowerBound)
        progress.advance(batch)
      }
      if hasChanged.withLock({ $0 }) {
        throw .text(table: scan.tableName, .changed(file: scan.source.file))
      }
    }
    return SubjectSummary(
      table: table(scans.map(\.source)), isFaulty: flags(isFaulty), isLacking: flags(isLacking),
      suspects: suspects)
  }

  private func flags(_ memory: UnsafeMutablePointer<Bool>) -> [Bool] {
    Array(UnsafeBufferPointer(start: memory, count: roster.count))
  }

  private func table(_ sources: [TextSource]) -> Table {
    let columns = zip(plan.tables[0].columns, keptInputs).map { column, kept in
      kept?.column(named: column.name, type: ColumnSpecification(column).type)
        ?? Column(name: column.name, type: ColumnSpecification(column).type)
    }
    return Table(
      name: plan.tables[0].name, sources: sources, keys: roster.keys, columns: columns)
  }

  private func noteFaults(_ batch: RowBatch, firstRow: Int) {
    for row in 0..<batch.rowCount where batch.keys[row] < 0 { isFaulty[firstRow + row] = true }
    for fault in batch.faults { isFaulty[firstRow + fault.row] = true }
  }

  private func noteRepetitions(_ batch: RowBatch, firstRow: Int, _ hashes: [UInt64]) {
    let uncertain = Set(batch.faults.filter(hash.isUncertain).map(\.row))
    let subjects = hashes.indices.map { Int32(firstRow + $0) }
    repeated?.insert(hashes, of: subjects, skipping: uncertain) { subject, other in
      suspects.formUnion([subject, other])
    }
  }

  private func check(_ batch: RowBatch, _ programs: BatchPrograms, firstRow: Int) {
    for requirement in requirements {
      let test = RequirementTest(requirement, decimals: plan.decimals) {
        programs.place(of: $0, batch, firstRow: firstRow)
      }
      test.forEachFailure(among: 0..<batch.rowCount) { isLacking[firstRow + $0] = true }
    }
  }

  private func keep(_ batch: RowBatch, firstRow: Int) {
    for (kept, column) in zip(keptInputs, batch.columns) {
      kept?.set(column, count: batch.rowCount, from: firstRow)
    }
  }
}
