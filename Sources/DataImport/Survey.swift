import ColumnStore
import DelimitedText

/// Reads all files once, to know before anything is written what stands in the way and what is to be
/// left out.
final class Survey {
  /// Why all rows of a subject are left out.
  struct Reason {
    /// The row that is at fault.
    let place: RowPlace
    let words: String
  }

  let map: ImportMap
  let transfers: Transfers?
  let plans: [SourcePlan]
  let lookupPlans: [SourcePlan.Lookup]
  /// By the hash of the subject, why its rows are left out.
  private(set) var rejectedSubjects: [UInt64: Reason] = [:]
  /// Rows that stand twice, each with the place of another.
  private(set) var repeated: [RowPlace: RowPlace] = [:]
  /// By source and key, the last row of a key with several, where the last one counts.
  private(set) var lastRows: [Int: [UInt64: RowPlace]] = [:]
  /// By source, keys whose rows are rejected though they are no subjects.
  private(set) var rejectedKeys: [Int: [UInt64: (column: Int, words: String)]] = [:]
  private(set) var lookups: [LookupTable]
  private(set) var pivots: [Int: PivotTable] = [:]
  private(set) var questions: [ImportQuestion] = []

  private let threads: Int

  /// A survey of nothing yet, for people who are split as was found before.
  init(_ map: ImportMap, _ transfers: Transfers?, threads: Int) {
    (self.map, self.transfers) = (map, transfers)
    self.threads = threads
    let lookupPlans = SourcePlan.lookups(map)
    self.lookupPlans = lookupPlans
    plans = map.sources.map { SourcePlan(map, $0, lookups: lookupPlans) }
    lookups = lookupPlans.map { LookupTable(width: $0.join.columns.count) }
    for (index, table) in map.tables.enumerated() where table.pivot != nil {
      pivots[index] = PivotTable(table)
    }
  }

  /// Whether rows of a file stand twice or are rejected, so that its totals may be those without them.
  func leavesOutRows(of file: Int) -> Bool {
    repeated.keys.contains { $0.file == file }
      || rejectedSubjects.values.contains { $0.place.file == file }
  }

  /// Reads the files of one source; those that its joins look up must have been read.
  func read(source: Int, _ files: [ImportedFile], progress: @escaping (Int) -> Void) throws {
    let plan = plans[source]
    var registries = plan.keys.map(KeyRegistry.init)
    var prints = RowPrints()
    let rounds = BlockRounds(threads: threads, progress: progress)
    for file in files {
      prints.begin(file: file.index)
      let workers = (0..<(plan.fillsDown ? 1 : threads)).map { _ in
        SurveyWorker(file, plan, lookups: lookups, transfers: transfers)
      }
      var profiles: [ColumnProfile]?
      try rounds.run(
        file.rows, workers.map(\.block), work: { workers[$0].process() },
        take: { index in
          let worker = workers[index]
          if let line = worker.unclosedLine {
            throw ImportFault(
              "\(file.name):\(line): \(Record.QuotingFault.unclosed.rawValue)",
              suggestion: "close the quote, or write a quote inside quotes twice")
          }
          merge(worker.profiles, into: &profiles)
          prints.take(worker.prints)
          file.totals.take(worker.totals)
          for (column, found) in worker.farRows {
            file.farRows[column, default: ImportedFile.FarRows()].add(found)
          }
          file.splitRows.add(worker.splitRows)
          for row in worker.rejections {
            reject(row.subject, RowPlace(file: file.index, line: row.line))
          }
          for row in worker.keyed { take(row, plan, &registries[row.key], file: file.index) }
        })
      file.totals.end()
      if file.profiles == nil {
        file.profiles = profiles ?? file.layout.forms.map { ColumnProfile($0) }
      }
    }
    for row in prints.repeated().sorted(by: { $0.place < $1.place }) {
      repeated[row.place] = row.other
      if row.subject != 0 { reject(row.subject, row.place) }
    }
    for registry in registries { decide(registry, source: source, files) }
    fillLookups(ofPivotsIn: source)
  }

  private func merge(_ next: [ColumnProfile], into profiles: inout [ColumnProfile]?) {
    guard profiles != nil else {
      profiles = next
      return
    }
    for column in next.indices { profiles?[column].merge(next[column]) }
  }

  private func take(
    _ row: SurveyWorker.KeyedRow, _ plan: SourcePlan, _ registry: inout KeyRegistry, file: Int
  ) {
    registry.take(row.sighting, file: file)
    switch plan.keys[row.key].use {
    case .lookup(let number): lookups[number].set(row.sighting.key, row.cells)
    case .pivot(let table): pivots[table]?.take(row.owner, row.cells, column: row.column)
    case .table, .oneRow: break
    }
  }

  private func reject(_ subject: UInt64, _ place: RowPlace) {
    guard map.rejected == .subject else { return }
    reject(subject, Reason(place: place, words: ""))
  }

  /// Whoever is split into several subjects is left out with all of them.
  private func reject(_ subject: UInt64, _ reason: Reason) {
    guard rejectedSubjects[subject] == nil else { return }
    for hash in transfers?.family(of: subject) ?? [subject] { rejectedSubjects[hash] = reason }
  }

  // MARK: Keys that stand twice

  private func decide(_ registry: KeyRegistry, source: Int, _ files: [ImportedFile]) {
    guard !registry.conflicts.isEmpty else { return }
    let transfers = plans[source].source.transfers
    var asked: [KeyRegistry.Conflict] = []
    for hash in registry.order {
      guard let conflict = registry.conflicts[hash] else { continue }
      let isPivot = if case .pivot = registry.key.use { true } else { false }
      if conflict.isRepetition, !isPivot, repeated[conflict.second] != nil {
        remove(hash, registry, conflict, source: source, files, words: nil)
        continue
      }
      switch registry.key.use {
      case .pivot: reject(hash, registry, conflict, source: source, files)
      case .table, .oneRow, .lookup:
        switch conflict.isRepetition ? .reject : transfers {
        // Rows that could be split have keys of their own by now.
        case .reject, .split: reject(hash, registry, conflict, source: source, files)
        case .last: lastRows[source, default: [:]][hash] = registry.lastPlace(hash)
        case nil: asked.append(conflict)
        }
      }
    }
    if !asked.isEmpty { questions.append(question(asked, registry, source: source, files)) }
  }

  /// Rejects all rows of a key.
  private func reject(
    _ hash: UInt64, _ registry: KeyRegistry, _ conflict: KeyRegistry.Conflict, source: Int,
    _ files: [ImportedFile]
  ) {
    let places = [conflict.first, conflict.second].map { place in
      files.count > 1 ? "\(name(of: place.file, files)):\(place.line)" : "line \(place.line)"
    }
    let columns = conflict.differing.sorted().map { plans[source].source.columns[$0].name }
    let difference = columns.isEmpty ? "" : ", with another \(columns.joined(separator: ", "))"
    let words =
      "\"\(conflict.text)\" stands in several rows\(difference): \(places.joined(separator: " and "))"
    remove(hash, registry, conflict, source: source, files, words: words)
  }

  private func remove(
    _ hash: UInt64, _ registry: KeyRegistry, _ conflict: KeyRegistry.Conflict, source: Int,
    _ files: [ImportedFile], words: String?
  ) {
    if case .lookup(let number) = registry.key.use { lookups[number].remove(hash) }
    var text = conflict.text
    let owner = text.withUTF8 { Fingerprint.of($0) }
    guard let column = registry.key.columns.first else { return }
    if let words {
      rejectedKeys[source, default: [:]][owner] = (column, words)
    }
    guard map.rejected == .subject, column == plans[source].subject else { return }
    reject(owner, Reason(place: conflict.second, words: words ?? ""))
  }

  func name(of file: Int, _ files: [ImportedFile]) -> String {
    files.first { $0.index == file }?.name ?? ""
  }

  // MARK: Joins

  /// What a table with `pivot` holds can be looked up once all files of its source are read.
  private func fillLookups(ofPivotsIn source: Int) {
    for (number, lookup) in lookupPlans.enumerated() where lookup.isPivot {
      guard let table = map.table(lookup.join.source), let pivot = pivots[table],
        map.tables[table].source == map.sources[source].name
      else { continue }
      let header = map.tables[table].header
      let places = lookup.join.columns.compactMap(header.firstIndex)
      guard let on = header.firstIndex(of: lookup.join.on) else { continue }
      pivot.forEach { _, row in
        var text = row[on]
        lookups[number].set(text.withUTF8 { Fingerprint.of($0) }, places.map { row[$0] })
      }
    }
  }
}
