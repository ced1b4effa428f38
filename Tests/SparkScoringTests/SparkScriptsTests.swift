import Foundation
import ScorecardPolicy
import ScoringPlan
import SegmentStreams
import TestSupport
import Testing

@testable import SparkScoring

@Suite("Scripts for Spark")
struct SparkScriptsTests {
  private func scripts(allowsRejects: Bool = false) throws -> SparkScripts {
    let file = ProjectFiles.url("Datasets/policies/customer-manager/policy.yaml").path
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file).policy))
    return SparkScripts(
      plan: try SegmentedPlan(plan),
      sources: [
        SparkScripts.Source(
          table: "staff", header: "staff_id,it's", paths: ["/shared/staff.csv"], rowCount: 1017),
        SparkScripts.Source(
          table: "business", header: "staff_id,line",
          paths: ["/shared/one.csv", "/shared/two.csv"], rowCount: 6046),
      ],
      filters: FilterCommands(
        program: "/shared/steelyard", policy: "/shared/policy/policy.yaml", period: nil,
        measures: false),
      tables: SparkTables(uri: "file:///shared"), resultHeader: "staff_id,total", partCount: 2,
      allowsRejects: allowsRejects)
  }

  /// Each file of the folder is a script as it was read by people; with
  /// STEELYARD_RECORD=1 they are written anew.
  @Test("The scripts of the paper's policy are those that were read", arguments: [1, 2])
  func snapshot(_ round: Int) throws {
    let text = try scripts(allowsRejects: round == 2).round(round).text
    let file = ProjectFiles.url("Tests/Cases/spark/round-\(round).sql")
    if ProcessInfo.processInfo.environment["STEELYARD_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("Rejected rows stop a script unless they are asked for")
  func rejects() throws {
    #expect(try scripts().round(1).text.contains("rows are at fault"))
    let text = try scripts(allowsRejects: true).round(1).text
    #expect(!text.contains("rows are at fault"))
    #expect(text.contains("table,key,column,reason,row"))
  }
}
