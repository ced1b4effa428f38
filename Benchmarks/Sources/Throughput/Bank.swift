import ColumnStore
import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A policy and the texts of the tables it reads, in memory so that no disk is measured.
struct Bank {
  let plan: Plan
  let texts: [String: [DecodedText]]

  init(policy: String, data: String) throws {
    plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
    var texts: [String: [DecodedText]] = [:]
    for table in plan.tables {
      texts[table.name] = [try DecodedText(contentsOf: "\(data)/\(table.name).csv")]
    }
    self.texts = texts
  }

  /// The size of all texts.
  var byteCount: Int { texts.values.joined().reduce(0) { $0 + $1.bytes.count } }

  func load() throws -> Population { try Population.load(plan, texts: texts) }

  /// The plan up to the total: without ranking.
  var planWithoutRanks: Plan {
    let stages = plan.stages.filter { if case .rank = $0 { false } else { true } }
    return Plan(
      policy: plan.policy, version: plan.version, title: plan.title, decimals: plan.decimals,
      tables: plan.tables, parameters: plan.parameters, values: plan.values, curves: plan.curves,
      steps: plan.steps, lookups: plan.lookups, stages: stages, layout: plan.layout,
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
