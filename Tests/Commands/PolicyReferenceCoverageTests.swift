import AHP
import Diagnostics
import Foundation
import JudgementPanels
import ScorecardPolicy
import TestSupport
import Testing

@Suite("The policy reference is complete")
struct PolicyReferenceCoverageTests {
  /// A mapping of the policy language: where the reference lists its keys, and a policy with the key
  /// `qqqqqqqq`, which there is not, in it.
  struct Mapping: CustomTestStringConvertible {
    let section: String
    /// The first heading of its tables, which may be several.
    let heading: String
    let policy: String
    /// Keys that the reference describes in another table or in a sentence.
    var others: Set<String> = []
    /// Keys of these tables that stand elsewhere.
    var foreign: Set<String> = []

    var testDescription: String { "\(section), \(heading)" }
  }

  private static func scorecard(_ inner: String) -> String {
    "scorecard: {dimensions: {a: {measures: {a: {score: 1}}}}, \(inner)}"
  }

  static let mappings = [
    Mapping(section: "Top level", heading: "key", policy: "qqqqqqqq: 1", foreign: ["extend"]),
    Mapping(
      section: "Parameters", heading: "key", policy: "parameters: {a: {value: 1, qqqqqqqq: 1}}"),
    Mapping(section: "Tables", heading: "key", policy: "tables: {staff: {key: id, qqqqqqqq: 1}}"),
    Mapping(
      section: "Columns", heading: "key",
      policy: "tables: {staff: {key: id, columns: {a: {qqqqqqqq: 1}}}}"),
    Mapping(
      section: "Scorecard", heading: "key of `scorecard`",
      policy: "scorecard: {dimensions: {a: {measures: {a: {score: 1}}}}, qqqqqqqq: 1}"),
    Mapping(
      section: "Scorecard", heading: "key of a dimension",
      policy: "scorecard: {dimensions: {a: {measures: {a: {score: 1}}, qqqqqqqq: 1}}}"),
    Mapping(
      section: "Scorecard", heading: "key of a measure",
      policy: "scorecard: {dimensions: {a: {measures: {a: {score: 1, qqqqqqqq: 1}}}}}"),
    Mapping(
      section: "Weights", heading: "key",
      policy:
        "scorecard: {weights: {judgements: [], qqqqqqqq: 1}, dimensions: {a: {measures: {a: {score: 1}}}}}",
      foreign: ["by", "normalize"]),
    Mapping(
      section: "Gates", heading: "key", policy: "gates: {a: {deduct: 1, qqqqqqqq: 1}}"),
    Mapping(
      section: "Rankings", heading: "key", policy: "rankings: {a: {by: total, qqqqqqqq: 1}}"),
    Mapping(
      section: "Grades", heading: "key",
      policy: "grades: {a: {by: total, bands: [{grade: a}], qqqqqqqq: 1}}"),
    Mapping(
      section: "Grades", heading: "key of a band",
      policy: "grades: {a: {by: total, bands: [{grade: a, qqqqqqqq: 1}]}}",
      others: ["grade", "title"]),
    Mapping(
      section: "Results and payroll", heading: "key of a result",
      policy: "results: {a: {formula: 1, qqqqqqqq: 1}}"),
    Mapping(
      section: "Results and payroll", heading: "key of `payroll`",
      policy: "results: {a: 1}\npayroll: {amount: a, qqqqqqqq: 1}"),
    Mapping(
      section: "Hints", heading: "hint",
      policy: "tables: {staff: {key: id, columns: {a: {generate: {qqqqqqqq: 1}}}}}"),
  ]

  static let pages = Result {
    try ["policy-reference", "generate"].map { try PolicyReference("Documentation/\($0).md") }
  }

  @Test("Its tables list the keys that are read, and no others", arguments: mappings)
  func keys(_ mapping: Mapping) throws {
    let listed = try documented(mapping)
    let policy = PolicyExample(page: "", line: 0, section: [], yaml: mapping.policy + "\n").policy
    let error = #expect(throws: DiagnosedFailure.self) {
      _ = try PolicyReader.read(policy, file: "example.yaml")
    }
    let suggestion = error?.diagnostics.first { $0.code == "policy.unknown-key" }?.suggestion
    let beginning = "the keys here are "
    let words = try #require(suggestion)
    try #require(words.hasPrefix(beginning), "\(words)")
    let read = words.dropFirst(beginning.count).split(separator: ", ").map(String.init)
    #expect(Set(listed).subtracting(mapping.foreign).union(mapping.others) == Set(read))
  }

  @Test("Each key stands in an example", arguments: mappings)
  func examples(_ mapping: Mapping) throws {
    let text = try Self.pages.get().flatMap { page in
      page.blocks.filter {
        mapping.section == "Top level" || $0.section.contains(mapping.section)
      }.map(\.block.text)
    }.joined()
    for key in try documented(mapping) + mapping.others {
      #expect(
        try text.contains(Regex("(^|[\\s{.])\(key):").anchorsMatchLineEndings()), "\(key)")
    }
  }

  private func documented(_ mapping: Mapping) throws -> [String] {
    let keys = try Self.pages.get().flatMap { page in
      page.keyTables.filter {
        $0.section.last == mapping.section && $0.table.header[0] == mapping.heading
      }.flatMap(\.table.keys)
    }
    try #require(!keys.isEmpty)
    return keys
  }

  /// Forms of values, besides keys, and the headings under which an example has each.
  static let forms: [(section: String, forms: [String])] = [
    ("Columns", ValueType.allCases.dropFirst().map(\.rawValue) + ["missing: allow", "missing: 4"]),
    ("Scorecard", ["missing: exclude", "missing: 60", "bonus: true", "floor: 0"]),
    (
      "Weights",
      [
        "judgements: [", "1/4", "aggregate: priorities", "method: geometric-mean", "60%",
        "method: column-mean", "incomplete: harker", "action: exclude",
      ]
    ),
    (
      "Gates",
      [
        "ineligible: true", "ineligible: [", "deduct: 2 *", "deduct: 0.5", "cap: customer",
        "because: {en",
      ]
    ),
    ("Rankings", ["by: final", "by: deposit", "by: for_each", "within: branch", "within: ALL"]),
    ("Grades", ["ties: [-", "seats:", "share:", "minimum:", "{grade: none}"]),
    ("Scenarios", [".2.y:", "judgements.deposit.loan:", "1: {seats", "payroll.budget"]),
  ]

  @Test("Each form of a value stands in an example", arguments: forms)
  func examplesOfForms(section: String, forms: [String]) throws {
    let text = try Self.pages.get()[0].blocks.filter { $0.section.contains(section) }
      .map(\.block.text).joined()
    for form in forms { #expect(text.contains(form), "\(form)") }
  }

  @Test("Each word that a key offers is named")
  func choices() throws {
    let page = try ProjectFiles.text("Documentation/policy-reference.md")
    let words =
      PriorityMethod.allCases.map(\.rawValue) + RandomIndex.all.map(\.name)
      + ValueType.allCases.map(\.rawValue) + CompletionMethod.allCases.map(\.rawValue)
      + PanelAggregation.allCases.map(\.rawValue) + RespondentWeighting.allCases.map(\.rawValue)
      + RespondentLimit.Action.allCases.map(\.rawValue)
    for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
  }

  // MARK: Formulas

  private func formulas(under heading: String? = nil) throws -> [String] {
    try Self.pages.get()[0].examples.filter { heading == nil || $0.section.contains(heading ?? "") }
      .flatMap { $0.formulas.flatMap { $0.formulas ?? [] } }
  }

  @Test(
    "Each function stands in an example, as it is used with one row, with detail rows or over all")
  func functions() throws {
    let conditional = ["SUMIF", "AVERAGEIF", "MINIF", "MAXIF", "COUNTIF"]
    let sections = [
      "Functions of one row": RowFunction.allCases.map(\.rawValue)
        + UnaryFunction.allCases.map(\.rawValue) + BinaryFunction.allCases.map(\.rawValue)
        + CurveKind.allCases.map(\.rawValue) + ["LOOKUP", "CONVERT"],
      "Functions over detail rows": AggregateFunction.allCases.map(\.rawValue) + conditional,
      "Functions over the population": PopulationFunction.allCases.map(\.rawValue),
    ]
    for (section, functions) in sections {
      let formulas = try formulas(under: section)
      for function in functions {
        #expect(formulas.contains { $0.hasPrefix("\(function)(") }, "\(section): \(function)")
      }
    }
  }

  @Test("Each row of a table of functions has an example of its own function")
  func rows() throws {
    let tables = try Self.pages.get()[0].examples.flatMap(\.formulas).filter {
      $0.header[0] == "function"
    }
    #expect(tables.count == 3)
    for table in tables {
      for (row, formula) in zip(table.rows, table.formulas ?? []) {
        let name = row[0].quotedCode.first?.prefix { $0 != "(" } ?? ""
        #expect(formula.hasPrefix("\(name)("), "\(row[0])")
      }
    }
  }

  @Test("Each operator and form of a literal stands in an example")
  func operators() throws {
    let operators = ["+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">="].map { " \($0) " }
    let literals = [".5", "e-3", "%", "万", "亿", "元", "万元", "亿元", "\"", "TRUE", "false"]
    let formulas = try formulas(under: "Formulas")
    for part in operators + literals + ["(", "-2", "+5"] {
      let isThere = formulas.contains { $0.contains(part) }
      #expect(isThere, "\(part)")
    }
  }

  @Test("Each unit is listed and stands in an example")
  func units() throws {
    let page = try MarkdownPage("Documentation/policy-reference.md")
    let table = try #require(
      page.parts.compactMap { part in
        if case .table(let table) = part, table.header[0] == "unit" { table } else { nil }
      }.first)
    #expect(
      table.rows.flatMap { $0[0].quotedCode }.sorted()
        == NamedUnit.allCases.map(\.rawValue).sorted())
    let text = try Self.pages.get()[0].examples(under: "Units").map {
      $0.yaml + $0.formulas.flatMap { $0.formulas ?? [] }.joined(separator: "\n")
    }.joined()
    for row in table.rows {
      let names = (row[0] + row[1]).quotedCode
      for name in names { #expect(Unit(name) == Unit(names[0])) }
      #expect(
        try names.contains { try text.contains(Regex("[ *(/]\($0)[},)/]")) }, "\(names)")
    }
  }

  // MARK: Diagnostics

  @Test("Each code of a diagnostic is listed, and no other")
  func codes() throws {
    var listed: Set<String> = []
    for name in ["policy-reference", "judgement-files", "uncertainty"] {
      let page = try MarkdownPage("Documentation/\(name).md")
      for case .table(let table) in page.parts where table.header[0] == "code" {
        listed.formUnion(table.rows.flatMap { $0[0].quotedCode })
      }
    }
    listed.remove("judgement....")
    var written: Set<String> = []
    let modules = [
      "ScorecardPolicy", "AHP", "JudgementPanels", "JudgementUncertainty", "steelyard",
    ]
    for module in modules {
      for name in try ProjectFiles.names(in: "Sources/\(module)") where name.hasSuffix(".swift") {
        let text = try ProjectFiles.text("Sources/\(module)/\(name)")
        written.formUnion(
          text.matches(of: /"((?:policy|formula|scenario|judgement)\.[a-z-]+)"/).map {
            String($0.output.1)
          })
      }
    }
    // Faults of any YAML file are named by the kind of the file.
    for module in ["LocatedYAML", "JudgementReading"] {
      for name in try ProjectFiles.names(in: "Sources/\(module)") where name.hasSuffix(".swift") {
        let text = try ProjectFiles.text("Sources/\(module)/\(name)")
        written.formUnion(
          text.matches(of: /\.code\("([a-z-]+)"\)/).map { "policy.\($0.output.1)" })
      }
    }
    // Named by the type of the column.
    #expect(listed.subtracting(["policy.period"]) == written.subtracting(["policy.period"]))
  }
}
