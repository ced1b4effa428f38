import SeededRandom
import TestSupport
import Testing

/// A made-up branch from one seed, as two sets of files that mean the same.
struct TwinBranch {
  enum Language: CaseIterable {
    case chinese
    case english
  }

  static let size = 120

  private var staff: [Member] = []

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for index in 0..<Self.size { staff.append(Member(index: index, &generator)) }
  }

  // MARK: Policies

  /// The policy for the files of a language; amounts count in `unit` in its formulas.
  ///
  /// The two differ in headers, and in the unit of the files where that is not `unit`.
  static func policy(_ language: Language, unit: String) -> String {
    let fileUnit = language == .chinese ? "CNY10k" : "CNY"
    let amount = unit == fileUnit ? "unit: \(unit)" : "unit: \(unit), file_unit: \(fileUnit)"
    func header(_ name: String) -> String { "header: \(Self.header(name, language))" }
    return """
      policy: twin
      parameters:
        stake: {value: 300000元, unit: CNY}
      tables:
        staff:
          key: id
          columns:
            id: {type: text, \(header("id"))}
            branch: {type: text, \(header("branch"))}
            joined: {type: date, minimum: 1990-01-01, \(header("joined"))}
            deposit_plan: {\(amount), minimum: \(unit == "CNY" ? "0.01" : "0.000001"), \(header("deposit_plan"))}
            deposit: {\(amount), \(header("deposit"))}
            loss_ratio: {unit: ratio, minimum: 0, maximum: 1, \(header("loss_ratio"))}
        ledger:
          key: id
          unique: [id, month]
          columns:
            id: {type: text, \(header("id"))}
            month: {type: period, \(header("month"))}
            income: {\(amount), missing: 0, \(header("income"))}
      formulas:
        share: deposit / deposit_plan
        income: SUM(ledger.income)
        yuan: CONVERT(income, CNY)
      scorecard:
        weights: {money: 0.7, risk: 0.3}
        dimensions:
          money:
            weights: {deposit: 0.55, income: 0.45}
            measures:
              deposit: {score: 100 * share, floor: 0, cap: 150}
              income: {score: 100 * yuan / stake}
          risk:
            measures:
              loss: {score: "100 * SQRT(1 - loss_ratio)"}
      rankings:
        overall: {by: total}
        in_branch: {by: total, within: branch}
      """
  }

  private static let headers = [
    "id": "工号", "branch": "机构", "joined": "入职日期", "deposit_plan": "存款计划（万元）",
    "deposit": "存款日均（万元）", "loss_ratio": "不良贷款率", "month": "月份", "income": "业务收入（万元）",
  ]
  private static let branches = [("湖滨支行", "Lakeside"), ("城东支行", "East"), ("㐀镇支行", "Market Town")]

  private static func header(_ name: String, _ language: Language) -> String {
    language == .chinese ? headers[name] ?? name : name
  }

  /// A Chinese text with the names of branches in English.
  static func inEnglish(_ text: String) -> String {
    branches.reduce(text) { text, names in
      text.split(separator: names.0, omittingEmptySubsequences: false).joined(separator: names.1)
    }
  }

  // MARK: Files

  /// The bytes of each table's file.
  func files(_ language: Language) throws -> [String: [UInt8]] {
    var staffLines = [
      Self.line(
        ["id", "branch", "joined", "deposit_plan", "deposit", "loss_ratio"].map {
          Self.header($0, language)
        })
    ]
    var ledgerLines = [Self.line(["id", "month", "income"].map { Self.header($0, language) })]
    for member in staff {
      staffLines.append(Self.line(member.cells(language)))
      ledgerLines += member.ledger(language).map(Self.line)
    }
    return try [
      "staff": Self.encoded(staffLines.joined(), language),
      "ledger": Self.encoded(ledgerLines.joined(), language),
    ]
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  private static func encoded(_ text: String, _ language: Language) throws -> [UInt8] {
    language == .chinese ? try #require(text.gb18030) : Array(text.utf8)
  }

  // MARK: Rows

  /// One customer manager; amounts in hundredths of a yuan, ratios in hundredths of a percent.
  private struct Member {
    let id: String
    let branch: (chinese: String, english: String)
    let joined: (year: Int, month: Int, day: Int)
    let plan: Int
    let deposit: Int
    let lossRatio: Int
    let incomes: [Int?]

    init(index: Int, _ generator: inout SplitMix64) {
      func roll(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
      id = "\(String(repeating: "0", count: 8 - "\(index + 1)".count))\(index + 1)"
      branch = TwinBranch.branches[roll(0...2)]
      joined = (roll(1991...2025), roll(1...12), roll(1...28))
      // Now and then nobody gave a plan, which rejects the row.
      plan = roll(0...19) == 0 ? 0 : roll(100_00...1_000_000_000_00)
      deposit = roll(-500_000_000_00...2_000_000_000_00)
      lossRatio = roll(0...9) < 7 ? 0 : roll(1...10_000)
      incomes = (0..<roll(0...12)).map { _ in roll(0...9) == 0 ? nil : roll(-90_000_00...90_000_00)
      }
    }

    func cells(_ language: Language) -> [String] {
      let (year, month, day) = joined
      let date =
        language == .chinese
        ? "\(year)年\(month)月\(day)日"
        : "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let ratio =
        language == .chinese
        ? "\(TwinBranch.decimal(lossRatio, places: 2))%" : TwinBranch.decimal(lossRatio, places: 4)
      return [
        id, language == .chinese ? branch.chinese : branch.english, date, amount(plan, language),
        amount(deposit, language), ratio,
      ]
    }

    func ledger(_ language: Language) -> [[String]] {
      incomes.enumerated().map { index, income in
        let month = index + 1
        let period =
          language == .chinese ? "2026年\(month)月" : "2026-\(month < 10 ? "0" : "")\(month)"
        return [id, period, income.map { amount($0, language) } ?? ""]
      }
    }

    private func amount(_ hundredths: Int, _ language: Language) -> String {
      TwinBranch.decimal(hundredths, places: language == .chinese ? 6 : 2)
    }
  }

  /// A whole number as a decimal of so many places.
  private static func decimal(_ number: Int, places: Int) -> String {
    var digits = "\(number.magnitude)"
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(number < 0 ? "-" : "")\(digits.dropLast(places)).\(digits.suffix(places))"
  }
}
