import ScorecardPolicy
import SyntheticBanks
import Testing

@Suite("Made-up banks")
struct BankTests {
  private let policy: Policy

  init() throws { policy = try MadeBank.shipped("customer-manager/policy") }

  @Test("are the same whatever the number of threads", arguments: [0, 3])
  func threads(_ dirt: Int) throws {
    let one = try MadeBank(policy, size: 5000, dirt: dirt, threads: 1)
    for threads in [2, 3, 8] {
      let other = try MadeBank(policy, size: 5000, dirt: dirt, threads: threads)
      #expect(one.files == other.files)
      #expect(one.contents == other.contents)
    }
  }

  /// FNV-1a over all files, by name; a change of what a seed gives must be meant.
  @Test(
    "come out of a seed the same on every machine",
    arguments: [(0, BankTests.clean), (3, BankTests.dirty)])
  func pinned(_ dirt: Int, _ expected: UInt64) throws {
    let bank = try MadeBank(
      try SmallPolicy.policy(staff: Self.columns, details: Self.details), size: 3000, seed: 2026,
      dirt: dirt)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (_, bytes) in bank.files.sorted(by: { $0.key < $1.key }) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(hash == expected)
  }

  private static let clean: UInt64 = 12_189_375_020_284_930_567
  private static let dirty: UInt64 = 6_675_970_836_327_541_906
  private static let columns = """
    role: {type: text, values: [a, b], generate: {among: {a: 2, b: 1}}}
    done: {unit: CNY10k, generate: {attains: plan}}
    rate: {unit: ratio, minimum: 0, maximum: 1, generate: {distribution: beta, a: 9, b: 1}}
    hired: {type: date, missing: allow, generate: {distribution: uniform, from: 2001-01-01, to: 2020-12-31, blank: 0.1}}
    name: {type: text, generate: {name: person}}
    """
  private static let details = """
    months:
      key: id
      order: month
      columns:
        month: period
        profit: {unit: CNY10k, generate: {splits: plan}}
        good: truth
    """

  @Test("begin with the people of every smaller bank")
  func prefix() throws {
    let small = try MadeBank(policy, size: 3000)
    let large = try MadeBank(policy, size: 7000)
    for file in ["staff.csv", "business.csv"] {
      #expect(large.text(file).hasPrefix(small.text(file)))
    }
  }

  @Test("differ by seed")
  func seeds() throws {
    let one = try MadeBank(policy, size: 100, seed: 1)
    let other = try MadeBank(policy, size: 100, seed: 2)
    #expect(one.text("staff.csv") != other.text("staff.csv"))
    #expect(one.text("notice.txt") == other.text("notice.txt"))
  }

  @Test("may have nobody in them")
  func empty() throws {
    let bank = try MadeBank(policy, size: 0)
    #expect(bank.rows("staff").count == 1 && bank.rows("business").count == 1)
  }

  @Test("have one person at 241.5 % of a plan")
  func famous() throws {
    let bank = try MadeBank(policy, size: 50)
    let plan = bank.numbers("staff", "deposit_plan")
    let actual = bank.numbers("staff", "deposit_actual")
    #expect(zip(actual, plan).contains { abs(100 * $0 / $1 - 241.5) < 1e-9 })
  }

  /// National Financial Regulatory Administration, second quarter of 2023: 1.62 % of loans.
  @Test("have bad loans like the country's, within 0.2 percentage points")
  func badLoans() throws {
    let bank = try MadeBank(policy, size: 40_000)
    let ratios = bank.numbers("staff", "npl_ratio")
    let loans = bank.numbers("staff", "loan_actual").map { max(0, $0) }
    let rate = zip(ratios, loans).reduce(0) { $0 + $1.0 * $1.1 } / loans.reduce(0, +)
    #expect(abs(rate - 0.0162) < 0.002)
    #expect(abs(Double(ratios.count { $0 == 0 }) / 40_000 - 0.78) < 0.01)
  }

  @Test("have branches of the usual size, ids of six to eight digits, six ledger rows a person")
  func shape() throws {
    let bank = try MadeBank(policy, size: 20_000)
    let branches = Dictionary(grouping: bank.cells("staff", "branch")) { $0 }.mapValues(\.count)
    #expect((5.0...10).contains(20_000 / Double(branches.count)))
    #expect(branches.values.allSatisfy { (1...40).contains($0) })
    let keys = bank.cells("staff", "staff_id")
    #expect(Set(keys).count == keys.count)
    #expect(Set(keys.map(\.count)) == [6, 7, 8] && keys.allSatisfy { $0.hasPrefix("0") })
    let rows = Double(bank.rows("business").count - 1) / 20_000
    #expect(abs(rows - 6) < 0.05)
  }

  /// Loading 0.45 makes columns correlate by 0.20; the branch's factor, 0.08 beside 0.18, adds to it.
  @Test("have people whose attainments go together")
  func correlation() throws {
    let bank = try MadeBank(policy, size: 20_000)
    func attainments(_ name: String) -> [Double] {
      zip(bank.numbers("staff", "\(name)_actual"), bank.numbers("staff", "\(name)_plan")).map {
        $1 > 0 ? $0 / $1 : 1
      }
    }
    let pairs = zip(attainments("deposit"), attainments("loan")).filter {
      (0.3...1.8).contains($0) && (0.3...1.8).contains($1)
    }
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    let means = (x: x.mean, y: y.mean)
    let covariance = zip(x, y).map { ($0 - means.x) * ($1 - means.y) }.mean
    #expect((0.27...0.40).contains(covariance / (x.deviation * y.deviation)))
  }

  @Test("have profits near their plans")
  func profits() throws {
    let bank = try MadeBank(policy, size: 5000)
    var profit: [Substring: Double] = [:]
    let rows = bank.rows("business")
    for row in rows.dropFirst() {
      let numbers = row.dropFirst(3).compactMap { Double($0) }
      let retained = row[2] == "stock" ? max(0.8, 1 - 0.05 * numbers[0]) : 1
      profit[row[0], default: 0] += retained * (numbers[1] - numbers[2...].reduce(0, +))
    }
    let ratios = zip(bank.cells("staff", "staff_id"), bank.numbers("staff", "rorac_plan"))
      .compactMap {
        $1 > 0 ? profit[$0, default: 0] / $1 : nil
      }
    #expect((0.9...1.1).contains(ratios.quantile(0.5)))
  }
}
