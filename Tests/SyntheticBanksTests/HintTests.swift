import SyntheticBanks
import Testing

/// Each word of a hint, with what it does to the column or table.
@Suite("Hints for made-up data")
struct HintTests {
  private func cells(
    _ column: String, details: String = "", table: String = "staff", _ name: String = "x"
  )
    throws -> [Substring]
  {
    try MadeBank(try SmallPolicy.policy(staff: column, details: details), size: 4000)
      .cells(table, name)
  }

  private func share(_ cells: [Substring], _ text: Substring) -> Double {
    Double(cells.count { $0 == text }) / Double(cells.count)
  }

  @Test("among takes texts by their weights")
  func among() throws {
    let cells = try cells("x: {type: text, generate: {among: {a: 3, b: 1, c: 0}}}")
    #expect(Set(cells) == ["a", "b"])
    #expect(abs(share(cells, "a") - 0.75) < 0.03)
  }

  @Test("among takes numbers, and writes them with the decimals they need")
  func amongNumbers() throws {
    let cells = try cells("x: {generate: {among: [1, 2.5]}}")
    #expect(Set(cells) == ["1.0", "2.5"])
  }

  @Test("share makes TRUE so often")
  func truths() throws {
    let cells = try cells("x: {type: truth, generate: {share: 0.9}}")
    #expect(Set(cells) == ["TRUE", "FALSE"])
    #expect(abs(share(cells, "TRUE") - 0.9) < 0.02)
  }

  @Test("blank leaves cells out, zero makes them 0")
  func blankAndZero() throws {
    let cells = try cells("x: {missing: allow, generate: {blank: 0.7, zero: 0.2}}")
    #expect(abs(share(cells, "") - 0.7) < 0.03)
    #expect(abs(share(cells, "0.00") - 0.2) < 0.03)
  }

  @Test("attains follows a plan, with windfalls and outflows")
  func attains() throws {
    let bank = try MadeBank(
      try SmallPolicy.policy(
        staff: "x: {unit: CNY10k, generate: {attains: plan, median: 0.98, sigma: 0.18}}"),
      size: 20_000)
    let ratios = zip(bank.numbers("staff", "x"), bank.numbers("staff", "plan")).map { $0 / $1 }
    #expect(abs(ratios.quantile(0.5) - 0.98) < 0.02)
    #expect(abs(Double(ratios.count { $0 < 0 }) / 20_000 - 0.015) < 0.004)
    #expect(abs(ratios[0] - 2.415) < 1e-12)
  }

  @Test("of multiplies a column of the row")
  func factor() throws {
    let bank = try MadeBank(
      try SmallPolicy.policy(
        staff: "x: {unit: CNY10k, generate: {of: plan, distribution: uniform, from: 0.1, to: 0.3}}"),
      size: 1000)
    for (part, whole) in zip(bank.numbers("staff", "x"), bank.numbers("staff", "plan")) {
      #expect(part >= 0.1 * whole - 0.006 && part <= 0.3 * whole + 0.006)
    }
  }

  @Test("splits shares a subject's number out among its rows")
  func splits() throws {
    let details = """
      book:
        key: id
        generate: {rows: 4}
        columns:
          x: {unit: CNY10k, generate: {splits: plan, sigma: 0.0001, negative: 0, windfall: 0}}
      """
    let bank = try MadeBank(
      try SmallPolicy.policy(
        staff: "y: {generate: {distribution: normal, mean: 1, sd: 1}}", details: details),
      size: 2000)
    let parts = bank.numbers("book", "x")
    let ratios = bank.numbers("staff", "plan").enumerated().map { index, plan in
      parts[(index * 4)..<(index * 4 + 4)].reduce(0, +) / plan
    }
    // What is left is the branches' factor.
    #expect(abs(ratios.quantile(0.5) - 1) < 0.02)
    #expect(abs(ratios.deviation - 0.08) < 0.02)
  }

  @Test("only leaves the number out where another text stands")
  func only() throws {
    let bank = try MadeBank(
      try SmallPolicy.policy(
        staff: """
          role: {type: text, values: [a, b]}
          x: {generate: {only: {role: a}, distribution: normal, mean: 50, sd: 1}}
          y: {missing: allow, generate: {only: {role: a}, distribution: normal, mean: 50, sd: 1}}
          """), size: 500)
    let (roles, x, y) = (
      bank.cells("staff", "role"), bank.cells("staff", "x"), bank.cells("staff", "y")
    )
    for index in roles.indices {
      #expect((x[index] == "0.00") == (roles[index] == "b"))
      #expect((y[index] == "") == (roles[index] == "b"))
    }
  }

  @Test("first counts on from row to row, in numbers, dates, months and quarters")
  func counting() throws {
    let details = """
      rows:
        key: id
        generate: {rows: 3}
        columns:
          a: {generate: {first: 2022}}
          b: {type: date, generate: {first: 2026-01-30}}
          c: {type: period, generate: {first: 2025-11}}
          d: {type: period, generate: {first: 2025Q3}}
          e: period
      """
    let rows = try MadeBank(try SmallPolicy.policy(details: details), size: 5).rows("rows")
    #expect(rows[1].dropFirst() == ["2022", "2026-01-30", "2025-11", "2025Q3", "2026-03"])
    #expect(rows[3].dropFirst() == ["2024", "2026-02-01", "2026-01", "2026Q1", "2026-05"])
    #expect(rows[4][1] == "2022")
  }

  @Test("A date is drawn between from and to, or within the policy's first year")
  func dates() throws {
    let hired = try cells(
      "x: {type: date, generate: {distribution: uniform, from: 2001-01-01, to: 2001-12-31}}")
    #expect(hired.min() == "2001-01-01" && hired.max() == "2001-12-31")
    let plain = try cells("x: date")
    #expect(plain.min() == "2026-03-01" && plain.max() == "2027-02-28")
  }

  @Test(
    "digits gives each row a number of its own, with leading zeros; long ones look like accounts'")
  func digits() throws {
    let short = try cells("x: {type: text, generate: {digits: 8}}")
    #expect(Set(short).count == short.count && short.allSatisfy { $0.count == 8 })
    let long = try cells("x: {type: text, generate: {digits: 18}}")
    #expect(Set(long).count == long.count)
    #expect(long.allSatisfy { $0.count == 18 && $0.hasPrefix("62") })
    let keys = try cells("id: {type: text, generate: {digits: 7}}", "id")
    #expect(Set(keys).count == keys.count && keys.allSatisfy { $0.count == 7 })
  }

  @Test("name makes names of branches, regions and people")
  func names() throws {
    let policy = try SmallPolicy.policy(
      staff: """
        region: {type: text, generate: {name: region}}
        person: {type: text, generate: {name: person}}
        """)
    let bank = try MadeBank(policy, size: 4000)
    let branches = Set(bank.cells("staff", "branch"))
    #expect(branches.count > 300 && branches.allSatisfy { $0.hasSuffix("(synthetic)") })
    #expect(Set(bank.cells("staff", "region")).count < branches.count / 10)
    #expect(Set(bank.cells("staff", "person")).count > 1000)
  }

  @Test("rows says how many rows a subject has")
  func rows() throws {
    let details = """
      book:
        key: id
        generate: {rows: {0: 1, 2: 3}}
        columns: {x: number}
      """
    let bank = try MadeBank(try SmallPolicy.policy(details: details), size: 8000)
    let counts = Dictionary(grouping: bank.cells("book", "id")) { $0 }.values.map(\.count)
    #expect(Set(counts) == [2])
    #expect(abs(Double(counts.count) / 8000 - 0.75) < 0.02)
  }

  @Test("Rows that must be unique are, as many as there can be")
  func unique() throws {
    let details = """
      book:
        key: id
        unique: [id, line, kind]
        generate: {rows: 50}
        columns:
          line: {type: text, generate: {among: {a: 5, b: 1, c: 1}}}
          kind: {type: text, values: [old, new]}
      """
    let rows = try MadeBank(try SmallPolicy.policy(details: details), size: 100).rows("book")
    #expect(rows.count == 601)
    #expect(Set(rows.map { $0.joined(separator: ",") }).count == 601)
  }

  @Test(
    "What cannot be made unique or ordered is said",
    arguments: [
      (
        "book:\n  key: id\n  unique: [x]\n  columns: {x: {type: text, values: [a, b]}}",
        "give one of these columns the hint digits"
      ),
      (
        "book:\n  key: id\n  order: x\n  columns: {x: {generate: {among: [1, 2]}}}",
        "use the hint first"
      ),
    ])
  func impossible(_ details: String, _ reason: String) throws {
    let policy = try SmallPolicy.policy(details: details)
    do {
      _ = try SyntheticBank(policy, size: 1, seed: 1)
      Issue.record("a bank was made")
    } catch {
      #expect("\(error)".contains(reason))
    }
  }

  @Test("Without hints numbers go by unit and bounds, and nothing divides by 0")
  func defaults() throws {
    let bank = try MadeBank(
      try SmallPolicy.policy(
        staff: """
          rate: {unit: ratio, minimum: 0, maximum: 1}
          grade: {unit: count, minimum: 2, maximum: 5}
          score: {unit: point, minimum: 0, maximum: 100}
          yuan: {unit: CNY10k, file_unit: CNY}
          loose: {minimum: -3, maximum: -1}
          """), size: 5000)
    #expect(bank.numbers("staff", "rate").allSatisfy { (0...1).contains($0) })
    #expect(Set(bank.cells("staff", "grade")) == ["2", "3", "4", "5"])
    #expect(bank.numbers("staff", "score").allSatisfy { (0...100).contains($0) })
    // A hundred times 10,000 yuan, in yuan.
    #expect((5e5...2e6).contains(bank.numbers("staff", "yuan").quantile(0.5)))
    #expect(bank.numbers("staff", "loose").allSatisfy { (-3 ... -1).contains($0) })
  }
}
