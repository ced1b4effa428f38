import ColumnStore
import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Arbitrary bytes as the tables of one fixed policy: a subject table, then, after a file separator
/// (the control character 1C), its ledger; without one, the ledger is empty.
struct FuzzedTables: Sendable {
  /// The tables of the policy that holds a column of every type.
  static let shared = FuzzedTables()

  /// The character between the two tables.
  static let fileSeparator: UInt8 = 0x1C

  private let plan: Plan?

  private init() {
    plan = try? Plan(
      ResolvedPolicy(PolicyReader.read(Self.policy, file: "policy.yaml", folder: "/nowhere").policy)
    )
  }

  /// What is wrong with what the reader and the engine make of the bytes.
  ///
  /// Rows and values are those that a plain reader finds; reading in chunks, from memory or
  /// from files, on two threads or one, gives the same answer; and so do the same records written
  /// anew.
  func faults(in bytes: [UInt8]) -> [String] {
    guard let plan else { return ["the policy of the tables is at fault"] }
    let parts = bytes.split(
      separator: Self.fileSeparator, maxSplits: 1, omittingEmptySubsequences: false
    ).map(Array.init)
    let tables = parts.count == 2 ? parts : [parts[0], Array("id,line,month,income\n".utf8)]
    let scoring = FuzzedScoring(plan, loading: tables)
    var faults = self.faults(of: scoring, plan, tables, chunkSize: 1 + bytes.count % 61)
    guard let scored = scoring.scored, let texts = scoring.texts else { return faults }
    faults += self.faults(of: scored.counts)
    // A zero byte is refused wherever it stands, which the plain reader does not know.
    let records = texts.map { FuzzedRecords($0.bytes) }
    guard !texts.contains(where: { $0.bytes.contains(0) }), !records.contains(where: \.areDamaged)
    else { return faults }
    faults += self.faults(of: scored, plan, records)
    let again = FuzzedScoring(plan, loading: records.map(Self.written))
    if again.answer.result != scoring.answer.result || again.answer.counts != scoring.answer.counts
    {
      faults.append("written anew: \(again) is not \(scoring)")
    }
    return faults
  }

  /// Where other ways to the same answer lead elsewhere.
  private func faults(
    of scoring: FuzzedScoring, _ plan: Plan, _ tables: [[UInt8]], chunkSize: Int
  ) -> [String] {
    var options = ScoringOptions(
      threads: 2, blockSize: 2, keepsMeasures: true, chunkSize: chunkSize)
    let streamed = FuzzedScoring(plan, streaming: tables, options: options)
    options.threads = 1
    let ways = [
      ("streamed", streamed),
      ("from files", FuzzedScoring(plan, files: tables, options: options)),
    ]
    return ways.filter { $1.answer != scoring.answer }.map { name, other in
      "\(name) in chunks of \(chunkSize): \(other) is not \(scoring)"
    }
  }

  private func faults(of counts: [RowCounts]) -> [String] {
    counts.filter {
      $0.rowsIn != $0.scored + $0.rejected + $0.setAside + $0.ignored
    }.map { "rows are lost: \($0)" }
  }

  /// Where the engine differs from the definition.
  private func faults(
    of scored: ScoredPopulation, _ plan: Plan, _ records: [FuzzedRecords]
  ) -> [String] {
    var tables: [String: PlainTable] = [:]
    for (table, records) in zip(plan.tables, records) { tables[table.name] = records.table }
    // The comparison knows rows by their lines.
    if records.allSatisfy(\.standOnLines) {
      return ExecutorDifferences(plan, ReferenceScoring(plan, tables), scored).found
    }
    guard let subjects = tables[plan.tables[0].name] else { return ["a table without a header"] }
    guard subjects.rows.count == scored.population.subjectCount else {
      return ["\(scored.population.subjectCount) subjects, not \(subjects.rows.count)"]
    }
    return subjects.rows.indices.compactMap { index in
      let row = PlainRow(subjects, row: index, plan.tables[0])
      let found = scored.population.interpreterInput(index).subject
      return "\(found)" == "\(row.values)" ? nil : "row \(index): \(found) is not \(row.values)"
    }
  }

  private static func written(_ records: FuzzedRecords) -> [UInt8] {
    var writer = DelimitedWriter()
    if let header = records.table?.header { writer.appendHeader(header) }
    for record in records.records.dropFirst() {
      for field in record { field.withUnsafeBufferPointer { writer.append(utf8: $0) } }
      writer.endRow()
    }
    return writer.bytes
  }

  private static let policy = """
    policy: fuzzed-tables
    parameters:
      stand_in: {value: 7}
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, header: [branch, 网点]}
          role: {type: text, values: [junior, senior, 高级], missing: allow}
          deposit: {unit: CNY10k, file_unit: CNY, header: [deposit, 存款], missing: allow}
          plan: {minimum: 0, maximum: 1000000, missing: 5}
          share: {unit: ratio, missing: allow}
          rate: {unit: percent, missing: allow}
          active: {type: truth, missing: allow}
          joined: {type: date, missing: allow}
          month: {type: period, minimum: 2024-01, missing: allow}
      ledger:
        key: id
        unique: [id, line, month]
        order: month
        columns:
          line: text
          month: period
          income: {unit: CNY10k, file_unit: CNY100m, missing: allow}
        formulas:
          grows: IFMISSING(income, 0万元) > 0
    formulas:
      earned: SUM(ledger.income) / 1万元
      latest: LAST(ledger.income) / 1万元
      grown: STREAK(ledger.grows)
    scorecard:
      weights: {money: 0.7, people: 0.3}
      dimensions:
        money:
          weights: {deposit: 0.5, earned: 0.3, latest: 0.2}
          measures:
            deposit: {score: deposit / 1万元, missing: exclude, cap: 150}
            earned: {score: "IFMISSING(earned, 0) + grown"}
            latest: {score: latest, missing: exclude, floor: -10}
        people:
          weights: {plan: 0.4, share: 0.3, rate: 0.3}
          measures:
            plan: {score: "IF(IFMISSING(active, FALSE), plan, 1)"}
            share: {score: "IFMISSING(share, 1) * 100"}
            rate: {score: "IFMISSING(rate, 1)"}
    rankings:
      branch_rank: {by: total, within: branch}
      overall_rank: {by: total}
    results:
      first_day: joined
      last_month: month
    """
}
