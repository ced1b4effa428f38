import Foundation
import TestSupport
import Testing

/// Pages printed by a real browser: their sheets, and that they ask nobody for anything.
@Suite("Pages in Chromium", .serialized)
struct PrintedPagesTests {
  /// A browser and readers of what it prints, where this machine has them.
  static let tools: [String: String]? = {
    var found: [String: String] = [:]
    for name in ["chromium", "pdftotext"] {
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      let file = folders.map { "\($0)/\(name)" }.first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      guard let file else { return nil }
      found[name] = file
    }
    return found
  }()

  /// What a page prints, sheet by sheet, without blanks.
  private func sheets(of page: String, in scratch: TemporaryDirectory) throws -> [String] {
    let tools = try #require(Self.tools)
    let log = "\(scratch.path)/net.json"
    try run(
      tools["chromium"] ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--disable-background-networking", "--disable-component-update",
        "--user-data-dir=\(scratch.path)/profile", "--log-net-log=\(log)",
        "--print-to-pdf=\(scratch.path)/page.pdf", "file://\(scratch.path)/\(page)",
      ])
    try run(tools["pdftotext"] ?? "", ["\(scratch.path)/page.pdf", "\(scratch.path)/page.txt"])
    // What the browser asks for on its own account has no origin; a page's requests have one.
    let initiators = try scratch.read("net.json").matches(of: /"initiator":"([^"]*)"/)
      .map { String($0.output.1) }
    #expect(initiators.allSatisfy { $0 == "not an origin" }, "\(page) asks for something")
    return try scratch.read("page.txt").split(separator: "\u{C}").map {
      $0.filter { !$0.isWhitespace }
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program)")
  }

  @Test(
    "the first part of a person's page fits on one sheet, and so do branch and pay",
    .enabled(if: tools != nil, "Chromium or pdftotext is not installed"),
    arguments: ["en", "zh"])
  func demo(language: String) throws {
    let scratch = try TemporaryDirectory()
    let folder = "Datasets/policies/customer-manager"
    let data = ["\(folder)/stars.yaml", "--data", "\(folder)/data", "--language", language]
    let explained = try CommandRunner.run(
      ["explain"] + data + [
        "--all", "--format", "html", "--output", scratch.path, "--period", "2026Q3",
        "--object-until", "2026-10-31",
      ], in: ProjectFiles.root)
    #expect(explained.exitCode == 0, "\(explained.errors)")
    let annex = language == "en" ? "Howeachscorewascomputed" : "各项得分的计算过程"
    for key in ["000202", "000205"] {
      let sheets = try sheets(of: "\(key).html", in: scratch)
      #expect(sheets.count >= 2 && sheets[1].hasPrefix(annex), "\(key)")
      #expect(sheets[0].contains("2026-10-31"))
    }
    let first = try sheets(of: "000202.html", in: scratch)[0]
    #expect(first.contains("98.94") && first.contains("100.94") && first.contains("-2.00"))
    let branch = try sheets(of: "branch-Harbour.html", in: scratch)
    #expect(branch.count == 1 && branch[0].contains("5500.00"))
    let pay = try CommandRunner.run(
      ["pay"] + data + ["--format", "html", "--output", "\(scratch.path)/pay.html"],
      in: ProjectFiles.root)
    #expect(pay.exitCode == 0, "\(pay.errors)")
    let report = try sheets(of: "pay.html", in: scratch)
    #expect(report.count == 1)
    for sum in ["5500.00", "4500.00", "10000.00", "11000.00", "1000.00"] {
      #expect(report[0].contains(sum))
    }
    #expect(report[0].contains(language == "en" ? "Approvedby" : "审批"))
  }

  @Test(
    "a questionnaire prints on few sheets, to be filled and signed by hand",
    .enabled(if: tools != nil, "Chromium or pdftotext is not installed"),
    arguments: ["en", "zh"])
  func questionnaire(language: String) throws {
    let scratch = try TemporaryDirectory()
    let asked = try CommandRunner.run(
      [
        "questionnaire", "Datasets/policies/customer-manager/policy.yaml", "--output", scratch.path,
        "--language", language,
      ], in: ProjectFiles.root)
    #expect(asked.exitCode == 0, "\(asked.errors)")
    let sheets = try sheets(of: "questionnaire.html", in: scratch)
    // Thirty pairs.
    #expect(sheets.count <= 4, "\(sheets.count)")
    let text = sheets.joined()
    #expect(text.contains(language == "en" ? "Signature" : "签名"))
    #expect(text.contains(language == "en" ? "Learningandgrowth" : "学习与成长"))
    // Only one language, and nothing that is for the screen.
    #expect(text.contains("Signature") != text.contains("签名"))
    #expect(!text.contains("保存答案") && !text.contains("Saveanswers"))
  }
}
