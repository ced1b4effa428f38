import ScorecardPolicy
import TestSupport
import Testing

@Suite("Functions in the policy reference")
struct FunctionReferenceTests {
  static let functions: [(heading: String, names: [String])] = [
    (
      "### Functions of one row",
      RowFunction.allCases.map(\.rawValue) + UnaryFunction.allCases.map(\.rawValue)
        + BinaryFunction.allCases.map(\.rawValue) + CurveKind.allCases.map(\.rawValue)
        + ["LOOKUP", "CONVERT"]
    ),
    (
      "### Functions over detail rows",
      AggregateFunction.allCases.map(\.rawValue)
        + ["SUMIF", "AVERAGEIF", "MINIF", "MAXIF", "COUNTIF"]
    ),
    ("### Functions over the population", PopulationFunction.allCases.map(\.rawValue)),
  ]

  @Test("Each has a row in the table of its kind, and there are no others", arguments: functions)
  func rows(heading: String, names: [String]) throws {
    let lines = try ProjectFiles.text("Documentation/policy-reference.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == heading })
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    let described = section.filter { $0.hasPrefix("| `") }.flatMap { line in
      line.split(separator: "|")[0].matches(of: /`([A-Z]+)\b/).map { String($0.output.1) }
    }
    #expect(Set(described) == Set(names))
  }
}
