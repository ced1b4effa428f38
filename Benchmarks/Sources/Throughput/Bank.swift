import ColumnStore
import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A policy and the texts of the tables it reads, in memory so that no disk is measured.
struct Bank {
  let plan: Plan
  private let texts: [String: [DecodedText]]
  let sources: [String: [TextSource]]

  init(policy: String, data: String) throws {
    plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
    var texts: [String: [DecodedText]] = [:]
    for table in plan.tables {
      texts[table.name] = [try DecodedText(contentsOf: "\(data)/\(table.name).csv")]
    }
    self.texts = texts
    sources = texts.mapValues { $0.map { TextSource($0) } }
  }

  /// The size of all texts.
  var byteCount: Int { texts.values.joined().reduce(0) { $0 + $1.bytes.count } }

  func load() throws -> Population { try Population.load(plan, texts: texts) }

  /// Reads every cell that the plan wants of every row, checked and typed, and keeps nothing.
  func parse(threads: Int) throws {
    for table in plan.tables {
      let specification = TableSpecification(numbersAndTextsOf: table)
      for source in sources[table.name] ?? [] {
        let scan = try TableScan(specification, source)
        let reading = BatchReading(keys: .shared, readsColumns: true)
        try scan.forEachBatch(threads: threads, reading: reading) { _, batch in
          precondition(batch.faults.isEmpty, "\(table.name) has rows at fault")
        }
      }
    }
  }

  /// The plan up to the total: without ranking.
  var planWithoutRanks: Plan {
    let stages = plan.stages.filter { if case .rank = $0 { false } else { true } }
    return Plan(
      policy: plan.policy, version: plan.version, title: plan.title, decimals: plan.decimals,
      tables: plan.tables, parameters: plan.parameters, values: plan.values, curves: plan.curves,
      lookups: plan.lookups, stages: stages, layout: plan.layout,
      payroll: plan.payroll, formulas: plan.formulas, origins: plan.origins)
  }
}

extension Population {
  /// The size of the columns that hold the tables: eight bytes for a number, four for a text.
  var columnBytes: Int {
    tables.reduce(0) { bytes, table in
      bytes + table.rowCount * table.columns.reduce(4) { $0 + ($1.type == .text ? 4 : 8) }
    }
  }

  var rowCount: Int { tables.reduce(0) { $0 + $1.rowCount } }
}
