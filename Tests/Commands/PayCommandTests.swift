import Foundation
import TestSupport
import Testing

@Suite("pay")
struct PayCommandTests {
  private static let folder = "Datasets/policies/customer-manager"

  private func pay(_ arguments: String...) throws -> CommandResult {
    try CommandRunner.run(["pay"] + arguments, in: ProjectFiles.root)
  }

  @Test("a policy without payroll is refused, with nothing written")
  func noPayroll() throws {
    let scratch = try TemporaryDirectory()
    let result = try pay(
      "\(Self.folder)/policy.yaml", "--data", "Datasets/branches/worked-example", "--output",
      "\(scratch.path)/pay.csv")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("the policy customer-manager has no payroll:"))
    #expect(result.output.isEmpty)
    #expect(try scratch.names == [])
  }

  @Test("every policy that pays: CSV and JSON say the same, and both add up")
  func formats() throws {
    for (policy, data) in [
      ("customer-manager/stars", "customer-manager/data"),
      ("brokerage-team/monthly", "brokerage-team/data/2026-10"),
      ("state-bank/policy", "state-bank/data/2026"), ("state-bank/us-bank", "state-bank/data/us"),
      ("level-ladder/quarterly", "level-ladder/data/2026Q3"),
      ("settlement-rhythm/monthly", "settlement-rhythm/data/2026-01"),
    ] {
      let root = "Datasets/policies"
      let arguments = ["\(root)/\(policy).yaml", "--data", "\(root)/\(data)", "--format"]
      let csv = try pay(arguments[0], arguments[1], arguments[2], arguments[3], "csv")
      #expect(csv.exitCode == 0, "\(policy): \(csv.errors)")
      let table = csv.output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let json = try pay(arguments[0], arguments[1], arguments[2], arguments[3], "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let parts = try #require(object["parts"] as? [[String: Any]])
      let columns = try #require(table[0].firstIndex(of: "people")) + 1...table[0].count - 1
      func sum(_ kind: String, _ column: Int) -> Decimal {
        table.filter { $0[0] == kind }.reduce(0) { $0 + (Decimal(string: $1[column]) ?? 0) }
      }
      for column in columns.prefix(parts.count + 1) {
        #expect(sum("person", column) == sum("subtotal", column), "\(policy)")
        #expect(sum("person", column) == sum("total", column), "\(policy)")
      }
      let amount = columns.lowerBound + parts.count
      let total = try #require((object["total"] as? [String: Any])?["amount"] as? Double)
      #expect(Decimal(string: "\(total)") == sum("total", amount), "\(policy)")
      let signs = parts.map { $0["kind"] as? String == "deducted" ? -1 : 1 }
      for row in table where ["person", "subtotal", "total"].contains(row[0]) && !parts.isEmpty {
        let added = zip(signs, row[columns.lowerBound...]).reduce(Decimal(0)) {
          $0 + Decimal($1.0) * (Decimal(string: $1.1) ?? 0)
        }
        #expect(added == Decimal(string: row[amount]), "\(policy): \(row)")
      }
    }
  }

  @Test("pay over the budget, and rows at fault, are findings; the report is written")
  func findings() throws {
    let scratch = try TemporaryDirectory()
    for name in ["policy.yaml", "staff.csv", "deals.csv"] {
      try scratch.copy(ProjectFiles.url("Tests/Cases/explanations/\(name)"), to: name)
    }
    let policy = try scratch.read("policy.yaml").replacingOccurrences(of: "100000元", with: "3000元")
    try scratch.write(policy, to: "policy.yaml")
    let over = try CommandRunner.run(
      ["pay", "policy.yaml", "--data", ".", "--output", "pay.html", "--format", "html"],
      in: scratch.url)
    #expect(over.exitCode == 1 && over.errors.contains("warning: 500.00 CNY over the budget"))
    #expect(try scratch.read("pay.html").contains("Over the budget"))
    let staff = try scratch.read("staff.csv").replacingOccurrences(
      of: "C3,Harbour,personal,80,90", with: "C3,Harbour,personal,80,900")
    try scratch.write(staff, to: "staff.csv")
    let faulty = try CommandRunner.run(
      ["pay", "policy.yaml", "--data", ".", "--by", "role", "--format", "html"], in: scratch.url)
    #expect(faulty.exitCode == 1 && faulty.errors.contains("review \"900\""))
    #expect(
      faulty.output.contains("Not paid, rows at fault") && faulty.output.contains("corporate"))
  }

  @Test("a CSV for spreadsheets: a key like a formula becomes none, amounts below 0 stay numbers")
  func encodings() throws {
    let scratch = try TemporaryDirectory()
    let policy = """
      policy: encodings
      version: "1"
      effective_from: 2026-01-01
      tables:
        staff: {key: id, columns: {branch: text, points: {unit: point}}}
      scorecard:
        dimensions:
          one: {measures: {points: {score: points}}}
      results:
        pay: final * rate
      parameters:
        rate: {value: 1, unit: CNY/point}
      payroll: {amount: pay}

      """
    try scratch.write(policy, to: "policy.yaml")
    try scratch.write("id,branch,points\n=cmd|x,港湾,5\n002,港湾,-7\n", to: "staff.csv")
    func bytes(_ encoding: String) throws -> [UInt8] {
      let run = try CommandRunner.run(
        ["pay", "policy.yaml", "--data", ".", "--by", "branch", "--format", "csv"]
          + ["--encoding", encoding, "--output", "pay.csv"], in: scratch.url)
      #expect(run.exitCode == 0, "\(run.errors)")
      return [UInt8](try Data(contentsOf: scratch.file("pay.csv")))
    }
    let plain = String(decoding: try bytes("utf-8"), as: UTF8.self)
    #expect(plain.contains("\nperson,港湾,=cmd|x,") && plain.contains(",-7.00\n"))
    let safe = plain.replacing(",=cmd", with: ",'=cmd")
    #expect(try bytes("utf-8-bom") == [0xEF, 0xBB, 0xBF] + Array(safe.utf8))
    #expect(try bytes("gb18030") == safe.gb18030)
  }

  @Test("wrong columns and files are the command line's fault")
  func commandLine() throws {
    let data = ["--data", "\(Self.folder)/data"]
    let column = try CommandRunner.run(
      ["pay", "\(Self.folder)/stars.yaml"] + data + ["--by", "bank"], in: ProjectFiles.root)
    #expect(column.exitCode == 64)
    #expect(column.errors.contains("no text column bank; its text columns are branch, role"))
    let input = try CommandRunner.run(
      ["pay", "\(Self.folder)/stars.yaml"] + data + ["--output", "\(Self.folder)/data/staff.csv"],
      in: ProjectFiles.root)
    #expect(input.exitCode == 64 && input.errors.contains("is an input of this job"))
    let early = try CommandRunner.run(
      ["pay", "\(Self.folder)/stars.yaml"] + data + ["--period", "2020"], in: ProjectFiles.root)
    #expect(early.exitCode == 2)
  }
}
