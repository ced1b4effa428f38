/// Sums of doubles with the bits of `ExactSum`, whatever the order of rows.
///
/// Each double x of a magnitude below 2^50 is cut into whole numbers of 30 bits,
/// x = d0 2^20 + d1 2^-10 + d2 2^-40 + d3 2^-70 + d4 2^-100 + d5 2^-130, by exact operations; sums of
/// whole numbers are exact in any order. The six sums are carried into one long whole number, of which
/// the leading 90 bits, and a mark for what follows them, are rounded to a double by one addition. Up to
/// 2^31 rows; a number that is larger, or has bits left over, makes the sum undecided.
///
/// Each column `c` that is summed is missing (NULL) or a double. The sum of no numbers is 0.
struct ExactSumSQL {
  let dialect: SQLDialect
  /// The columns that are summed.
  let columns: [String]

  /// The sums of groups as steps, of which the last has the columns carried, and for each column `c` its
  /// sum `c`, and `c_left__`, which is 1 where the sum is undecided and else 0.
  ///
  /// - Parameters:
  ///   - relation: where the columns are.
  ///   - groups: columns whose equal values make a group; not missing.
  ///   - others: more aggregates of each group, by name.
  func add(
    to list: inout StepList, named part: String, _ comments: [String], from relation: String,
    by groups: [String], others: [(name: String, expression: String)] = []
  ) -> String {
    let carried = groups + others.map(\.name) + columns.map { "\($0)_left__" }
    var last = list.add(
      "\(part)_sums", comments: comments, sums(relation, groups, others, carried: carried))
    let levels: [(name: String, items: (String) -> [String])] = [
      ("carried", carries), ("signed", magnitudes), ("leading", leading), ("digits", digits),
    ]
    for level in levels {
      last = list.add(
        "\(part)_\(level.name)",
        StepList.select(carried + columns.flatMap(level.items), from: last))
    }
    return list.add(
      part, comments: ["the sums, rounded once"], isShared: true,
      StepList.select(carried + columns.map(rounded), from: last))
  }

  // MARK: Rows

  /// The relation with each number cut into three whole numbers of 60 bits, to be cut in half.
  private func parts(of relation: String) -> String {
    let largest = dialect.power(ofTwo: 50)
    return [part1, part2, part3].enumerated().reduce(relation) { inner, level in
      let items = columns.map { column in
        let whole = dialect.toWhole(level.element(column))
        let expression =
          level.offset == 0 ? "CASE WHEN ABS(\(column)) < \(largest) THEN \(whole) END" : whole
        return "\(expression) AS \(column)_p\(level.offset + 1)__"
      }
      let query = StepList.select(["*"] + items, from: inner)
      return "(\(dialect.fenced(query))) AS parts\(level.offset + 1)__"
    }
  }

  private func part1(_ column: String) -> String { "\(column) * \(dialect.power(ofTwo: 10))" }

  private func part2(_ column: String) -> String {
    "\(rest1(column)) * \(dialect.power(ofTwo: 70))"
  }

  private func part3(_ column: String) -> String {
    "\(rest2(column)) * \(dialect.power(ofTwo: 130))"
  }

  private func rest1(_ column: String) -> String {
    "(\(column) - \(dialect.toDouble("\(column)_p1__")) * \(dialect.power(ofTwo: -10)))"
  }

  private func rest2(_ column: String) -> String {
    "(\(rest1(column)) - \(dialect.toDouble("\(column)_p2__")) * \(dialect.power(ofTwo: -70)))"
  }

  /// Whether a number is too large or has bits left over.
  private func isLeft(_ column: String) -> String {
    let last = "\(dialect.toDouble("\(column)_p3__")) * \(dialect.power(ofTwo: -130))"
    return "CASE WHEN \(column) IS NULL THEN 0 WHEN \(column)_p1__ IS NULL THEN 1"
      + " WHEN \(rest2(column)) <> \(last) THEN 1 ELSE 0 END"
  }

  // MARK: Groups

  private static let digit: Int64 = 1 << 30
  private static let pair: Int64 = 1 << 60

  private var digit: String { dialect.whole(Self.digit) }
  private var pair: String { dialect.whole(Self.pair) }

  /// The sums of the digits, brought together in whole numbers `t` (of units of 2^20), `m` (2^-40),
  /// `l` (2^-100) and `r` (2^-130), of which only the last lies in its bounds.
  private func sums(
    _ relation: String, _ groups: [String], _ others: [(name: String, expression: String)],
    carried: [String]
  ) -> String {
    let digits = columns.flatMap { column in
      (1...3).flatMap { part in
        let whole = "\(column)_p\(part)__"
        return [dialect.quotient(whole, digit), "\(whole) % \(digit)"].enumerated().map {
          "COALESCE(\(dialect.sum($1)), 0) AS \(column)_d\(2 * part - 2 + $0)__"
        }
      } + ["MAX(\(isLeft(column))) AS \(column)_left__"]
    }
    let inner = StepList.select(
      groups + others.map { "\($0.expression) AS \($0.name)" } + digits,
      from: parts(of: relation), ["GROUP BY \(groups.joined(separator: ", "))"])
    return StepList.select(carried + columns.flatMap(combined), from: "(\(inner)) AS digits__")
  }

  private func combined(_ column: String) -> [String] {
    let d = (0..<6).map { "\(column)_d\($0)__" }
    return [
      "\(d[0]) + \(dialect.quotient(d[1], digit)) AS \(column)_t__",
      "(\(d[1]) % \(digit)) * \(digit) + \(d[2]) + \(dialect.quotient(d[3], digit))"
        + " AS \(column)_m__",
      "(\(d[3]) % \(digit)) * \(digit) + \(d[4]) + \(floorQuotient(d[5], digit)) AS \(column)_l__",
      "\(floorRemainder(d[5], digit)) AS \(column)_r__",
    ]
  }

  /// All but `t` in their bounds.
  private func carries(_ column: String) -> [String] {
    let middle = "(\(column)_m__ + \(floorQuotient("\(column)_l__", pair)))"
    return [
      "\(column)_t__ + \(floorQuotient(middle, pair)) AS \(column)_t__",
      "\(floorRemainder(middle, pair)) AS \(column)_m__",
      "\(floorRemainder("\(column)_l__", pair)) AS \(column)_l__", "\(column)_r__",
    ]
  }

  private func floorQuotient(_ whole: String, _ divisor: String) -> String {
    "(\(dialect.quotient(whole, divisor)) - CASE WHEN \(whole) % \(divisor) < 0 THEN 1 ELSE 0 END)"
  }

  private func floorRemainder(_ whole: String, _ divisor: String) -> String {
    "(\(whole) % \(divisor) + CASE WHEN \(whole) % \(divisor) < 0 THEN \(divisor) ELSE 0 END)"
  }

  /// The digits of the magnitude, and the sign apart.
  private func magnitudes(_ column: String) -> [String] {
    let (t, m, l, r) = (
      "\(column)_t__", "\(column)_m__", "\(column)_l__", "\(column)_r__"
    )
    let ones = dialect.whole(Self.pair - 1)
    return [
      "CASE WHEN \(t) < 0 THEN 1 ELSE 0 END AS \(column)_n__",
      "CASE WHEN \(t) >= 0 THEN \(t) WHEN \(m) > 0 OR \(l) > 0 OR \(r) > 0 THEN -\(t) - 1"
        + " ELSE -\(t) END AS \(t)",
      "CASE WHEN \(t) >= 0 THEN \(m) WHEN \(l) > 0 OR \(r) > 0 THEN \(ones) - \(m)"
        + " WHEN \(m) > 0 THEN \(pair) - \(m) ELSE 0 END AS \(m)",
      "CASE WHEN \(t) >= 0 THEN \(l) WHEN \(r) > 0 THEN \(ones) - \(l)"
        + " WHEN \(l) > 0 THEN \(pair) - \(l) ELSE 0 END AS \(l)",
      "CASE WHEN \(t) >= 0 OR \(r) = 0 THEN \(r) ELSE \(digit) - \(r) END AS \(r)",
    ]
  }

  /// The first whole number that is not 0, `x`, the one after it, `y`, whether anything follows, `s`,
  /// and what `x` counts in, with the sign, `u`.
  private func leading(_ column: String) -> [String] {
    let (t, m, l, r) = (
      "\(column)_t__", "\(column)_m__", "\(column)_l__", "\(column)_r__"
    )
    let sign =
      "CASE WHEN \(column)_n__ = 1 THEN -\(dialect.power(ofTwo: 0))"
      + " ELSE \(dialect.power(ofTwo: 0)) END"
    return [
      "CASE WHEN \(t) > 0 THEN \(t) WHEN \(m) > 0 THEN \(m) ELSE \(l) END AS \(column)_x__",
      "CASE WHEN \(t) > 0 THEN \(m) WHEN \(m) > 0 THEN \(l) ELSE \(r) * \(digit) END"
        + " AS \(column)_y__",
      "CASE WHEN \(t) > 0 AND (\(l) > 0 OR \(r) > 0) OR \(t) = 0 AND \(m) > 0 AND \(r) > 0"
        + " THEN 1 ELSE 0 END AS \(column)_s__",
      "\(sign) * CASE WHEN \(t) > 0 THEN \(dialect.power(ofTwo: 20))"
        + " WHEN \(m) > 0 THEN \(dialect.power(ofTwo: -40))"
        + " ELSE \(dialect.power(ofTwo: -100)) END AS \(column)_u__",
    ]
  }

  /// Three doubles of which the sum is exact but for one mark, counted in `u`.
  private func digits(_ column: String) -> [String] {
    let (x, y, s) = ("\(column)_x__", "\(column)_y__", "\(column)_s__")
    let (x1, x0) = (dialect.quotient(x, digit), "\(x) % \(digit)")
    let (y1, y0) = (dialect.quotient(y, digit), "\(y) % \(digit)")
    let isLong = "\(x) >= \(digit)"
    let scaled = { (whole: String, exponent: Int) in
      "\(dialect.toDouble(whole)) * \(dialect.power(ofTwo: exponent))"
    }
    let mark = { (condition: String, exponent: Int) in
      "CASE WHEN \(condition) THEN \(dialect.power(ofTwo: exponent))"
        + " ELSE \(dialect.double(0)) END"
    }
    return [
      "CASE WHEN \(isLong) THEN \(scaled(x1, 30)) ELSE \(dialect.toDouble(x)) END"
        + " AS \(column)_a__",
      "CASE WHEN \(isLong) THEN \(dialect.toDouble(x0)) ELSE \(scaled(y1, -30)) END"
        + " AS \(column)_b__",
      "CASE WHEN \(isLong) THEN \(scaled(y1, -30)) + \(mark("\(y0) > 0 OR \(s) = 1", -31))"
        + " ELSE \(scaled(y0, -60)) + \(mark("\(s) = 1", -61)) END AS \(column)_c__",
      "\(column)_u__",
    ]
  }

  /// The first two are added with their error, the third to that exactly: one rounding remains.
  private func rounded(_ column: String) -> String {
    let (a, b, c) = ("\(column)_a__", "\(column)_b__", "\(column)_c__")
    return "((\(a) + \(b)) + ((\(b) - ((\(a) + \(b)) - \(a))) + \(c))) * \(column)_u__ AS \(column)"
  }
}
