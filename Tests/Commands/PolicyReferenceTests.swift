import Calendars
import Diagnostics
import Foundation
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@Suite("The policy reference")
struct PolicyReferenceTests {
  static let reference = Result { try PolicyReference("Documentation/policy-reference.md") }
  static let examples = (try? reference.get().examples) ?? []

  @Test("Every example says what comes of it")
  func expectations() {
    #expect(Self.examples.count >= 30)
    for example in Self.examples {
      #expect(example.hasExpectation, "\(example.testDescription) has no expectation")
    }
  }

  @Test("Every example is what check says of it", arguments: examples)
  func checks(_ example: PolicyExample) throws {
    let folder = try TemporaryDirectory()
    for file in example.files { try folder.write(file.text, to: file.file ?? "") }
    try folder.write(example.policy, to: "example.yaml")
    let result = try CommandRunner.run(["check", "example.yaml"], in: folder.url)
    let printed = result.output + result.errors
    let isFaulty = example.shown.contains { $0.contains(": error: ") }
    let isFound = example.shown.contains { $0.contains(": finding: ") }
    #expect(result.exitCode == (isFaulty ? 2 : isFound ? 1 : 0), "\(printed)")
    let lines = printed.split(separator: "\n")
    for shown in example.shown where shown != "..." {
      // What is cut out of a line is shown by dots.
      let ends = shown.components(separatedBy: " ... ")
      #expect(
        lines.contains { line in
          ends.count == 2
            ? line.hasPrefix(ends[0]) && line.hasSuffix(ends[1]) : line.elementsEqual(shown)
        }, "\(printed) lacks: \(shown)")
    }
  }

  @Test("Every example gives what the page says, in every executor", arguments: examples)
  func gives(_ example: PolicyExample) throws {
    guard !example.rows.isEmpty else { return }
    let plan = try plan(example.policy, example)
    let comparison = try run(plan, example)
    guard let table = example.rows.first(where: { $0.name == plan.tables[0].name }) else { return }
    for (index, (subject, row)) in zip(comparison.reference.subjects, table.rows).enumerated() {
      let place = "\(example.testDescription), \(subject.key)"
      if let cell = row.first(where: { $0.hasPrefix("rejected: ") }) {
        let reasons = comparison.scored.rejectedRows().filter {
          $0.table == table.name && $0.line == PlainTable.line(ofRow: index)
        }.map(\.reason)
        let words = cell.dropFirst("rejected: ".count)
        #expect(reasons.contains { $0.contains(words) }, "\(place): \(reasons)")
        continue
      }
      #expect(!subject.isRejected, "\(place)")
      for (heading, cell) in zip(table.header, row) where heading.isOutcome {
        let output = try #require(plan.named(heading.outcomeName), "\(place), \(heading)")
        let found = subject.evaluation?[output.register] ?? .missing
        #expect(
          found.agrees(with: cell, output.type), "\(place), \(heading) is \(found), not \(cell)")
      }
    }
  }

  @Test("Every formula gives what the page says, in every executor", arguments: examples)
  func formulas(_ example: PolicyExample) throws {
    for table in example.formulas {
      let formulas = table.formulas ?? []
      let outcomes = table.header.indices.filter {
        table.header[$0] == "result" || table.header[$0].isOutcome
      }
      #expect(!outcomes.isEmpty, "\(example.page):\(table.line) has no results")
      let isFaulty = table.rows.map { row in
        outcomes.contains { row[$0].hasPrefix("error: ") }
      }
      let sound = formulas.indices.filter { !isFaulty[$0] }
      let plan = try plan(example.policy(with: sound.map { formulas[$0] }), example)
      let comparison = try run(plan, example)
      for (number, index) in sound.enumerated() {
        for outcome in outcomes {
          let key = table.header[outcome].outcomeName
          let subjects = comparison.reference.subjects
          let subject = try #require(
            key == "result" ? subjects.first : subjects.first { $0.key == key })
          let output = try #require(plan.named("example \(number + 1)"))
          let found = subject.evaluation?[output.register] ?? .missing
          let cell = table.rows[index][outcome]
          #expect(
            found.agrees(with: cell, output.type),
            "\(example.page):\(table.line), \(formulas[index]) is \(found), not \(cell)")
        }
      }
      for index in formulas.indices where isFaulty[index] {
        let cell = table.rows[index][outcomes[0]].dropFirst("error: ".count)
        let error = #expect(throws: DiagnosedFailure.self) {
          _ = try self.plan(example.policy(with: [formulas[index]]), example)
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains(cell), "\(formulas[index]): \(cell)")
      }
    }
  }

  // MARK: Running

  private func plan(_ yaml: String, _ example: PolicyExample) throws -> Plan {
    let folder = try TemporaryDirectory()
    for file in example.files { try folder.write(file.text, to: file.file ?? "") }
    let file = try folder.write(yaml, to: "example.yaml")
    return Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file.path).policy))
  }

  private func run(_ plan: Plan, _ example: PolicyExample) throws -> ExecutorComparison {
    let comparison = try ExecutorComparison(
      plan, example.tables(for: plan), shapes: [.init(blockSize: 7, threads: 2)])
    #expect(comparison.differences.isEmpty, "\(example.testDescription)")
    return comparison
  }
}

extension Plan {
  /// An output, a column or a formula of the subject table.
  fileprivate func named(_ name: String) -> (register: Register, type: ValueType)? {
    if let formula = formulas[0].first(where: { $0.name == name }) {
      return (formula.register, formula.type)
    }
    return (outputs + subjectColumns).first { $0.name == name }.map { ($0.register, $0.type) }
  }
}

extension Value {
  /// Whether a cell of the page says this value.
  fileprivate func agrees(with cell: String, _ type: ValueType) -> Bool {
    switch self {
    case .missing: return cell == "missing" || cell.isEmpty
    case .fault(let fault): return cell == "fault" || cell == "fault: \(fault.kind.reason)"
    case .text(let text): return cell == "\"\(text)\"" || cell == text
    case .truth(let truth): return cell == (truth ? "TRUE" : "FALSE")
    case .number(let number):
      switch type {
      case .date: return CivilDate(cell).map { Double($0.number) } == number
      case .period: return CivilPeriod(cell).map { Double($0.number) } == number
      default: return Double(cell).map { abs($0 - number) <= 1e-12 * max(1, abs($0)) } ?? false
      }
    }
  }
}
