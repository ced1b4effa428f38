import Foundation
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

/// The shipped policy on the shipped data sets. What is expected was computed outside this project;
/// see the README beside it.
@Suite("The shipped data sets, through every executor")
struct DataSetTests {
  private static let policy = "Datasets/policies/customer-manager/policy.yaml"

  private func comparison(_ name: String, threads: [Int]) throws -> (Plan, ExecutorComparison) {
    let file = ProjectFiles.url(Self.policy).path
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file).policy))
    var tables: [String: PlainTable] = [:]
    for table in ["staff", "business"] {
      tables[table] = PlainTable(try ProjectFiles.text("Datasets/branches/\(name)/\(table).csv"))
    }
    let shapes = ExecutorComparison.Shape.all(threads: threads)
    return (plan, try ExecutorComparison(plan, tables, shapes: shapes))
  }

  @Test(
    "Scores are the expected ones within 1e-9, ranks exactly",
    arguments: ["worked-example", "chinese-branch", "demo-bank"])
  func expected(name: String) throws {
    let (plan, comparison) = try comparison(name, threads: [1, 2])
    #expect(comparison.differences.isEmpty, "\(comparison.differences.joined(separator: "\n"))")
    let subjects = Dictionary(
      uniqueKeysWithValues: comparison.reference.subjects.map { ($0.key, $0) })
    let expected = PlainTable(try ProjectFiles.text("Tests/Cases/scoring/\(name)-expected.csv"))
    #expect(!expected.rows.isEmpty)
    for row in expected.rows {
      let subject = try #require(subjects[row[0]])
      for (name, cell) in zip(expected.header, row).dropFirst() {
        let wanted = try #require(Double(cell))
        if let rank = subject.ranks[name] {
          #expect(Double(rank) == wanted, "\(row[0]), \(name)")
        } else {
          let register = try #require(plan.scores.first { $0.name == name }?.register)
          guard case .number(let number)? = subject.evaluation?[register] else {
            Issue.record("\(row[0]) has no \(name)")
            continue
          }
          #expect(abs(number - wanted) <= 1e-9, "\(row[0]), \(name)")
        }
      }
    }
  }
}
