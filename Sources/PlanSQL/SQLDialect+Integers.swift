/// Whole numbers, exact doubles and order, as engines write them.
extension SQLDialect {
  /// The query in a form that the planner leaves whole: PostgreSQL and Spark would put each expression in
  /// place of its every use, which in a chain of steps grows without bounds.
  func fenced(_ query: String) -> String {
    switch self {
    case .duckdb, .sqlite: query
    case .postgresql: "\(query) OFFSET 0"
    case .spark: "SELECT * FROM (\n  \(query.indented())\n) TABLESAMPLE (100 PERCENT)"
    }
  }

  // MARK: Literals

  /// A whole number of 64 bits.
  func whole(_ number: Int64) -> String { self == .spark ? "\(number)L" : "\(number)" }

  /// A power of two as a double, exactly.
  ///
  /// SQLite rounds twice when it reads a literal, but not one of less than 2^53 without an exponent.
  func power(ofTwo exponent: Int) -> String {
    let number = Double(sign: .plus, exponent: exponent, significand: 1)
    guard self == .sqlite else { return double(number) }
    let parts = stride(from: 0, to: abs(exponent), by: 50).map { start in
      "\(Int64(1) << Int64(min(50, abs(exponent) - start))).0"
    }
    let product = parts.isEmpty ? "1.0" : parts.joined(separator: " * ")
    return exponent < 0 ? "(1.0 / (\(product)))" : "(\(product))"
  }

  // MARK: Conversions

  /// A double below 2^63 in magnitude as a whole number, rounded in whatever way if it is none.
  func toWhole(_ double: String) -> String {
    "CAST(\(double) AS \(self == .sqlite ? "INTEGER" : "BIGINT"))"
  }

  /// A whole number as the nearest double.
  func toDouble(_ whole: String) -> String {
    switch self {
    case .duckdb, .spark: "CAST(\(whole) AS DOUBLE)"
    case .postgresql: "CAST(\(whole) AS DOUBLE PRECISION)"
    case .sqlite: "CAST(\(whole) AS REAL)"
    }
  }

  /// The double, minus zero made zero.
  func unsigned(zero number: String) -> String {
    "CASE WHEN \(number) = \(double(0)) THEN \(double(0)) ELSE \(number) END"
  }

  // MARK: Whole numbers

  /// The quotient of whole numbers, rounded towards zero.
  func quotient(_ one: String, _ other: String) -> String {
    switch self {
    case .duckdb: "(\(one) // \(other))"
    case .spark: "(\(one) DIV \(other))"
    case .postgresql, .sqlite: "(\(one) / \(other))"
    }
  }

  /// The sum of whole numbers as a whole number of 64 bits; engines may add up wider ones. Of none it
  /// is NULL.
  func sum(_ wholes: String, over window: String? = nil) -> String {
    let sum = "SUM(\(wholes))" + (window.map { " OVER (\($0))" } ?? "")
    switch self {
    case .duckdb, .postgresql: return "CAST(\(sum) AS BIGINT)"
    case .spark, .sqlite: return sum
    }
  }

  /// The smaller of two numbers.
  func least(_ one: String, _ other: String) -> String {
    "\(self == .sqlite ? "MIN" : "LEAST")(\(one), \(other))"
  }

  /// The larger of two numbers.
  func greatest(_ one: String, _ other: String) -> String {
    "\(self == .sqlite ? "MAX" : "GREATEST")(\(one), \(other))"
  }

  /// The `ScoreKey` of a double, NULL where it is missing or beyond.
  ///
  /// However the engine rounds a double to a whole number, one too many is taken off again.
  func scoreKey(of number: String, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    let half = power(ofTwo: -1)
    let scaled = "(\(number) * \(double(Double(scale))) + \(half))"
    let whole = toWhole(scaled)
    let limit = "\(double(9_200_000_000)) * \(double(1_000_000_000))"
    return "CASE WHEN ABS\(scaled) < \(limit) THEN \(whole)"
      + " - CASE WHEN \(toDouble(whole)) > \(scaled) THEN 1 ELSE 0 END END"
  }

  // MARK: Texts

  /// A text as what it is compared by: its bytes.
  func byteOrdered(_ text: String) -> String {
    self == .postgresql ? "(\(text) COLLATE \"C\")" : text
  }
}
