import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import PlanSQL

@Suite("Shipped policies as SQL")
struct ShippedPolicyTests {
  private static func plan(_ file: String) throws -> Plan {
    let path = ProjectFiles.url(file).path
    return Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: path).policy))
  }

  private static func files() throws -> [String] {
    try ProjectFiles.names(in: "Datasets/policies").flatMap { folder in
      try ProjectFiles.names(in: "Datasets/policies/\(folder)").filter { $0.hasSuffix(".yaml") }
        .map { "Datasets/policies/\(folder)/\($0)" }
    }
  }

  @Test("Each is written in a dialect or refused with reasons", arguments: SQLDialect.allCases)
  func written(dialect: SQLDialect) throws {
    var written = 0
    // One of them is wrong on purpose.
    for file in try Self.files() where !file.hasSuffix("printed-form.yaml") {
      do throws(UnsupportedPlan) {
        guard let plan = try? Self.plan(file) else {
          Issue.record("\(file) cannot be read")
          continue
        }
        let sql = try SQLPlan(plan, dialect: dialect)
        #expect(sql.columns.first?.name == plan.tables[0].keyName)
        #expect(sql.columns.contains { $0.name == "total" })
        written += 1
      } catch {
        #expect(!error.reasons.isEmpty)
      }
    }
    #expect(written > 30)
  }

  @Test("The paper's policy reads as it is shown")
  func paper() throws {
    let plan = try Self.plan("Datasets/policies/customer-manager/policy.yaml")
    let script = try SQLPlan(plan, dialect: .postgresql, measures: true).script
    #expect(script == (try ProjectFiles.text("Tests/Cases/sql/customer-manager.sql")))
  }
}
