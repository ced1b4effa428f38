import DelimitedText
import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import Reports

@Suite("Pages about subjects")
struct SubjectPageTests {
  /// The words that no outcome is ever called by.
  private static let forbidden = ["dismiss", "辞退", "解聘", "开除", "解雇", "sack", "fired"]

  private static func population(_ plan: Plan, folder: String) throws -> Population {
    let files = plan.tables.map { ($0.name, [ProjectFiles.url("\(folder)/\($0.name).csv").path]) }
    return try Population.load(plan, files: Dictionary(uniqueKeysWithValues: files))
  }

  private static func plan(_ path: String) throws -> Plan {
    let file = ProjectFiles.url(path).path
    return Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: file).policy))
  }

  private static func reports(_ plan: Plan, _ population: Population) throws -> [SubjectReport] {
    try ReportScene(plan, population).reports().map(\.report)
  }

  /// What is wrong with the numbers of a report, a sentence each.
  private func faults(in report: SubjectReport) -> [String] {
    let explanation = report.explanation
    let key = explanation.key
    var faults: [String] = []
    let points = explanation.dimensions.map(\.points)
    if points.dropFirst().reduce(points[0], +).bitPattern != explanation.total.bitPattern {
      faults.append("\(key): the points do not add up to the total")
    }
    var running = explanation.total
    for gate in explanation.gates {
      if gate.before.bitPattern != running.bitPattern { faults.append("\(key): \(gate.name)") }
      running = gate.after
    }
    if running.bitPattern != explanation.final.bitPattern {
      faults.append("\(key): the gates do not lead to the final value")
    }
    if !addsUp(report.printed.dimensions, report.printed.total) {
      faults.append("\(key): printed dimensions")
    }
    for (measures, dimension) in zip(report.printed.measures, report.printed.dimensions)
    where !addsUp(measures.compactMap(\.self), dimension) {
      faults.append("\(key): printed measures, \(measures) of \(dimension)")
    }
    for (shares, dimension) in zip(report.printed.shares, explanation.dimensions)
    where !addsUp(
      shares.compactMap(\.self),
      PrintedParts.text(dimension.score, decimals: report.plan.decimals))
    {
      faults.append("\(key): printed shares, \(shares) of \(dimension.score)")
    }
    if let comparison = report.comparison {
      let parts = [comparison.printedMean] + comparison.parts.map(\.printed)
      if !addsUp(parts, report.printed.final) { faults.append("\(key): printed comparison") }
      let sum = ExactSum([comparison.mean] + comparison.parts.map(\.difference)).rounded()
      let size = comparison.parts.reduce(abs(comparison.mean)) { $0 + abs($1.own) + abs($1.mean) }
      if abs(sum - explanation.final) > 1e-12 * max(1, size) {
        faults.append("\(key): the mean and its parts do not lead to the final value")
      }
    }
    let losses = report.guidance.map(\.lost)
    if losses.count > 3 || losses != losses.sorted(by: >) || losses.contains(where: { $0 <= 0 }) {
      faults.append("\(key): guidance for \(losses)")
    }
    let changes = [report.printed.total] + report.printed.gates.map(\.change)
    if !addsUp(changes, report.printed.final) { faults.append("\(key): printed gates") }
    return faults
  }

  /// Whether printed numbers add up to a printed one; nothing to say where no part is counted, or a
  /// number is too large for whole units.
  private func addsUp(_ parts: [String], _ whole: String) -> Bool {
    let numbers = (parts + [whole]).map { Decimal(string: $0) ?? .nan }
    if parts.isEmpty || numbers.contains(where: { $0.isNaN || abs($0) > 1_000_000_000_000 })
      || (parts + [whole]).contains(where: { $0.contains("e") })
    {
      return true
    }
    return numbers.dropLast().reduce(0, +) == numbers[numbers.count - 1]
  }

  private func check(_ report: SubjectReport) {
    for language in Title.Language.allCases {
      let page = SubjectPage(report, language).html()
      let content = check(page, report.explanation.key)
      #expect(content.addresses.isEmpty)
      #expect(content.text.contains(report.printed.final))
    }
  }

  /// Well-formed, alone, adding up, and without a word that no page may hold.
  @discardableResult
  private func check(_ page: String, _ name: String) -> WellFormedness {
    let content = WellFormedness(page)
    let fault = WellFormedness.fault(of: page)
    #expect(fault == nil, "\(name): \(fault ?? "")")
    #expect(content.counts["script"] == nil)
    #expect(!page.contains("@import") && !page.contains("url("))
    for word in Self.forbidden {
      #expect(!content.text.localizedCaseInsensitiveContains(word), "\(name): \(word)")
    }
    // Numbers too large for whole units are not printed in them.
    if !content.text.contains("e+") { #expect(PrintedTables(page).faults == [], "\(name)") }
    return content
  }

  /// The pages of groups, and the pay report.
  private func checkGroups(_ scene: ReportScene, _ name: String) throws {
    for language in Title.Language.allCases {
      for (group, page) in try scene.groupPages(language) {
        let content = check(page, "\(name) \(group ?? "")")
        #expect(content.addresses.allSatisfy { $0.hasSuffix("%2Ehtml") })
      }
      guard scene.plan.payroll != nil else { continue }
      let report = try PayReport(scene.scored, ReportScene.sources, by: scene.groups.column)
      check(PayPage(report, language).html(), "pay of \(name)")
    }
  }

  @Test(
    "random policies: every sum is right, exact and printed, and pages are well-formed",
    arguments: 0..<LongTests.rounds(40, long: 1000))
  func random(seed: Int) throws {
    let random = RandomPolicy(seed: UInt64(seed))
    let plan = try random.plan()
    var texts: [String: [DecodedText]] = [:]
    for (name, table) in random.tables {
      texts[name] = [try DecodedText(Array(table.text.utf8), file: "\(name).csv")]
    }
    let scene = try ReportScene(plan, try Population.load(plan, texts: texts))
    let reports = scene.reports().map(\.report)
    for report in reports { #expect(faults(in: report) == []) }
    if let first = reports.first { check(first) }
    // Random pay may be beyond all reason; then there is no report.
    do throws(any Error) {
      try checkGroups(scene, "\(seed)")
    } catch let error as ReportError {
      guard case .tooLarge = error else { throw error }
    }
  }

  @Test("the policy that has everything: every sum is right, and nothing is lost")
  func everything() throws {
    let plan = try Self.plan("Tests/Cases/explanations/policy.yaml")
    let scene = try ReportScene(
      plan, try Self.population(plan, folder: "Tests/Cases/explanations"))
    try checkGroups(scene, "everything")
    let reports = scene.reports().map(\.report)
    #expect(reports.count == 8)
    for report in reports {
      #expect(faults(in: report) == [])
      check(report)
      let text = WellFormedness(SubjectPage(report, .english).html()).text
      for words in [
        report.explanation.key, "Everything <small>", "Ask the branch office within ten days.",
        "policy <1>.yaml", "ab12", "staff & co.csv", "cd34", "made up", "period 2026Q1",
        "not a verdict", "version 3", "in force from 2026-01-01", "CURVE(npl_points, npl)",
      ] {
        #expect(text.contains(words), "lacks \(words)")
      }
    }
  }

  /// Every shipped policy for which a folder beside it holds all its tables, with that folder.
  private static func shipped() throws -> [(policy: String, folder: String)] {
    let root = "Datasets/policies"
    return try ProjectFiles.names(in: root).flatMap { scheme -> [(String, String)] in
      let folder = ProjectFiles.url("\(root)/\(scheme)")
      let below = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      let folders = Set(
        below.filter { $0.hasSuffix(".csv") }.map { ($0 as NSString).deletingLastPathComponent })
      return below.filter { $0.hasSuffix(".yaml") && !$0.contains("/") }.flatMap { name in
        // One is there to show what the checker says of it.
        guard let plan = try? plan("\(root)/\(scheme)/\(name)") else { return [(String, String)]() }
        return folders.sorted().filter { data in
          plan.tables.allSatisfy { below.contains("\(data)/\($0.name).csv") }
        }.map { ("\(root)/\(scheme)/\(name)", "\(root)/\(scheme)/\($0)") }
      }
    }
  }

  @Test("the shipped policies with their data: sums, pages, and never a word of dismissal")
  func shippedPolicies() throws {
    var count = 0
    for (policy, folder) in try Self.shipped() {
      let plan = try Self.plan(policy)
      // A folder may hold another policy's tables of the same names.
      guard let population = try? Self.population(plan, folder: folder) else { continue }
      let scene = try ReportScene(plan, population)
      for (index, (_, report)) in scene.reports().enumerated() {
        #expect(faults(in: report) == [], "\(policy)")
        if index < LongTests.rounds(4, long: 1000) { check(report) }
        count += 1
      }
      try checkGroups(scene, policy)
    }
    #expect(count > 20)
  }

  @Test("no shipped policy holds a word of dismissal in what people are shown")
  func words() throws {
    for phrase in Phrase.allCases {
      for language in Title.Language.allCases {
        for word in Self.forbidden { #expect(!phrase.text(in: language).contains(word)) }
      }
    }
    var count = 0
    for scheme in try ProjectFiles.names(in: "Datasets/policies") {
      for name in try ProjectFiles.names(in: "Datasets/policies/\(scheme)")
      where name.hasSuffix(".yaml") {
        guard let plan = try? Self.plan("Datasets/policies/\(scheme)/\(name)") else { continue }
        count += 1
        for text in plan.shownTexts {
          for word in Self.forbidden {
            #expect(!text.localizedCaseInsensitiveContains(word), "\(name): \(text)")
          }
        }
      }
    }
    #expect(count > 30)
  }

  @Test("long tables of detail rows are cut, and say how many rows more there are")
  func longTables() throws {
    let plan = try Self.plan("Tests/Cases/explanations/policy.yaml")
    let folder = "Tests/Cases/explanations"
    let deals =
      "id,month,amount,age\n"
      + (0..<100).map { "B2,\(2001 + $0 / 12)-\($0 % 12 + 1),\($0),1\n" }.joined()
    let population = try Population.load(
      plan,
      texts: [
        "staff": [
          try DecodedText(
            Array(try ProjectFiles.text("\(folder)/staff.csv").utf8), file: "staff.csv")
        ], "deals": [try DecodedText(Array(deals.utf8), file: "deals.csv")],
      ])
    let report = try #require(
      try Self.reports(plan, population).first { $0.explanation.key == "B2" })
    #expect(report.explanation.dimensions[0].measures[0].inputs[0].rows.count == 100)
    let page = SubjectPage(report, .english).html()
    #expect(page.contains("... and 70 more rows"))
  }
}

extension Plan {
  /// Every title and reason that a page may show.
  fileprivate var shownTexts: [String] {
    var titles: [Title?] = [title, appeal]
    var texts: [String] = []
    for dimension in layout.dimensions {
      titles += [dimension.title] + dimension.measures.map(\.title)
      texts += [dimension.name] + dimension.measures.map(\.name)
      titles += dimension.measures.map(\.guidance)
    }
    for gate in layout.gates {
      titles += [gate.title, gate.because]
      texts.append(gate.name)
    }
    for grading in gradings {
      titles += [grading.title] + grading.bands.map(\.title)
      texts += [grading.name] + grading.bands.map(\.grade)
    }
    titles += rankings.map(\.title) + layout.results.map(\.title)
    texts += rankings.map(\.name) + layout.results.map(\.name)
    for title in titles.compactMap(\.self) {
      texts += [title.english, title.chinese].compactMap(\.self)
    }
    return texts
  }
}
