import ScorecardPolicy
import ScoringPlan

/// Registers of the subject table as columns that were carried from elsewhere: `key`, `r12` for the
/// value of register 12, `k12` for its score key, `k12_6` for one at six decimals.
struct CarriedScope: SQLScope {
  let plan: Plan
  let values: ParameterVector
  let dialect: SQLDialect

  func column(_ register: Register) -> String {
    register == .key ? "key" : "r\(register.index)"
  }

  /// Faults stay where the columns come from.
  func fault(_ register: Register) -> String? { nil }

  func mayBeMissing(_ register: Register) -> Bool { register != .key }

  func isText(_ register: Register) -> Bool {
    let columns = plan.tables[0].columns
    return register == .key
      || columns.indices.contains(register.index - 1)
        && columns[register.index - 1].type == .text
  }

  func scoreKey(_ register: Register) -> String { "k\(register.index)" }

  func scoreKey(_ register: Register, decimals: Int) -> String {
    decimals == plan.decimals ? scoreKey(register) : "k\(register.index)_\(decimals)"
  }

  /// Texts are carried with some bytes written as `%5C`, which do not keep their order.
  func orderedText(_ register: Register) -> String {
    // PostgreSQL holds no NUL in texts.
    let codes = [("00", 0), ("09", 9), ("0A", 10), ("0D", 13), ("5C", 92)]
      .dropFirst(dialect == .postgresql ? 1 : 0)
    let decoded = codes.reduce(column(register)) { text, code in
      "REPLACE(\(text), '%\(code.0)', \(character(code.1)))"
    }
    return dialect.byteOrdered("REPLACE(\(decoded), '%25', '%')")
  }

  private func character(_ code: Int) -> String {
    switch dialect {
    case .spark, .sqlite: "CHAR(\(code))"
    case .duckdb, .postgresql: "CHR(\(code))"
    }
  }
}
