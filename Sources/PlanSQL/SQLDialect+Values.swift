import ScorecardPolicy

// Literals, names, and what rows of tables hold.
extension SQLDialect {
  /// The engine's name for people.
  var title: String {
    switch self {
    case .duckdb: "DuckDB"
    case .postgresql: "PostgreSQL"
    case .spark: "Spark"
    case .sqlite: "SQLite"
    }
  }

  // MARK: Literals

  /// A finite double, to the bit, typed double.
  func double(_ number: Double) -> String {
    switch self {
    case .postgresql: "float8 '\(Self.brief(number))'"
    case .duckdb, .spark:
      number.sign == .minus ? "(-\(positive(-number)))" : positive(number)
    case .sqlite:
      number.sign == .minus ? "(-\(sqlite(-number)))" : sqlite(number)
    }
  }

  private func positive(_ number: Double) -> String {
    let text = Self.brief(number)
    if self == .spark { return text + "D" }
    return text.contains("e") ? text : text + "e0"
  }

  /// The fewest digits that read back the same, whole numbers without a point.
  private static func brief(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// SQLite may round a literal twice; where that could show, the number is computed instead, from
  /// whole numbers that it reads exactly, by steps that are exact.
  private func sqlite(_ number: Double) -> String {
    if number < 0x1p53, number.rounded() == number { return "\(Int64(number)).0" }
    if Self.isReadRight(number) { return "\(number)" }
    var (significand, exponent) = (number.significand * 0x1p52, Int(number.exponent) - 52)
    if number.isSubnormal {
      (significand, exponent) = (number / Double.leastNonzeroMagnitude, -1074)
    }
    var text = "\(Int64(significand)).0"
    let sign = exponent < 0 ? "/" : "*"
    var steps = abs(exponent)
    while steps > 0 {
      let step = min(steps, 58)
      text += " \(sign) \(Int64(1) << step).0"
      steps -= step
    }
    return "(\(text) /* \(number) */)"
  }

  /// Whether the quotient of the digits and a power of ten, both exact, lies so far from the middle of
  /// two doubles that rounding it to more bits first does no harm.
  private static func isReadRight(_ number: Double) -> Bool {
    let parts = "\(number)".split(separator: "e")
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = point.count > 1 && point[1] != "0" ? point[1] : ""
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    guard let digits = Int64(point[0] + fraction), digits < 1 << 53, (-22..<0).contains(exponent)
    else { return false }
    let power = (0..<(-exponent)).reduce(1.0) { power, _ in power * 10 }
    let rest = Double(digits).addingProduct(-number, power).magnitude
    let half = power * number.ulp / 2
    return (rest / half - 1).magnitude > 0x1p-8
  }

  /// A text.
  func text(_ text: String) -> String {
    switch self {
    case .postgresql where text.unicodeScalars.contains("\\"):
      return "E'\(Self.replacing(["'": "''", "\\": "\\\\"], in: text))'"
    case .duckdb, .postgresql, .sqlite: return "'\(Self.replacing(["'": "''"], in: text))'"
    case .spark:
      // Its command line puts variables in place of ${...}, also within literals.
      let escapes: [Unicode.Scalar: String] = [
        "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "$": "\\u0024",
      ]
      return "'\(Self.replacing(escapes, in: text))'"
    }
  }

  /// A text with others in place of some scalars. Engines know nothing of Swift's characters, to
  /// which a quote with a mark behind it is no quote.
  private static func replacing(_ texts: [Unicode.Scalar: String], in text: String) -> String {
    text.unicodeScalars.map { texts[$0] ?? String($0) }.joined()
  }

  /// A truth.
  func truth(_ truth: Bool) -> String { truth ? "TRUE" : "FALSE" }

  /// A NULL of a type.
  func null(_ kind: RegisterFacts.Kind) -> String {
    "CAST(NULL AS \(type(kind)))"
  }

  /// The engine's name of a type.
  func type(_ kind: RegisterFacts.Kind) -> String {
    switch (kind, self) {
    case (.number, .postgresql): "double precision"
    case (.number, .sqlite): "REAL"
    case (.number, _): "DOUBLE"
    case (.truth, .sqlite): "INTEGER"
    case (.truth, _): "BOOLEAN"
    case (.text, .duckdb): "VARCHAR"
    case (.text, .spark): "STRING"
    case (.text, _): "TEXT"
    }
  }

  /// A name as it stands, quoted.
  func identifier(_ name: String) -> String {
    self == .spark
      ? "`\(Self.replacing(["`": "``"], in: name))`"
      : "\"\(Self.replacing(["\"": "\"\""], in: name))\""
  }

  // MARK: Expressions

  /// The largest whole number not above a double that is not negative, as a double.
  func floor(_ number: String) -> String {
    switch self {
    case .duckdb, .postgresql: "FLOOR(\(number))"
    case .spark: "CAST(FLOOR(\(number)) AS DOUBLE)"
    // The function is not built into every SQLite.
    case .sqlite: "CAST(CAST(\(number) AS INTEGER) AS REAL)"
    }
  }

  // MARK: Cells

  /// A cell of a text column: spaces round it taken off, NULL where nothing is left.
  func textCell(_ cell: String) -> String {
    switch self {
    case .postgresql: "NULLIF(BTRIM(CAST(\(cell) AS TEXT), ' '), '') COLLATE \"C\""
    case .spark: "NULLIF(TRIM(BOTH ' ' FROM \(cell)), '')"
    case .duckdb: "NULLIF(TRIM(CAST(\(cell) AS VARCHAR), ' '), '')"
    case .sqlite: "NULLIF(TRIM(\(cell), ' '), '')"
    }
  }

  /// A cell of a number column as a double; minus zero is zero.
  func numberCell(_ cell: String) -> String {
    switch self {
    case .sqlite: "\(cell) + 0.0"
    case .postgresql: "CAST(\(cell) AS double precision) + \(double(0))"
    case .spark: "CAST(\(cell) AS DOUBLE) + \(double(0))"
    // Its cast of exact numbers rounds twice; through a text it does not.
    case .duckdb:
      "CASE WHEN TYPEOF(\(cell)) = 'DOUBLE' THEN \(cell) "
        + "ELSE CAST(CAST(\(cell) AS VARCHAR) AS DOUBLE) END + \(double(0))"
    }
  }

  /// A cell of a date column as the number of days since 1970-01-01.
  func dateCell(_ cell: String) -> String {
    switch self {
    case .sqlite: "JULIANDAY(\(cell)) - 2440587.5"
    case .postgresql:
      "CAST(CAST(\(cell) AS date) - DATE '1970-01-01' AS double precision)"
    case .spark: "CAST(DATEDIFF(CAST(\(cell) AS DATE), DATE '1970-01-01') AS DOUBLE)"
    case .duckdb:
      "CAST(DATE_DIFF('day', DATE '1970-01-01', CAST(\(cell) AS DATE)) AS DOUBLE)"
    }
  }

  /// A cell of a period column as the number that `CivilPeriod` gives it.
  func periodCell(_ cell: String) -> String {
    let text = textCell(cell)
    let part = { (from: Int, count: Int) in
      "CAST(SUBSTR(\(text), \(from), \(count)) AS \(type(.number)))"
    }
    return """
      \(part(1, 4)) * \(double(192)) + CASE
        WHEN \(text) LIKE '____-__' THEN \(part(6, 2)) * \(double(16)) - \(double(15))
        WHEN \(text) LIKE '____Q_' THEN \(part(6, 1)) * \(double(48)) - \(double(13))
        WHEN \(text) LIKE '____H_' THEN \(part(6, 1)) * \(double(96)) - \(double(10))
        ELSE \(double(188))
      END
      """
  }

  /// A cell as formulas see it.
  func cell(_ name: String, _ type: ValueType) -> String {
    let cell = identifier(name)
    return switch type {
    case .number: numberCell(cell)
    case .text: textCell(cell)
    case .truth: cell
    case .date: dateCell(cell)
    case .period: periodCell(cell)
    }
  }
}
