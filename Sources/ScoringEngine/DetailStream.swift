import ColumnStore
import ScoringPlan
import Synchronization

/// Reads one detail table and brings its rows together for each subject while it is read: memory grows
/// with subjects, and with rows only where their order matters.
final class DetailStream {
  private var summary: DetailSummary
  private let plan: Plan
  private let number: Int
  private let table: PlanTable
  private let roster: SubjectRoster
  private let programs: [BatchPrograms]
  /// The texts of each thread's batch, whose codes are its own.
  private let batchTexts: [BatchTexts]
  /// The texts of all rows, whose codes are the same, where rows are kept.
  private let keptTexts: SharedTexts?
  private let folds: [(aggregate: Aggregate, column: RegisterColumn, fold: AggregateFold?)]
  private let keptRows: KeptRows?
  private let hash: RowHash
  private var repeated: RepeatedRows?
  private let usesKey: Bool

  /// - Parameters:
  ///   - number: the table, by its index in `Plan.tables`.
  ///   - aggregates: those of the table that are needed, each with the column that takes its values.
  ///   - usesKey: whether the programs of the table's rows use the key.
  ///   - texts: texts that have the same codes in all batches.
  ///   - programs: makes the programs of one thread, given who knows the texts of its batches.
  ///   - threads: how many threads will read.
  init(
    _ plan: Plan, table number: Int, _ roster: SubjectRoster,
    _ aggregates: [(aggregate: Aggregate, column: RegisterColumn)], usesKey: Bool,
    texts: TextPool, programs: (any TextOrdering) -> BatchPrograms, threads: Int
  ) {
    self.plan = plan
    self.number = number
    self.roster = roster
    self.usesKey = usesKey
    let table = plan.tables[number]
    self.table = table
    let isOrdered = table.order != nil
    folds = aggregates.map { aggregate, column in
      let canFold = !isOrdered && AggregateFold.canFold(aggregate.function)
      return (aggregate, column, canFold ? AggregateFold(aggregate.function, into: column) : nil)
    }
    let others = folds.filter { $0.fold == nil }.map(\.aggregate)
    keptRows = isOrdered || !others.isEmpty ? KeptRows(for: others, order: table.order) : nil
    let keptTexts = keptRows == nil ? nil : SharedTexts(texts)
    let batchTexts = (0..<threads).map { _ in BatchTexts() }
    self.programs = batchTexts.map { programs(keptTexts ?? $0) }
    (self.keptTexts, self.batchTexts) = (keptTexts, batchTexts)
    summary = DetailSummary(subjectCount: roster.count)
    hash = RowHash(table)
    repeated = RepeatedRows(table, subjectCount: roster.count)
  }

  /// Reads the files of the table; once.
  ///
  /// - Parameter pool: that of the keys; takes texts that outlive the reading.
  func read(
    _ scans: [TableScan], pool: inout TextPool, texts: TextPool, _ options: ScoringOptions,
    _ progress: ReadingProgress
  ) throws(TableReadError) -> DetailSummary {
    let keys = pool
    let lock = Mutex(())
    for scan in scans {
      try scan.forEachBatch(
        threads: options.threads, chunkSize: options.chunkSize,
        reading: BatchReading(keys: .shared, readsColumns: true), texts: texts
      ) { worker, batch in
        let subjects = roster.subjects(of: batch, keys)
        let hashes = table.uniqueBy.isEmpty ? [] : hash.hashes(of: batch)
        if usesKey { batch.bringKeysToTexts() }
        if let keptTexts {
          let codes = keptTexts.codes(of: batch.texts, hashes: batch.texts.hashes)
          batch.recodeTexts(codes, includesKeys: usesKey)
        }
        batchTexts[worker].begin(batch)
        programs[worker].run(over: batch, firstRow: 0)
        batchTexts[worker].end()
        lock.withLock { _ in add(batch, subjects, hashes, programs[worker]) }
        progress.advance(batch)
      }
    }
    if let keptTexts {
      let texts = keptTexts.take()
      let codes = pool.codes(of: texts, hashes: texts.hashes)
      keptRows?.recodeTexts(plan.textRegisters(of: number), codes)
    }
    finish(threads: options.threads)
    return summary
  }

  private func add(
    _ batch: RowBatch, _ subjects: [Int32], _ hashes: [UInt64], _ programs: BatchPrograms
  ) {
    if batch.rowCount == 0 { return }
    summary.rowCount += batch.rowCount
    noteRepetitions(batch, subjects, hashes)
    let good = goodRows(batch, subjects)
    summary.linkedCounts.withUnsafeMutableBufferPointer { counts in
      for subject in good where subject >= 0 { counts[Int(subject)] += 1 }
    }
    let place = { programs.place(of: $0, batch, firstRow: 0) }
    for (aggregate, _, fold) in folds {
      fold?.add(
        AggregateFold.Rows(
          subjects: good, source: aggregate.function == .count ? nil : place(aggregate.source),
          condition: aggregate.condition.map(place)))
    }
    keptRows?.add(good, place: place)
  }

  /// The subjects of the rows that count, -1 for the others, whose subjects become suspects.
  private func goodRows(_ batch: RowBatch, _ subjects: [Int32]) -> [Int32] {
    var good = subjects
    for fault in batch.faults {
      let subject = subjects[fault.row]
      if subject >= 0 { summary.suspects.insert(subject) }
      good[fault.row] = -1
    }
    for row in 0..<batch.rowCount where subjects[row] < 0 {
      if table.ignoresUnknownKeys, batch.keys[row] >= 0 {
        summary.ignoredCount += 1
      } else {
        summary.hasStrays = true
      }
    }
    return good
  }

  private func noteRepetitions(_ batch: RowBatch, _ subjects: [Int32], _ hashes: [UInt64]) {
    guard !hashes.isEmpty else { return }
    let uncertain = Set(batch.faults.filter(hash.isUncertain).map(\.row))
    repeated?.insert(hashes, of: subjects, skipping: uncertain) { subject, other in
      if (subject < 0) != (other < 0) { summary.strangersAgree = true }
      for suspect in [subject, other] where suspect >= 0 { summary.suspects.insert(suspect) }
    }
  }

  private func finish(threads: Int) {
    for (_, _, fold) in folds { fold?.finish() }
    guard let keptRows else { return }
    let index = keptRows.finish(subjectCount: roster.count) { summary.suspects.insert(Int32($0)) }
    for (aggregate, column, fold) in folds where fold == nil {
      aggregate.run(over: index, into: column, threads: threads) { keptRows.column($0) }
    }
  }
}
