/// Reads the source that says who is split, to find those with several rows before any other row is
/// looked at. It is read twice where there are such people, so that only their rows are held.
final class TransferScan {
  private let plan: SourcePlan
  private let split: SourcePlan.Split
  private let rule: TransferSplit
  private let files: [ImportedFile]
  private let rounds: BlockRounds

  private var seen: Set<UInt64> = []
  private var several: Set<UInt64> = []
  private var order: [UInt64] = []
  private var rows: [UInt64: [TransferRow]] = [:]

  /// Nil where nobody is to be split.
  init?(_ map: ImportMap, _ files: [ImportedFile], _ rounds: BlockRounds) {
    guard let (source, rule) = map.split else { return nil }
    plan = SourcePlan(map, map.sources[source], lookups: [])
    guard let split = plan.split else { return nil }
    (self.split, self.rule, self.rounds) = (split, rule, rounds)
    self.files = files.filter { $0.source == source }
  }

  /// Who is split into which subjects.
  func find() throws -> Transfers {
    try read { worker, _ in
      for id in worker.ids where !self.seen.insert(id).inserted {
        if self.several.insert(id).inserted { self.order.append(id) }
      }
    }
    if !several.isEmpty {
      try read { worker, _ in
        for (id, row) in worker.rows { self.rows[id, default: []].append(row) }
      }
    }
    var transfers = Transfers(rule, source: plan.source, keys: seen, files: files)
    for id in order { transfers.add(id, rows[id] ?? []) }
    transfers.askAboutGaps()
    return transfers
  }

  private func read(take: @escaping (TransferScanWorker, ImportedFile) -> Void) throws {
    for file in files {
      let workers = (0..<(plan.fillsDown ? 1 : rounds.threads)).map { _ in
        TransferScanWorker(file, plan, split, rule, of: several)
      }
      try rounds.run(
        file.rows, workers.map(\.block), work: { workers[$0].process() },
        take: { take(workers[$0], file) })
    }
  }
}
