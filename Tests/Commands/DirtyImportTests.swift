import Foundation
import TestSupport
import Testing

@Suite("import against made-up dirt")
struct DirtyImportTests {
  /// Policies with columns of every type; the seeds go through encodings, separators and headers.
  static let banks: [(policy: String, seed: UInt64, level: Int)] = [
    ("customer-manager/policy", 1, 3), ("customer-manager/policy", 2, 3),
    ("customer-manager/policy", 3, 4), ("brokerage-team/monthly", 3, 3),
    ("level-ladder/quarterly", 4, 3), ("settlement-rhythm/monthly", 5, 4),
  ]

  /// Columns of every type, Chinese words, long identifiers, shares.
  private static let ownPolicy = """
    policy: all-types
    tables:
      staff:
        key: staff_id
        columns:
          branch: {type: text, generate: {name: branch}}
          role: {type: text, values: [对公, 个人, 财富管理], generate: {among: {对公: 2, 个人: 2, 财富管理: 1}}}
          account: {type: text, generate: {digits: 18}}
          plan: {unit: CNY10k, minimum: 0, generate: {distribution: lognormal, median: 800, sigma: 0.6}}
          actual: {unit: CNY10k, generate: {attains: plan, negative: 0.05}}
          passed: {unit: ratio, minimum: 0, maximum: 1, generate: {distribution: beta, a: 30, b: 2, decimals: 4}}
          attained: {unit: percent, minimum: 0, generate: {distribution: normal, mean: 98, sd: 6, decimals: 2}}
          review: {unit: point, minimum: 0, maximum: 100, generate: {distribution: normal, mean: 88, sd: 5, decimals: 1}}
          joined: {type: date, generate: {distribution: uniform, from: 2015-01-01, to: 2025-12-31}}
          trained: {type: truth, generate: {share: 0.9}}
      months:
        key: staff_id
        order: month
        columns:
          month: {type: period, generate: {first: 2025-07}}
          income: {unit: CNY, generate: {distribution: lognormal, median: 90000, sigma: 0.5}}
        generate: {rows: 3}
    scorecard:
      dimensions:
        work: {measures: {attainment: {score: 100 * actual / plan}}}
    """

  @Test("nothing is changed silently, and what becomes of each kind is what the page says")
  func fates() throws {
    var tally = DirtTally()
    let folder = try TemporaryDirectory()
    try folder.write(Self.ownPolicy, to: "all-types.yaml")
    let own = folder.file("all-types.yaml").path
    let shipped = Self.banks.map { bank in
      (Project.policies.appendingPathComponent("\(bank.policy).yaml").path, bank.seed, bank.level)
    }
    for bank in shipped + [(own, 6, 3), (own, 7, 3), (own, 8, 4)] {
      let pair = try GeneratedPair(policy: bank.0, size: 1500, seed: bank.1, level: bank.2)
      let found = try DirtyImport(pair)
      #expect(found.spoilt == [], "\(bank)")
      let wrong = found.fates.filter { $0.fate == .wrong }.map(\.fault)
      #expect(wrong.map { "\($0.file):\($0.line) \($0.kind)" } == [], "\(bank)")
      // A plan of 0 is the policy's affair; nothing in the cell shows that it was another number.
      let kept = found.fates.filter { $0.fate == .kept && $0.fault.kind != "zero-plan" }.map(
        \.fault)
      #expect(kept.map { "\($0.file):\($0.line) \($0.kind) \($0.written)" } == [], "\(bank)")
      tally.add(found)
      #expect(try DirtyImport.changes(toCleanTwinOf: pair) == [], "\(bank)")
    }
    let page = try String(
      contentsOf: ProjectFiles.url("Documentation/generate.md"), encoding: .utf8)
    let (hasKinds, hasRules) = (page.contains(tally.kinds), page.contains(tally.rules))
    #expect(hasKinds, "the table of kinds is now\n\(tally.kinds)")
    #expect(hasRules, "the table of rules is now\n\(tally.rules)")
  }
}
